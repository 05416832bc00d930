package catalog

import "strings"

// A Kind is a class of constructions that is reported, or not, as a whole.
type Kind struct {
	Name    string // as in the table and in diagnostics
	Title   string // for people
	Default bool   // reported unless switched off
}

// kinds stands in the specification's order (C1).
var kinds = []Kind{
	{"aws-config", "AWS configurations, sessions and credentials", true},
	{"aws-client", "AWS service clients", true},
	{"sql", "SQL databases", true},
	{"nosql", "NoSQL databases", true},
	{"cache", "caches", true},
	{"queue", "queues and streams", true},
	{"search", "search engines and vector stores", true},
	{"rpc", "RPC connections", true},
	{"http", "HTTP transports", true},
	{"cloud", "clients of cloud and API vendors", true},
	{"model", "machine-learning models and tokenizers", true},
	{"engine", "rule, script, WASM and schema engines, detectors", true},
	{"telemetry", "loggers, metrics and tracing", true},
	{"router", "routers and Lambda adapters", true},
	{"cpu", "regular expressions, templates, validators, keys", false},
	{"fetch", "secrets and parameters fetched per invocation", false},
}

// Kinds returns all kinds, in the specification's order. The caller must not change them.
func Kinds() []Kind { return kinds }

// IsKind reports whether name is the name of a kind.
func IsKind(name string) bool {
	for _, k := range kinds {
		if k.Name == name {
			return true
		}
	}
	return false
}

// kindNames lists the kinds for an error message.
func kindNames() string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Name
	}
	return strings.Join(names, ", ")
}

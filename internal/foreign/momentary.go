// Package foreign tells what can be told of other modules' functions without
// their source: by their packages, names and types.
package foreign

import (
	"go/types"
	"slices"
	"strings"
)

// Momentary reports whether a function gives something else on each call: the
// time, random and unique values, tokens.
func Momentary(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch path := fn.Pkg().Path(); {
	case path == "time":
		return slices.Contains([]string{"Now", "Since", "Until", "After", "Tick"}, fn.Name())
	case random[path]:
		return fn.Signature().Recv() == nil && !strings.HasPrefix(fn.Name(), "New")
	}
	return IsToken(fn) || Unique(fn.Pkg().Path()) && HasWord(fn.Name(), []string{"New", "Must", "Make", "Generate"})
}

var random = map[string]bool{"math/rand": true, "math/rand/v2": true, "crypto/rand": true}

// IsToken reports whether a function makes a credential that expires: an IAM
// token as password.
func IsToken(fn *types.Func) bool {
	return strings.Contains(fn.Name(), "AuthToken") || strings.Contains(fn.Name(), "Presign") && fn.Signature().Recv() != nil
}

// Unique reports whether the package at path makes unique or random values.
func Unique(path string) bool {
	for _, word := range []string{"uuid", "ksuid", "xid", "ulid", "nanoid", "snowflake", "rand", "clock", "faker"} {
		if strings.Contains(path, word) {
			return true
		}
	}
	return false
}

// HasWord reports whether name is one of the words or begins with one that an
// upper-case letter or a digit follows.
func HasWord(name string, words []string) bool {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(name, w); ok && (rest == "" || rest[0] < 'a') {
			return true
		}
	}
	return false
}

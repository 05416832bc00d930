// Package summary holds what the analysis keeps of a function's body: the
// condensed body. It says, independent of who calls the function, what a call
// of it builds, calls, stores, registers and returns, and under which guards.
//
// Condensed bodies are portable: they refer to functions, types and globals by
// name and to places by file and line. They travel between packages as facts,
// and package reach evaluates them at the entry points.
package summary

import (
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/entry"
)

// A Package is the condensed form of one package of the main module.
type Package struct {
	Path     string
	Name     string
	Files    []string // that Pos refers to
	Funcs    []*Func  // sorted by ID
	Types    []*Type  // declared concrete types, sorted by ID
	Convs    []string // types that the package converts to non-empty interfaces, sorted
	Ignores  []Ignore // where nothing is to be reported (S1, S2)
	Reported []string // constructions this package reports itself: "file:line:col", sorted
}

// An Ignore is a range of lines on which an annotation silences reports.
type Ignore struct {
	F, From, To int32
	At          Pos  // the annotation
	Reason      bool // it gives one
	Nolint      bool `json:",omitempty"` // it is a //nolint comment
}

// A Type is a concrete type with methods.
type Type struct {
	ID      string // "*import/path.Name" or "import/path.Name"
	Methods []Method
}

// A Method is one entry of a type's method set.
type Method struct {
	Name string
	Sig  string // parameter and result types, for matching with interfaces
	Func string // ID of the method's function; "" if Path ends in an interface
	// Path leads from the receiver to the embedded field that has the method.
	Path []string `json:",omitempty"`
}

// Key returns what an interface's method must equal to be implemented by m.
func (m Method) Key() string { return m.Name + m.Sig }

// Has reports whether key is the method's key.
func (m Method) Has(key string) bool {
	return len(key) == len(m.Name)+len(m.Sig) && strings.HasPrefix(key, m.Name) && strings.HasSuffix(key, m.Sig)
}

// A Func is a condensed function body.
type Func struct {
	ID      string // "(*import/path.T).Method$1"
	Name    string // as messages show it: "(*T).Method", "pkg.F"
	Pkg     string
	Pos     Pos
	Recv    bool    // the first parameter is a receiver
	Params  []Param // receiver first
	NumFree int     // captured variables; nodes len(Params)...
	Nodes   []Node  // parameters, captured variables, then the body
	Results [][]Ref // what each result may be
	Guards  []Guard `json:",omitempty"`

	Handler     bool   `json:",omitempty"` // marked, or has an event parameter (H6, H7)
	Constructor string `json:",omitempty"` // kind, by directive (C4)
	Fails       bool   `json:",omitempty"` // has an error result
	Starts      bool   `json:",omitempty"` // calls an entry point itself, or refers to one
	Loops       bool   `json:",omitempty"` // some node depends on a later one
	Test        bool   `json:",omitempty"` // stands in a test file
	Generated   bool   `json:",omitempty"`
}

// A Param is a parameter of a function.
type Param struct {
	Name  string
	Type  string // type ID where it is a named type of the module
	Class entry.Class
}

// A Pos is a place in one of a package's files.
type Pos struct{ F, L, C int32 }

// IsValid reports whether p is a known place.
func (p Pos) IsValid() bool { return p.L > 0 }

// A Ref names a node of the same function; None is a constant.
type Ref = int32

// None is the Ref of what carries no information: constants, zero values.
const None Ref = -1

// A Node is one step of a condensed body.
type Node struct {
	Op   Op
	X    []Ref  `json:",omitempty"` // operands
	S    string `json:",omitempty"` // field, global, function or type, by Op
	Pos  Pos
	End  Pos   `json:",omitzero"`
	Call *Call `json:",omitempty"`
	Made *Made `json:",omitempty"` // the construction that the node is or stands for (C1)
	// Conv holds, for OpIface and OpBound, the method keys of the interface; for
	// an OpLoad that copies a local struct, the fields that the stores X[1:] filled.
	Conv []string `json:",omitempty"`
	// Lost holds, for each of those stores, the fields of the stored struct that
	// were overwritten since, separated by spaces.
	Lost []string `json:",omitempty"`
	Key  string   `json:",omitempty"` // OpElem, OpStore: the map's key, if it is a constant
	Pkg  string   `json:",omitempty"` // OpIface: where the interface is declared
	T    string   `json:",omitempty"` // type ID: of a call's first result, of what a package variable holds; stores: "nil" where nil is stored, "send" and "close" of channels
	// Plain says that the value cannot hold anything: all that matters is whether
	// it is event data.
	Plain bool `json:",omitempty"`
	// Cond says that the call stands under a condition, in a loop, or behind an
	// exit that depends on the event.
	Cond bool `json:",omitempty"`
	// Local is a local variable that was tested for nil above the node: it
	// guards nothing (G4).
	Local string `json:",omitempty"`
	// Guards are the indices of the tests under which the node runs.
	Guards []int32 `json:",omitempty"`
}

// An Op says what a Node does.
type Op uint8

// What nodes do.
const (
	OpParam     Op = iota
	OpFree         // captured variable
	OpGlobal       // address of package variable S
	OpFunc         // function S
	OpClosure      // closure of function S over X
	OpBound        // method value: method S of X[0]; Conv set: through an interface
	OpAlloc        // new object of type S
	OpFieldAddr    // address of field S of X[0]
	OpField        // field S of struct value X[0]
	OpLoad         // what X[0] points to; S "agg": a struct or array, copied; "copy": see Conv
	OpStore        // X[1] into what X[0] points to; X[2] the key in a map
	OpElemAddr     // address of an element of X[0]; X[1] the index
	OpElem         // an element of X[0]; X[1] the index
	OpJoin         // any of X
	OpTaint        // a plain value computed from X; S "compared": which says nothing of what X refer to; Moment: something else each time
	OpIface        // X[0] of concrete type S as an interface
	OpExtract      // result S of call X[0]
	OpCall
)

// Moment is an OpTaint's S for what a function gives differently on each call.
const Moment = "moment"

var opNames = [...]string{
	"param", "free", "global", "func", "closure", "bound", "alloc", "fieldaddr", "field",
	"load", "store", "elemaddr", "elem", "join", "taint", "iface", "extract", "call",
}

func (o Op) String() string { return opNames[o] }

// A Call is the call that an OpCall node makes.
type Call struct {
	How    How
	Name   string   // full name of the function or method, "" if dynamic
	Pkg    string   // import path of the callee's package
	Iface  []string `json:",omitempty"` // Invoke: method keys of the interface, sorted
	Recv   bool     `json:",omitempty"` // X[0] is a receiver
	Ctx    uint64   `json:",omitempty"` // which of X are contexts
	Hold   uint64   `json:",omitempty"` // which of X an unknown callee's result may hold (C3)
	Error  bool     `json:",omitempty"` // the callee has an error result
	Plain  uint64   `json:",omitempty"` // which results cannot hold anything: numbers, strings, errors
	ToCtx  bool     `json:",omitempty"` // the first result is a context
	OneUse bool     `json:",omitempty"` // the first result is for one use, if the callee belongs to another module
	Moment bool     `json:",omitempty"` // the callee gives something else each time: unique values, tokens
	NumOut int      `json:",omitempty"` // number of results
	Local  uint64   `json:",omitempty"` // which of X point into local variables
	Guards []int32  `json:",omitempty"`
}

// How says how a Call finds its callee.
type How uint8

// How calls find their callees.
const (
	Static  How = iota
	Dynamic     // X[0] is the function
	Invoke      // X[0] is the interface value, Name the method's name
)

// Made describes a construction (C1).
type Made struct {
	Kind      string
	Name      string // "s3.NewFromConfig", "http.Transport{}"
	Full      string // full object name
	Pays      string
	Exclusive bool `json:",omitempty"`
	First     bool `json:",omitempty"` // the first argument alone says what is built
}

// A Guard is a test that may save what runs under it from running again (G2, G3).
type Guard struct {
	What  string // the tested variable, as in the source
	Pos   Pos
	Conds []Ref // what is tested: the nodes the condition is computed from
	// Under are the stores and calls that run only after the test said
	// "missing".
	Under []Ref
	Field string `json:",omitempty"` // of the last of Conds, by its path, if that is a struct
	// After are stores to what is tested and deferred calls that run behind those.
	After    []Ref   `json:",omitempty"`
	Nil      bool    `json:",omitempty"` // a test for nil or zero of one variable
	Type     string  `json:",omitempty"` // the tested variable's type
	Inverted bool    `json:",omitempty"` // runs only when the variable is already set
	Reset    bool    `json:",omitempty"` // the function empties the variable itself, each time
	Shadowed bool    `json:",omitempty"` // := makes a new variable of the same name
	ByValue  bool    `json:",omitempty"` // the variable is in a receiver passed by value
	Claims   bool    `json:",omitempty"` // the test itself fills the storage: CompareAndSwap
	Takes    bool    `json:",omitempty"` // it runs only with what the test took out of a channel
	And      []int32 `json:",omitempty"` // holds only together with these
}

// Lookup returns the function with the given ID, or nil.
func (p *Package) Lookup(id string) *Func {
	i, ok := slices.BinarySearchFunc(p.Funcs, id, func(f *Func, id string) int {
		switch {
		case f.ID < id:
			return -1
		case f.ID > id:
			return 1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return p.Funcs[i]
}

// Package catalog knows which calls and composite literals are constructions:
// expensive things of which one per execution environment would do (C1), and
// which cheap look-alikes are not (C2).
//
// The catalogue is a table in the embedded files table/*.txt. Users add lines
// of the same form (C4), see [Parse] and [Catalog.Merge].
//
// # Lines
//
// A line of the table is one of
//
//	# a comment
//	KIND PATTERN [-> RESULT] [exclusive] [first-argument] WHAT IS PAID AGAIN [| WHAT TO WATCH WHEN HOISTING]
//	! PATTERN [-> RESULT] WHY IT IS CHEAP
//
// where KIND is one of [Kinds]. "exclusive" says that what is built must not be
// shared between concurrent invocations; "first-argument" that only the first
// argument says what is built, others being what it is used on, once. "!" says
// that what matches is never a construction.
//
// # Patterns
//
// A pattern spells an object as [types.Func.FullName] prints it, a composite
// literal (or new) of a type with {} behind the type:
//
//	net/http.NewServeMux
//	(*firebase.google.com/go/v4.App).Auth
//	net/http.Transport{}
//
// In it
//
//	a/*.New*     * is any run of characters inside one path element or one name
//	a/**/b.New   ** stands for any number of path elements, none included
//	a/v*/b.New   v* stands for a major version (v2, v10) or nothing
//
// Whether a method has a pointer receiver makes no difference. RESULT asks in
// addition for the type of the first result, spelt as inside the function's own
// package; a leading * is a pointer there, and only a further * a wildcard:
//
//	cloud.google.com/go/**.New*Client -> **
//
// # Which line wins
//
// The pattern with most literal characters; among equals one with a RESULT,
// then one with "!". All lines of a user win over all of the embedded table.
package catalog

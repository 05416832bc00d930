// Package edit applies fixes to files (F5).
//
// A fix is applied whole or not at all: one that overlaps another fix, that
// touches a generated file or that leaves a file which does not parse is
// dropped with a reason. What results is gofmt-formatted, keeps line endings,
// has no import that the fixes left unused and can be type-checked (Check)
// before it is written (Write) or shown (Diff).
package edit

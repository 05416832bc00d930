// Package realtest checks the catalogue against the real libraries: every line
// of it must name something that a library in modules.txt declares. What cannot
// be had from the module proxy stands in exceptions.txt, with the reason.
//
// It is a module of its own so that nobody who uses lambdainit downloads these
// libraries. They are read, not compiled.
package realtest

package analyzer

// Config is what users can set. The zero value is the default behaviour.
type Config struct {
	Kinds        []string // kinds to report; none: those on by default; "all"; "+cpu" adds, "-router" removes
	Constructors []string // further catalogue lines: "KIND full.name.Of.Constructor what is paid again" (C4)
	Ignore       []string // constructor patterns not to report
	EntryPoints  []string // further entry points: "import/path.Func(ARG)" with the handler's argument index, from 0
	Keyed        bool     // report event-dependent constructions too, with the advice to cache by key (E1)
	Tests        bool     // analyse test files too (S3)
	Local        bool     // do not follow calls into other packages
	Lazy         bool     // fixes build on first use and leave errors where they are (F6), not in func init (F1)
	Module       string   // path of the main module, for drivers that know no modules, such as Bazel's nogo (R2)

	// WholeModule says that the driver sees all packages of the module in one
	// process and prints Result.Findings itself: they then stand in whichever
	// package the call to move is in (P3). The analyzer reports no diagnostics.
	WholeModule bool
}

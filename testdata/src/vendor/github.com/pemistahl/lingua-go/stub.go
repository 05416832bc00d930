// Package lingua is a stub for tests: declarations only.
package lingua

type Language int

const (
	English Language = iota
	German
	French
)

type UnconfiguredLanguageDetectorBuilder interface {
	FromAllLanguages() LanguageDetectorBuilder
	FromLanguages(languages ...Language) LanguageDetectorBuilder
}

type LanguageDetectorBuilder interface {
	WithMinimumRelativeDistance(distance float64) LanguageDetectorBuilder
	WithPreloadedLanguageModels() LanguageDetectorBuilder
	Build() LanguageDetector
}

type LanguageDetector interface {
	DetectLanguageOf(text string) (Language, bool)
}

func NewLanguageDetectorBuilder() UnconfiguredLanguageDetectorBuilder { return nil }

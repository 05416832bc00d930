package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
)

// SARIF says how to print findings as SARIF 2.1.0, as GitHub code scanning and
// others read it.
type SARIF struct {
	Dir     string   // the root that file names are relative to
	Version string   // of lambdainit
	Rules   []Rule   // one per kind
	Errors  []string // what kept packages from being analysed
	Read    func(name string) ([]byte, error)
}

// A Rule describes a kind of finding.
type Rule struct {
	Kind, Short, URL string
	Help             string // Markdown
	Default          bool   // on by default
}

// srcRoot names the root in SARIF's originalUriBaseIds.
const srcRoot = "SRCROOT"

// Write prints a log with one run.
func (s SARIF) Write(w io.Writer, findings []*Finding) error {
	p := &sarifPrinter{SARIF: s, texts: newTexts(s.Read), seen: make(map[string]int)}
	log := sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{p.run(findings)},
	}
	data, err := json.MarshalIndent(log, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}

type sarifPrinter struct {
	SARIF
	texts *texts
	seen  map[string]int // how often each fingerprint was given
}

func (p *sarifPrinter) run(findings []*Finding) sarifRun {
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{
			Name:           "lambdainit",
			Version:        numeric(p.Version),
			InformationURI: "https://github.com/lambdainit/lambdainit",
		}},
		Invocations:        []sarifInvocation{p.invocation()},
		OriginalURIBaseIDs: map[string]sarifArtifact{srcRoot: {URI: fileURI(p.Dir) + "/"}},
		ColumnKind:         "utf16CodeUnits",
		Results:            []sarifResult{},
	}
	index := make(map[string]int)
	for i, r := range p.Rules {
		index[r.Kind] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, r.sarif())
	}
	for _, f := range findings {
		result := p.result(f)
		if i, ok := index[f.Kind]; ok {
			result.RuleIndex = &i
		}
		run.Results = append(run.Results, result)
	}
	return run
}

func (p *sarifPrinter) invocation() sarifInvocation {
	inv := sarifInvocation{Successful: len(p.Errors) == 0}
	for _, e := range p.Errors {
		inv.Notifications = append(inv.Notifications, sarifNotification{Level: "error", Message: sarifMessage{Text: sentence(e)}})
	}
	return inv
}

func (r Rule) sarif() sarifRule {
	plain, _, _ := strings.Cut(strings.TrimSpace(body(r.Help)), "\n\n")
	return sarifRule{
		ID:               r.Kind,
		Name:             camel(r.Kind) + "Finding", // SARIF wants it to differ from the ID
		ShortDescription: sarifMessage{Text: sentence(r.Short)},
		FullDescription:  sarifMessage{Text: sentence(strings.Join(strings.Fields(plain), " "))},
		Help:             sarifHelp{Text: r.Help, Markdown: r.Help},
		HelpURI:          r.URL,
		Configuration:    sarifConfiguration{Enabled: r.Default, Level: "warning"},
		Properties:       sarifProperties{Tags: []string{"performance", "aws-lambda", "cold-start"}, Precision: "high", Severity: "warning"},
	}
}

// body is a page without its title.
func body(page string) string {
	if _, rest, found := strings.Cut(page, "\n"); found && strings.HasPrefix(page, "#") {
		return rest
	}
	return page
}

func (p *sarifPrinter) result(f *Finding) sarifResult {
	level := "warning"
	if f.Keyed {
		level = "note"
	}
	r := sarifResult{
		RuleID:       f.Kind,
		Level:        level,
		Message:      sarifMessage{Text: sentence(f.Message)},
		Locations:    []sarifLocation{p.location(Site{Pos: f.Pos}, f.end())},
		Fingerprints: map[string]string{"lambdainit/v1": p.fingerprint(f)},
	}
	p.quote(r.Locations[0].Physical, f.Pos)
	for i, s := range f.Related() {
		related := p.location(s, s.Pos)
		related.ID = i + 1
		r.Related = append(r.Related, related)
	}
	r.CodeFlows = p.codeFlows(f)
	for _, fix := range f.Fixes {
		r.Fixes = append(r.Fixes, p.fix(fix))
	}
	return r
}

// around is how many lines are quoted on either side of a finding's line.
const around = 2

// quote adds the text of a finding's line and of those around it.
func (p *sarifPrinter) quote(loc *sarifPhysical, pos Position) {
	text, ok := p.texts.line(pos.File, pos.Line)
	if !ok {
		return
	}
	loc.Region.Snippet = &sarifMessage{Text: text}
	first := max(1, pos.Line-around)
	var lines []string
	for n := first; n <= pos.Line+around; n++ {
		if line, ok := p.texts.line(pos.File, n); ok {
			lines = append(lines, line)
		}
	}
	loc.Context = &sarifContext{
		StartLine: first,
		EndLine:   first + len(lines) - 1,
		Snippet:   sarifMessage{Text: strings.Join(lines, "\n")},
	}
}

// codeFlows is the way from the entry point to the construction (P2).
func (p *sarifPrinter) codeFlows(f *Finding) []sarifCodeFlow {
	var flow sarifThreadFlow
	for _, s := range append(append([]Site{}, f.Way...), Site{f.Pos, "builds " + f.What}) {
		if s.Pos.File != "" {
			flow.Locations = append(flow.Locations, sarifFlowLocation{p.location(s, s.Pos)})
		}
	}
	if len(flow.Locations) < 2 {
		return nil
	}
	return []sarifCodeFlow{{[]sarifThreadFlow{flow}}}
}

func (p *sarifPrinter) location(s Site, end Position) sarifLocation {
	loc := sarifLocation{Physical: &sarifPhysical{
		Artifact: p.artifact(s.Pos.File),
		Region: sarifRegion{
			StartLine: s.Pos.Line, StartColumn: p.texts.column(s.Pos),
			EndLine: end.Line, EndColumn: p.texts.column(end),
		},
	}}
	if s.What != "" {
		loc.Message = &sarifMessage{Text: s.What}
	}
	return loc
}

// artifact names a file relative to the root if it is below it.
func (p *sarifPrinter) artifact(file string) sarifArtifact {
	rel := Relative(p.Dir, file)
	if filepath.IsAbs(rel) {
		return sarifArtifact{URI: fileURI(file)}
	}
	return sarifArtifact{URI: (&url.URL{Path: filepath.ToSlash(rel)}).String(), BaseID: srcRoot}
}

func fileURI(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: strings.TrimSuffix(path, "/")}).String()
}

// fix presents edits as replacements. They all lie in one file.
func (p *sarifPrinter) fix(fix Fix) sarifFix {
	f := sarifFix{Description: sarifMessage{Text: sentence(fix.Message)}}
	changes := make(map[string]int) // file → index
	for _, e := range fix.Edits {
		i, ok := changes[e.File]
		if !ok {
			i = len(f.Changes)
			changes[e.File] = i
			f.Changes = append(f.Changes, sarifChange{Artifact: p.artifact(e.File)})
		}
		start, end := p.texts.position(e.File, e.Start), p.texts.position(e.File, e.End)
		f.Changes[i].Replacements = append(f.Changes[i].Replacements, sarifReplacement{
			Deleted: sarifRegion{
				StartLine: start.Line, StartColumn: p.texts.column(start),
				EndLine: end.Line, EndColumn: p.texts.column(end),
			},
			Inserted: sarifMessage{Text: e.New},
		})
	}
	return f
}

// fingerprint stays the same when lines are added above the call: it is made
// from the file, the kind and the text of the line, and from which of several
// equal ones it is.
func (p *sarifPrinter) fingerprint(f *Finding) string {
	line, _ := p.texts.line(f.Pos.File, f.Pos.Line)
	key := strings.Join([]string{filepath.ToSlash(Relative(p.Dir, f.Pos.File)), f.Kind, strings.TrimSpace(line)}, "\x00")
	p.seen[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, p.seen[key]))
	return hex.EncodeToString(sum[:16])
}

// sentence ends a text as SARIF wants its messages to end.
func sentence(text string) string {
	return strings.TrimRight(text, ". \n") + "."
}

// numeric is a version that begins with a number, as SARIF wants it.
func numeric(version string) string {
	if rest, ok := strings.CutPrefix(version, "v"); ok {
		return rest
	}
	return "0.0.0-devel"
}

func capital(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// camel makes AwsClient of aws-client.
func camel(kind string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(kind, "-") {
		b.WriteString(capital(word))
	}
	return b.String()
}

package catalog

import (
	"errors"
	"fmt"
	"strings"
)

// A rule is a line of the table.
type rule struct {
	Entry
	pattern *pattern
	cheap   bool // a "!" line (C2)
	layer   int  // rules of a higher layer win: the user's over the embedded ones
}

// Parse reads a table; name is what its errors and [Entry.Source] call it. The
// error, if any, tells of every line that is wrong.
func Parse(name, text string) (*Catalog, error) {
	var p parser
	p.parse(name, text)
	return p.catalog()
}

// A parser gathers the rules, and the mistakes, of one or several texts.
type parser struct {
	rules []*rule
	errs  []error
	first map[string]string // source of the first rule with this pattern
}

func (p *parser) parse(name, text string) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		source := fmt.Sprintf("%s:%d", name, n)
		if err := p.add(line, source); err != nil {
			p.errs = append(p.errs, fmt.Errorf("%s: %w", source, err))
		}
	}
}

// add reads one line that is no comment.
func (p *parser) add(line, source string) error {
	r, err := parseRule(line)
	if err != nil {
		return err
	}
	r.Source = source
	key := r.pattern.key()
	if first, ok := p.first[key]; ok {
		return fmt.Errorf("%s is already listed at %s: remove one of the two lines", r.Pattern, first)
	}
	if p.first == nil {
		p.first = make(map[string]string)
	}
	p.first[key] = source
	p.rules = append(p.rules, r)
	return nil
}

func (p *parser) catalog() (*Catalog, error) {
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return newCatalog(p.rules), nil
}

// parseRule reads KIND PATTERN [-> RESULT] [exclusive] [first-argument] TEXT [| HOIST].
func parseRule(line string) (*rule, error) {
	kind, rest := cutWord(line)
	if err := checkKind(kind); err != nil {
		return nil, err
	}
	text, rest, err := cutPattern(rest)
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", text, err)
	}
	compiled, err := compile(text)
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", text, err)
	}
	r := &rule{pattern: compiled, cheap: kind == "!", Entry: Entry{Kind: kind, Pattern: text}}
	if after, ok := cutFlag(rest, "exclusive"); ok && !r.cheap {
		r.Exclusive, rest = true, after
	}
	if after, ok := cutFlag(rest, "first-argument"); ok && !r.cheap {
		r.First, rest = true, after
	}
	pays, hoist, _ := strings.Cut(" "+rest+" ", " | ")
	r.Pays, r.Hoist = strings.TrimSpace(pays), strings.TrimSpace(hoist)
	if r.Pays == "" {
		return nil, missingText(r)
	}
	return r, nil
}

// checkKind says what is wrong with a line's first word.
func checkKind(kind string) error {
	if kind == "!" || IsKind(kind) {
		return nil
	}
	return fmt.Errorf("unknown kind %q: begin the line with one of %s, or with ! for what is cheap", kind, kindNames())
}

// cutPattern cuts the pattern, with its condition on the result, off a line.
func cutPattern(s string) (text, rest string, err error) {
	text, rest = cutWord(s)
	if text == "" {
		return "", "", errors.New("no pattern: write import/path.Name behind the kind")
	}
	after, ok := cutFlag(rest, resultMark)
	if !ok {
		return text, rest, nil
	}
	result, rest := cutWord(after)
	if result == "" {
		return text, "", fmt.Errorf("no type after %q: write the first result's type, such as *Client", resultMark)
	}
	return text + " " + resultMark + " " + result, rest, nil
}

func missingText(r *rule) error {
	if r.cheap {
		return fmt.Errorf("%s: no text: say behind the pattern why it is cheap", r.Pattern)
	}
	return fmt.Errorf("%s: no text: say behind the pattern what every invocation pays again", r.Pattern)
}

// cutWord cuts the first word off a line.
func cutWord(s string) (word, rest string) {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		return s[:i], strings.TrimSpace(s[i:])
	}
	return s, ""
}

// cutFlag cuts the word flag off a line that begins with it.
func cutFlag(s, flag string) (rest string, ok bool) {
	word, rest := cutWord(s)
	return rest, word == flag
}

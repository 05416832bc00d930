package catalog

import (
	"errors"
	"fmt"
	"go/token"
	"strings"
)

// A shape says what sort of thing a pattern or a name stands for.
type shape int8

const (
	function shape = iota
	method
	literal // composite literal, or new
)

// A name is the spelling of an object, or the pattern of one, taken apart.
type name struct {
	shape shape
	path  string // of the package
	recv  string // the receiver's type, for a method
	base  string // the function, method or type
}

// A pattern is a compiled pattern of the table.
type pattern struct {
	name
	elems  []string // of path
	fixed  bool     // path holds no * but major versions
	result string   // condition on the first result's type, or ""
	weight int      // literal characters: how specific it is
}

const resultMark = "->"

// ValidPattern says what is wrong with a pattern, or returns nil.
func ValidPattern(pattern string) error {
	_, err := compile(pattern)
	return err
}

// MatchPattern reports whether pattern matches an object that is spelt as
// [types.Func.FullName] prints it, or with {} behind a type. A condition on the
// result is taken as met. An invalid pattern matches nothing.
func MatchPattern(pattern, fullName string) bool {
	p, err := compile(pattern)
	if err != nil {
		return false
	}
	n, err := split(fullName)
	return err == nil && p.matchPath(n.path) && p.matchName(n.shape, n.recv, n.base)
}

// compile parses a pattern with its optional condition on the result.
func compile(text string) (*pattern, error) {
	spelling, result, conditional := strings.Cut(text, resultMark)
	spelling, result = strings.TrimSpace(spelling), strings.TrimSpace(result)
	if conditional && result == "" {
		return nil, fmt.Errorf("no type after %q: write the first result's type, such as *Client", resultMark)
	}
	if strings.ContainsAny(spelling+result, " \t") {
		return nil, errors.New("blank inside the pattern: remove it")
	}
	n, err := split(spelling)
	if err != nil {
		return nil, err
	}
	if err := n.valid(); err != nil {
		return nil, err
	}
	p := &pattern{name: n, elems: strings.Split(n.path, "/"), result: result}
	if conditional && n.shape == literal {
		return nil, errors.New("a composite literal has no result: remove the condition")
	}
	p.fixed = p.isFixed()
	p.weight = len(n.path+n.recv+n.base) - strings.Count(n.path+n.recv+n.base, "*")
	return p, nil
}

// split takes the spelling of an object, or of a pattern, apart.
func split(spelling string) (name, error) {
	switch {
	case spelling == "":
		return name{}, errors.New("no pattern: write import/path.Name")
	case strings.HasPrefix(spelling, "("):
		return splitMethod(spelling)
	case strings.HasSuffix(spelling, "{}"):
		path, base, err := cutLastDot(withoutTypeArgs(strings.TrimSuffix(spelling, "{}")))
		return name{shape: literal, path: path, base: base}, err
	}
	path, base, err := cutLastDot(withoutTypeArgs(spelling))
	return name{shape: function, path: path, base: base}, err
}

// splitMethod takes (*import/path.Type).Method or (import/path.Type).Method apart.
func splitMethod(spelling string) (name, error) {
	recv, base, found := strings.Cut(spelling[1:], ").")
	if !found || strings.ContainsAny(recv+base, "()") {
		return name{}, errors.New("unbalanced parentheses: write a method as (*import/path.Type).Method")
	}
	path, recv, err := cutLastDot(withoutTypeArgs(strings.TrimPrefix(recv, "*")))
	return name{shape: method, path: path, recv: recv, base: base}, err
}

// withoutTypeArgs drops the type arguments or parameters behind a type.
func withoutTypeArgs(s string) string {
	if i := strings.IndexByte(s, '['); i >= 0 && strings.HasSuffix(s, "]") {
		return s[:i]
	}
	return s
}

// cutLastDot splits import/path.Name: paths may hold dots, names may not.
func cutLastDot(s string) (path, base string, err error) {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || i == len(s)-1 || strings.Contains(s[i:], "/") {
		return "", "", errors.New("it names no object of a package: write import/path.Name, import/path.Type{} or (*import/path.Type).Method")
	}
	return s[:i], s[i+1:], nil
}

// valid says what is wrong with the parts of a pattern.
func (n name) valid() error {
	if strings.ContainsAny(n.path+n.recv+n.base, "()[]{}!|,;\"'`") {
		return errors.New("unbalanced parentheses or a stray character: write import/path.Name, import/path.Type{} or (*import/path.Type).Method")
	}
	for elem := range strings.SplitSeq(n.path, "/") {
		if elem == "" {
			return errors.New("empty path element: write the import path without a leading, trailing or double slash")
		}
		if elem != "**" && strings.Contains(elem, "**") {
			return errors.New("** inside a path element: it must be a whole element, as in a/**/b.New")
		}
	}
	if strings.Contains(n.recv, "**") || strings.Contains(n.base, "**") {
		return errors.New("** inside a name: write a single *")
	}
	if !isName(n.base) || n.shape == method && !isName(n.recv) {
		return errors.New("what stands behind the last dot is no Go name: write import/path.Name")
	}
	return nil
}

// isName reports whether s is an identifier, or a pattern of one.
func isName(s string) bool {
	return token.IsIdentifier(strings.ReplaceAll(s, "*", "x"))
}

// isFixed reports whether the path has no wildcard but for major versions.
func (p *pattern) isFixed() bool {
	for _, elem := range p.elems {
		if elem != "v*" && strings.Contains(elem, "*") {
			return false
		}
	}
	return true
}

// matchPath reports whether the pattern matches the path of a package.
func (p *pattern) matchPath(path string) bool {
	return matchElems(p.elems, strings.Split(path, "/"))
}

func matchElems(pattern, path []string) bool {
	for i, elem := range pattern {
		rest := pattern[i+1:]
		switch {
		case elem == "**":
			for n := range len(path) + 1 {
				if matchElems(rest, path[n:]) {
					return true
				}
			}
			return false
		case elem == "v*":
			if len(path) > 0 && isMajor(path[0]) {
				return matchElems(rest, path[1:])
			}
			continue
		case len(path) == 0 || !glob(elem, path[0]):
			return false
		}
		path = path[1:]
	}
	return len(path) == 0
}

// matchName reports whether the pattern matches the part behind the package's path.
func (p *pattern) matchName(s shape, recv, base string) bool {
	return p.shape == s && glob(p.base, base) && glob(p.recv, recv)
}

// matchResult reports whether a type, spelt as inside its package, meets the condition.
func (p *pattern) matchResult(typ string) bool {
	want, pointer := strings.CutPrefix(p.result, "*")
	typ, isPointer := strings.CutPrefix(typ, "*")
	return pointer == isPointer && glob(want, typ)
}

// key is the same for two patterns that match the same objects.
func (p *pattern) key() string {
	return fmt.Sprint(p.shape, p.path, " ", p.recv, ".", p.base, resultMark, p.result)
}

// foldedPath is the package's path without its major versions, to look it up by.
func foldedPath(path string) string {
	if !strings.Contains(path, "/v") {
		return path
	}
	var kept []string
	for elem := range strings.SplitSeq(path, "/") {
		if elem != "v*" && !isMajor(elem) {
			kept = append(kept, elem)
		}
	}
	return strings.Join(kept, "/")
}

// isMajor reports whether a path element is a major version: v2, v10.
func isMajor(elem string) bool {
	return len(elem) > 1 && elem[0] == 'v' && strings.Trim(elem[1:], "0123456789") == ""
}

// glob reports whether s matches a pattern in which * is any run of characters.
func glob(pattern, s string) bool {
	prefix, rest, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == s
	}
	s, ok := strings.CutPrefix(s, prefix)
	if !ok {
		return false
	}
	for {
		part, next, more := strings.Cut(rest, "*")
		if !more {
			return strings.HasSuffix(s, part)
		}
		i := strings.Index(s, part)
		if i < 0 {
			return false
		}
		s, rest = s[i+len(part):], next
	}
}

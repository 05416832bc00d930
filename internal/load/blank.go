package load

import "bytes"

// blankBodies replaces the bodies of top-level functions in src by blanks, line
// ends apart, so that they cost the parser next to nothing and all positions
// stay. It changes src in place. It expects gofmt's layout, in which such a
// function's "func" begins a line: of a function that does not, the body stays,
// which is slower and otherwise the same.
func blankBodies(src []byte) []byte {
	for i := 0; i < len(src); {
		if atFunc(src, i) {
			i = blankFunc(src, i+len("func"))
		} else {
			i = next(src, i)
		}
	}
	return src
}

// atFunc reports whether a line that begins at i begins with "func".
func atFunc(src []byte, i int) bool {
	return (i == 0 || src[i-1] == '\n') && bytes.HasPrefix(src[i:], []byte("func")) &&
		i+4 < len(src) && !isLetter(src[i+4])
}

// blankFunc blanks the body of the function whose signature begins at i, if it
// has one, and returns where the function ends.
func blankFunc(src []byte, i int) int {
	depth := 0 // of parentheses and brackets
	last := "" // last word, or "" if another token followed it
	for i < len(src) {
		switch c := src[i]; {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == '\n' && depth == 0:
			return i // no body: it is written in assembly
		case c == '{' && (depth > 0 || last == "struct" || last == "interface"):
			i, last = closing(src, i)+1, ""
			continue
		case c == '{':
			end := closing(src, i)
			blank(src[min(i+1, len(src)):end])
			return end
		}
		i, last = nextWord(src, i, last)
	}
	return i
}

// nextWord returns where the token after the one at i begins, and the last word
// up to there: blanks do not change it, other tokens clear it.
func nextWord(src []byte, i int, last string) (int, string) {
	end := next(src, i)
	switch c := src[i]; {
	case isLetter(c):
		return end, string(src[i:end])
	case c == ' ' || c == '\t':
		return end, last
	}
	return end, ""
}

// closing returns the place of the brace that closes the one at i, or len(src).
func closing(src []byte, i int) int {
	for depth := 0; i < len(src); i = next(src, i) {
		switch src[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(src)
}

// next returns where the token or blank after the one at i begins. Only what
// could hide a brace matters: comments, strings and runes are one token each,
// and so are words.
func next(src []byte, i int) int {
	switch c := src[i]; {
	case c == '"' || c == '\'':
		return afterQuoted(src, i)
	case c == '`':
		return after(src, i+1, "`")
	case c == '/' && i+1 < len(src) && src[i+1] == '/':
		return max(i+2, after(src, i, "\n")-1)
	case c == '/' && i+1 < len(src) && src[i+1] == '*':
		return after(src, i+2, "*/")
	case isLetter(c):
		for i < len(src) && isLetter(src[i]) {
			i++
		}
		return i
	}
	return i + 1
}

// afterQuoted returns the place after the string or rune literal that begins
// at i.
func afterQuoted(src []byte, i int) int {
	quote := src[i]
	for i++; i < len(src) && src[i] != quote && src[i] != '\n'; i++ {
		if src[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(src))
}

// after returns the place after the next mark at or after i, or len(src).
func after(src []byte, i int, mark string) int {
	if j := bytes.Index(src[i:], []byte(mark)); j >= 0 {
		return i + j + len(mark)
	}
	return len(src)
}

// blank overwrites all but line ends.
func blank(body []byte) {
	for i, c := range body {
		if c != '\n' && c != '\r' {
			body[i] = ' '
		}
	}
}

// isLetter reports whether c can be part of a word.
func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

package report

import (
	"bytes"
	"os"
	"strings"
	"unicode/utf16"
)

// texts reads source files, each once. A file that cannot be read is empty.
type texts struct {
	read  func(string) ([]byte, error)
	files map[string][]byte
	lines map[string][]string
}

func newTexts(read func(string) ([]byte, error)) *texts {
	if read == nil {
		read = os.ReadFile
	}
	return &texts{read, make(map[string][]byte), make(map[string][]string)}
}

func (t *texts) file(name string) []byte {
	src, ok := t.files[name]
	if !ok {
		src, _ = t.read(name)
		t.files[name] = src
	}
	return src
}

// line returns a line without its end, and whether there is one.
func (t *texts) line(name string, n int) (string, bool) {
	lines, ok := t.lines[name]
	if !ok {
		lines = strings.Split(string(t.file(name)), "\n")
		t.lines[name] = lines
	}
	if n < 1 || n > len(lines) || n == len(lines) && lines[n-1] == "" {
		return "", false
	}
	return strings.TrimSuffix(lines[n-1], "\r"), true
}

// column counts a position's column in UTF-16 code units, from 1.
func (t *texts) column(p Position) int {
	line, _ := t.line(p.File, p.Line)
	if p.Col < 1 || p.Col-1 > len(line) {
		return max(p.Col, 1)
	}
	return len(utf16.Encode([]rune(line[:p.Col-1]))) + 1
}

// position returns the place of a byte offset.
func (t *texts) position(name string, offset int) Position {
	src := t.file(name)
	src = src[:min(offset, len(src))]
	return Position{
		File: name,
		Line: bytes.Count(src, []byte("\n")) + 1,
		Col:  len(src) - bytes.LastIndexByte(src, '\n'),
	}
}

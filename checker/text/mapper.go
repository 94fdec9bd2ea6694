package text

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Position is one place in a source, in every unit that a reader or a program
// may want.
type Position struct {
	// Offset counts bytes of the source, from 0.
	Offset int
	// Line counts lines, from 1. LF, CRLF and CR end one.
	Line int
	// Column counts code points in the line, from 1.
	Column int
	// UTF16 counts UTF-16 code units in the line, from 0, as editors and the
	// Language Server Protocol do.
	UTF16 int
	// Akshara counts what a reader counts, in the line, from 1.
	Akshara int
	// Byte counts bytes in the line, from 0; a byte order mark counts.
	Byte int
}

// Mapper converts offsets of a source into positions. It reads the source once
// when first asked, and only the lines asked for from then on; of these it
// remembers steps, so that many findings in one line cost no more than the line.
// It is safe for several goroutines.
type Mapper struct {
	source string
	mu     sync.Mutex
	lines  []int // offsets of the line starts
	steps  map[int][]Position
	last   Position // that was asked for last: the end of a span is near its start
}

// step is the least distance in bytes between remembered positions of a line.
const step = 128

// NewMapper returns the mapper of a source.
func NewMapper(source string) *Mapper { return &Mapper{source: source} }

// Position returns the position of a source offset. An offset inside a code
// point counts as its start; one behind the end as the end.
func (m *Mapper) Position(offset int) Position {
	m.mu.Lock()
	defer m.mu.Unlock()
	offset = max(0, min(offset, len(m.source)))
	for offset > 0 && offset < len(m.source) && !utf8.RuneStart(m.source[offset]) && invalidTail(m.source, offset) {
		offset--
	}
	line := m.lineOf(offset)
	end := m.end(line)
	at := m.last
	if at.Line != line+1 || at.Offset > offset || offset-at.Offset > step {
		at = m.nearest(line, offset)
	}
	for {
		akshara := Akshara(m.source[at.Offset:end])
		if akshara == "" || at.Offset+len(akshara) > offset {
			break
		}
		at = at.after(akshara)
	}
	if at.Offset > m.lines[line] { // before a byte order mark nothing counts
		m.last = at
	}
	rest := at.after(m.source[at.Offset:offset])
	rest.Akshara = at.Akshara
	rest.Byte = offset - m.lines[line]
	return rest
}

// invalidTail reports whether the byte at an offset continues a valid code
// point rather than being a stray byte.
func invalidTail(s string, offset int) bool {
	for back := 1; back <= 3 && back <= offset; back++ {
		if utf8.RuneStart(s[offset-back]) {
			_, n := utf8.DecodeRuneInString(s[offset-back:])
			return n > back
		}
	}
	return false
}

// Offset returns the source offset of a line (from 1) and a UTF-16 column
// (from 0), the units of editors. Places outside the source are moved into it.
func (m *Mapper) Offset(line, utf16 int) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.index()
	line = max(1, min(line, len(m.lines))) - 1
	at, end := m.lines[line], m.end(line)
	if line == 0 && len(m.source) >= 3 && m.source[:3] == string(BOM) {
		at = 3
	}
	for at < end && utf16 > 0 {
		r, n := utf8.DecodeRuneInString(m.source[at:end])
		utf16--
		if r > 0xffff {
			utf16--
		}
		at += n
	}
	return at
}

// Lines returns the number of lines.
func (m *Mapper) Lines() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.index()
	return len(m.lines)
}

// LineSpan returns the span of a line (from 1) without its line end.
func (m *Mapper) LineSpan(line int) Span {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.index()
	line = max(1, min(line, len(m.lines))) - 1
	return Span{m.lines[line], m.end(line)}
}

// after returns the position behind s, which holds one akshara or a part.
func (p Position) after(s string) Position {
	for _, r := range s {
		p.Column++
		p.UTF16++
		if r > 0xffff {
			p.UTF16++
		}
	}
	p.Offset += len(s)
	p.Akshara++
	return p
}

func (m *Mapper) index() {
	if m.lines != nil {
		return
	}
	m.lines = []int{0}
	next := func(s string) int { return strings.IndexByte(s, '\n') } // the common case, and fast
	if strings.IndexByte(m.source, '\r') >= 0 {
		next = func(s string) int { return strings.IndexAny(s, "\r\n") }
	}
	for at := 0; ; {
		n := next(m.source[at:])
		if n < 0 {
			return
		}
		at += n + 1
		if m.source[at-1] == '\r' && at < len(m.source) && m.source[at] == '\n' {
			at++
		}
		m.lines = append(m.lines, at)
	}
}

func (m *Mapper) lineOf(offset int) int {
	m.index()
	line, found := slices.BinarySearch(m.lines, offset)
	if !found {
		line--
	}
	return line
}

// end returns the end of a line (from 0) without its line end.
func (m *Mapper) end(line int) int {
	if line+1 >= len(m.lines) {
		return len(m.source)
	}
	end := m.lines[line+1]
	for end > m.lines[line] && (m.source[end-1] == '\n' || m.source[end-1] == '\r') {
		end--
	}
	return end
}

// nearest returns the last remembered position of a line at or before an
// offset, after reading the line up to there where it has not been read so far.
func (m *Mapper) nearest(line, offset int) Position {
	steps, ok := m.steps[line]
	if !ok {
		steps = []Position{m.start(line)}
	}
	known := len(steps)
	last := steps[known-1]
	if offset < steps[0].Offset { // of a byte order mark
		last = steps[0]
		last.Offset = m.lines[line]
		return last
	}
	if offset < last.Offset {
		i, found := slices.BinarySearchFunc(steps, offset, func(p Position, offset int) int { return p.Offset - offset })
		if !found {
			i--
		}
		return steps[i]
	}
	for at, end := last, m.end(line); offset-at.Offset >= step; {
		akshara := Akshara(m.source[at.Offset:end])
		if akshara == "" || at.Offset+len(akshara) > offset {
			break
		}
		if at = at.after(akshara); at.Offset-last.Offset >= step {
			steps, last = append(steps, at), at
		}
	}
	if !ok && m.steps == nil {
		m.steps = map[int][]Position{}
	}
	if !ok || len(steps) > known {
		m.steps[line] = steps
	}
	return last
}

// start returns the position of a line's start, behind a byte order mark.
func (m *Mapper) start(line int) Position {
	at := Position{Offset: m.lines[line], Line: line + 1, Column: 1, UTF16: 0, Akshara: 1}
	if line == 0 && strings.HasPrefix(m.source, string(BOM)) {
		at.Offset = len(string(BOM))
	}
	return at
}

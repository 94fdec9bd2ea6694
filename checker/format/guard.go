package format

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
)

// The Markdown parser takes time quadratic in the marks of one paragraph and
// cubic in the depth of nesting. Measured: 20,000 marks cost two seconds at
// worst, 500 levels half of one. No article comes near.
const (
	maxMarks  = 20_000
	maxLevels = 100
	maxIndent = 1000 // columns, two for a level of a list
)

var errParagraph = errors.New("markdown: a paragraph has too many brackets and emphasis marks")

// tooDeep returns an error for a line, behind the offset from, that nests too
// deeply or holds too many marks.
func tooDeep(source string, from int) error {
	number := 1 + strings.Count(source[:from], "\n")
	for line := range strings.Lines(source[from:]) {
		indent, levels := prefix(line)
		if indent > maxIndent || levels > maxLevels {
			return fmt.Errorf("markdown: line %d is nested too deeply", number)
		}
		if len(line) > maxMarks && marks([]byte(line)) > maxMarks {
			return fmt.Errorf("markdown: line %d has too many brackets and emphasis marks", number)
		}
		number++
	}
	return nil
}

// prefix returns the width of the blanks in front of a line's text and the
// number of quotations and list items that the line opens.
func prefix(line string) (indent, levels int) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '>':
			levels++
		case strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			levels++
		case '0' <= c && c <= '9':
		default:
			return indent, levels
		}
	}
	return 0, levels // a blank line, or one of markers alone
}

// marks counts the bytes that the parser has to pair.
func marks(s []byte) int {
	n := 0
	for _, c := range s {
		switch c {
		case '[', ']', '*', '_', '~', '!', '`', '<':
			n++
		}
	}
	return n
}

var guardKey = parser.NewContextKey()

// guard removes paragraphs that would make the parser slow, before it looks
// into them, and leaves word of it under guardKey.
type guard struct{}

// Transform implements parser.ParagraphTransformer.
func (guard) Transform(p *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	n := 0
	for i := range p.Lines().Len() {
		line := p.Lines().At(i)
		n += marks(line.Value(reader.Source()))
	}
	if n > maxMarks {
		pc.Set(guardKey, true)
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

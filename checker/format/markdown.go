package format

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/nukta/nukta/checker/text"
)

// placeholder stands in the prose for code and other things that are no prose
// but have a place in the sentence. A reader sees something there.
const placeholder = "\ufffc"

// markdownParser returns the parser, made when the first Markdown file comes: a
// program that sees none starts faster.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithParagraphTransformers(util.Prioritized(guard{}, 1))),
	).Parser()
})

// markdown returns the document of a Markdown source. Code, link destinations,
// HTML and front matter are no prose. A source that is built to make the parser
// slow is an error.
func markdown(name, source string) (*text.Document, error) {
	base := frontMatter(source)
	if err := tooDeep(source, base); err != nil {
		return nil, err
	}
	body := newlines(source[base:])
	pc := parser.NewContext()
	root := markdownParser().Parse(gmtext.NewReader(body), parser.WithContext(pc))
	if pc.Get(guardKey) != nil {
		return nil, errParagraph
	}
	m := &markdownReader{source: source, base: base, body: body}
	m.blocks(root, text.Paragraph)
	// Footnotes stand where the parser collects them, not where they are.
	slices.SortStableFunc(m.parts, func(a, b text.Part) int {
		return cmp.Compare(a.Pieces[0].Source.Start, b.Pieces[0].Source.Start)
	})
	slices.SortFunc(m.comments, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	return text.Build(name, source, m.parts, m.comments), nil
}

// markdownMarks are the characters that may be markup wherever they stand.
const markdownMarks = "\\`*_[]<>~|&"

// markdownEscape returns what writes prose into Markdown of any encoding: what
// could be read as markup is written with a backslash.
func markdownEscape(text.Encoding) func(string) string {
	return func(s string) string {
		if !strings.ContainsAny(s, markdownMarks) {
			return s
		}
		var out strings.Builder
		for _, r := range s {
			if strings.ContainsRune(markdownMarks, r) {
				out.WriteByte('\\')
			}
			out.WriteRune(r)
		}
		return out.String()
	}
}

// newlines returns a copy of a source of the same length in which every line
// end has an LF last: the parser knows no other.
func newlines(source string) []byte {
	b := []byte(source)
	for i, c := range b {
		switch {
		case c != '\r':
		case i+1 < len(b) && b[i+1] == '\n':
			b[i] = ' '
		default:
			b[i] = '\n'
		}
	}
	return b
}

// frontMatter returns the offset behind the byte order mark and the front
// matter of a source: lines between two of `---` (YAML) or `+++` (TOML), the
// first of which is the first line.
func frontMatter(source string) int {
	start := 0
	if strings.HasPrefix(source, string(text.BOM)) {
		start = len(string(text.BOM))
	}
	at, fence := start, ""
	for line := range strings.Lines(source[start:]) {
		at += len(line)
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case fence == "" && line != "---" && line != "+++":
			return start
		case fence == "":
			fence = line
		case line == fence, fence == "---" && line == "...":
			return at
		}
	}
	return start
}

// markdownReader collects the prose of a tree.
type markdownReader struct {
	source   string
	base     int    // offset in source of what the parser saw
	body     []byte // what the parser saw
	parts    []text.Part
	comments []text.Span

	pieces []text.Piece // of the part that is being read
}

// blocks collects the parts of a node's children. Kind is the kind of
// paragraphs among them.
func (m *markdownReader) blocks(parent ast.Node, kind text.BlockKind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			m.part(n, text.Heading)
		case *ast.Paragraph, *ast.TextBlock:
			m.part(n, kind)
		case *extast.TableCell, *extast.DefinitionTerm:
			m.part(n, text.Item)
		case *ast.Blockquote:
			m.blocks(n, text.Quotation)
		case *ast.ListItem, *extast.DefinitionDescription:
			m.blocks(n, text.Item)
		case *ast.HTMLBlock:
			m.htmlBlock(n)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		default:
			m.blocks(n, kind)
		}
	}
}

func (m *markdownReader) htmlBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	end := lines.At(lines.Len() - 1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	m.comment(lines.At(0).Start, end)
}

// comment keeps a stretch of HTML, in offsets of the parser, in which
// suppression comments may stand.
func (m *markdownReader) comment(start, end int) {
	if strings.Contains(m.source[m.base+start:m.base+end], "<!--") {
		m.comments = append(m.comments, text.Span{Start: m.base + start, End: m.base + end})
	}
}

// part adds the prose of one block.
func (m *markdownReader) part(n ast.Node, kind text.BlockKind) {
	m.pieces = nil
	m.inlines(n)
	if len(m.pieces) > 0 {
		m.parts = append(m.parts, text.Part{Kind: kind, Pieces: m.pieces})
	}
}

// inlines adds the prose of a node's children.
func (m *markdownReader) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			m.text(n)
		case *ast.CodeSpan:
			m.code(n)
		case *ast.AutoLink:
			start := m.base + n.Pos() + len("<")
			m.add(start, start+len(n.Label(m.body)))
		case *ast.RawHTML:
			m.html(n)
		case *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			m.inlines(n)
		}
	}
}

// text adds a text node. Backslashes that escape are left out, and entities
// read as their characters.
func (m *markdownReader) text(n *ast.Text) {
	from, end := m.base+n.Segment.Start, m.base+n.Segment.Stop
	for i := from; i < end; i++ {
		switch m.source[i] {
		case '\\':
			if i+1 < end && util.IsPunct(m.source[i+1]) {
				m.add(from, i)
				i++
				from = i
			}
		case '&':
			if s, length := entity(m.source[i:end]); length > 0 {
				m.add(from, i)
				m.pieces = append(m.pieces, text.Piece{Text: s, Source: text.Span{Start: i, End: i + length}, Escape: true})
				from = i + length
				i = from - 1
			}
		}
	}
	m.add(from, end)
	if n.SoftLineBreak() || n.HardLineBreak() {
		m.lineEnd(end)
	}
}

// entity returns the characters of the entity that s begins with and the
// entity's length, or 0.
func entity(s string) (string, int) {
	const longest = 40
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	if s[1] == '#' {
		if out, length := numeric(s); length == end+1 {
			return out, length
		}
		return "", 0
	}
	e, ok := util.LookUpHTML5EntityByName(s[1:end])
	if !ok {
		return "", 0
	}
	return string(e.Characters), end + 1
}

// lineEnd adds the line end at or behind an offset of the source.
func (m *markdownReader) lineEnd(at int) {
	i := strings.IndexAny(m.source[at:], "\r\n")
	if i < 0 {
		return
	}
	at += i
	if strings.HasPrefix(m.source[at:], "\r\n") {
		m.add(at, at+2)
		return
	}
	m.add(at, at+1)
}

// code adds a placeholder for a code span.
func (m *markdownReader) code(n *ast.CodeSpan) {
	start := m.base + n.Pos()
	ticks := len(m.source[start:]) - len(strings.TrimLeft(m.source[start:], "`"))
	end := start + ticks
	if last, ok := n.LastChild().(*ast.Text); ok {
		end = m.base + last.Segment.Stop
		end += strings.IndexByte(m.source[end:], '`') + ticks
	}
	m.pieces = append(m.pieces, text.Piece{Text: placeholder, Source: text.Span{Start: start, End: end}})
}

// html reads a tag or a comment inside prose; a <br> ends a line of it.
func (m *markdownReader) html(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
	m.comment(start, end)
	span := text.Span{Start: m.base + start, End: m.base + end}
	if tag := strings.ToLower(m.source[span.Start:span.End]); strings.HasPrefix(tag, "<br") && strings.Trim(tag[3:], " \t/") == ">" {
		m.pieces = append(m.pieces, text.Piece{Text: "\n", Source: span})
	}
}

// add adds a stretch of the source as a piece of its own or to the one that it
// follows. Where something between two spaces was left out, one of them is.
func (m *markdownReader) add(start, end int) {
	if start >= end {
		return
	}
	if len(m.pieces) == 0 {
		m.pieces = append(m.pieces, text.Piece{Text: m.source[start:end], Source: text.Span{Start: start, End: end}})
		return
	}
	last := &m.pieces[len(m.pieces)-1]
	exact := last.Text == m.source[last.Source.Start:last.Source.End]
	switch {
	case exact && last.Source.End == start:
		last.Text, last.Source.End = m.source[last.Source.Start:end], end
		return
	case strings.HasSuffix(last.Text, " "):
		for start < end && m.source[start] == ' ' {
			start++
		}
		if start == end {
			return
		}
	}
	m.pieces = append(m.pieces, text.Piece{Text: m.source[start:end], Source: text.Span{Start: start, End: end}})
}

package format

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// What stands in the text of a document for markup that has a place in a line.
// The placeholder stands for pictures, formulas and symbols of other fonts.
const (
	lineBreak     = "\u2028"
	noBreakHyphen = "\u2011"
	tab           = "\t"
)

// reads are what rules read for such marks, where it is something else.
var reads = map[string]string{lineBreak: "\n", noBreakHyphen: "-"}

// maxStretches bounds what a document of many empty elements takes in memory.
const maxStretches = 1_000_000

var errStretches = errors.New("document has more paragraphs and runs than any real one")

// extraction is the text of a document that is stored as XML parts, and where
// in them it stands. Each paragraph is a line.
type extraction struct {
	parts      []part
	paragraphs []*paragraph // in the order of the text
	// collapses says that several spaces read as one, and need another markup.
	collapses bool
	count     int // of paragraphs and stretches
}

// part is one XML file of a document.
type part struct {
	name string
	data []byte
	// holders are the elements that the text stands in, where an attribute
	// has to be added to keep the spaces at its edges.
	holders []holder
	// space is the element that stands for a space that would not be read.
	space string
}

// holder is an element whose content loses the spaces at its edges.
type holder struct {
	attr    int       // where an attribute can be added
	content text.Span // of the part
}

// paragraph is one paragraph.
type paragraph struct {
	kind      text.BlockKind
	text      []byte
	stretches []stretch // tile the text
	swallows  bool      // a space would not be read
}

type stretchKind uint8

const (
	letters stretchKind = iota // stand in the part as they read, byte by byte
	section                    // letters in a CDATA section
	escape                     // reads otherwise than it is written, and can be written anew
	markup                     // is markup that stays
	unread                     // spaces that are not read, but would be if others were not there
)

// stretch is a stretch of a text and where it stands.
type stretch struct {
	text   text.Span // of the paragraph's text; in extraction.stretches of the source
	raw    text.Span // of the part's data
	part   int
	holder int // index in the part's holders, or -1
	kind   stretchKind
}

// begin adds a paragraph.
func (x *extraction) begin(kind text.BlockKind) *paragraph {
	p := &paragraph{kind: kind, swallows: x.collapses}
	x.paragraphs = append(x.paragraphs, p)
	x.count++
	return p
}

// stand is where characters stand: in which part, and in which holder or -1.
type stand struct{ part, holder int }

// chars adds characters to a paragraph. Line ends and tabs in XML are spaces.
func (x *extraction) chars(p *paragraph, c chars, at stand) {
	data, read := x.parts[at.part].data, c.read
	kind := letters
	if c.cdata {
		kind = section
	}
	for i := c.raw.Start; i < c.raw.End && len(read) > 0; {
		n, size := 1, 1 // bytes of the part and of what they read as
		switch b := data[i]; {
		case b == '&' && !c.cdata:
			n = 1 + max(0, bytes.IndexByte(data[i:c.raw.End], ';'))
			_, size = utf8.DecodeRune(read)
			x.add(p, blankAsSpace(read[:size]), stretch{raw: text.Span{Start: i, End: i + n}, kind: escape}, at)
		case isBlank(b) && b != ' ':
			if b == '\r' && i+1 < c.raw.End && data[i+1] == '\n' {
				n = 2
			}
			x.add(p, []byte(" "), stretch{raw: text.Span{Start: i, End: i + n}, kind: escape}, at)
		case b == ' ':
			x.add(p, read[:1], stretch{raw: text.Span{Start: i, End: i + 1}, kind: kind}, at)
		default:
			for i+n < c.raw.End && n < len(read) && data[i+n] > ' ' && data[i+n] != '&' {
				n++
			}
			size = n
			x.add(p, read[:n], stretch{raw: text.Span{Start: i, End: i + n}, kind: kind}, at)
		}
		i, read = i+n, read[min(size, len(read)):]
	}
}

// add adds text and where it stands.
func (x *extraction) add(p *paragraph, read []byte, s stretch, at stand) {
	space := len(read) == 1 && read[0] == ' '
	if space && p.swallows {
		read, s.kind = nil, unread
	} else {
		p.swallows = space && x.collapses
	}
	s.part, s.holder = at.part, at.holder
	s.text = text.Span{Start: len(p.text), End: len(p.text) + len(read)}
	p.text = append(p.text, read...)
	if last := len(p.stretches) - 1; last >= 0 && p.stretches[last].continues(s) {
		p.stretches[last].text.End, p.stretches[last].raw.End = s.text.End, s.raw.End
		return
	}
	p.stretches = append(p.stretches, s)
	x.count++
}

// continues reports whether a stretch and the one behind it are one.
func (s stretch) continues(next stretch) bool {
	return s.kind == next.kind && s.kind != escape && s.kind != markup && s.part == next.part && s.holder == next.holder && s.raw.End == next.raw.Start
}

// mark adds what stands in the text for an element.
func (x *extraction) mark(p *paragraph, s string, raw text.Span, part int) {
	x.add(p, []byte(s), stretch{raw: raw, kind: markup}, stand{part, -1})
}

// spaces adds spaces that an element stands for.
func (x *extraction) spaces(p *paragraph, n int, raw text.Span, part int) {
	p.swallows = false
	x.add(p, bytes.Repeat([]byte(" "), n), stretch{raw: raw, kind: escape}, stand{part, -1})
	p.swallows = false
}

// trim drops the spaces at the end of a paragraph's text, down to a length.
func (p *paragraph) trim(length int) {
	kept := max(length, len(bytes.TrimRight(p.text, " ")))
	if kept >= len(p.text) {
		return
	}
	p.text = p.text[:kept]
	first := len(p.stretches)
	for first > 0 && p.stretches[first-1].text.End > kept {
		first--
	}
	if s := &p.stretches[first]; s.text.Start < kept { // only the end of it is spaces, a byte each
		end := *s
		s.raw.End -= s.text.End - kept
		s.text.End, end.raw.Start = kept, s.raw.End
		first++
		p.stretches = slices.Insert(p.stretches, first, end)
	}
	for i := first; i < len(p.stretches); i++ {
		p.stretches[i].text, p.stretches[i].kind = text.Span{Start: kept, End: kept}, unread
	}
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func blankAsSpace(read []byte) []byte {
	if len(read) == 1 && isBlank(read[0]) {
		return []byte(" ")
	}
	return read
}

// source returns the text, a line a paragraph.
func (x *extraction) source() string {
	var out strings.Builder
	for _, p := range x.paragraphs {
		out.Write(p.text)
		out.WriteByte('\n')
	}
	return out.String()
}

// document returns the document of the text.
func (x *extraction) document(name string) *text.Document {
	source := x.source()
	var parts []text.Part
	var comments []text.Span
	at := 0
	for _, p := range x.paragraphs {
		line := text.Span{Start: at, End: at + len(p.text)}
		at = line.End + len("\n")
		if strings.Trim(source[line.Start:line.End], " \t"+lineBreak+placeholder) == "" {
			continue
		}
		hidden := suppressions(source, line)
		comments = append(comments, hidden...)
		if pieces := p.pieces(source, line.Start, hidden); len(pieces) > 0 {
			parts = append(parts, text.Part{Kind: p.kind, Pieces: pieces})
		}
	}
	return text.Extracted(name, source, parts, comments)
}

// suppressions returns the suppression comments in a line. They are no prose.
func suppressions(source string, line text.Span) []text.Span {
	const before, behind = "<!-- nukta:", "-->"
	var out []text.Span
	for at := line.Start; ; {
		i := strings.Index(source[at:line.End], before)
		if i < 0 {
			return out
		}
		end := strings.Index(source[at+i:line.End], behind)
		if end < 0 {
			return out
		}
		out = append(out, text.Span{Start: at + i, End: at + i + end + len(behind)})
		at = out[len(out)-1].End
	}
}

// pieces returns a paragraph as pieces of the source from an offset on, without
// what is hidden.
func (p *paragraph) pieces(source string, from int, hidden []text.Span) []text.Piece {
	var out []text.Piece
	for i := 0; i < len(p.stretches); {
		s := text.Span{Start: from + p.stretches[i].text.Start, End: from + p.stretches[i].text.End}
		fixed := p.stretches[i].kind == markup
		for i++; !fixed && i < len(p.stretches) && p.stretches[i].kind != markup; i++ {
			s.End = from + p.stretches[i].text.End
		}
		for _, s := range without(s, hidden) {
			read := source[s.Start:s.End]
			if fixed {
				read = cmp.Or(reads[read], read)
			}
			out = append(out, text.Piece{Text: read, Source: s, Markup: fixed})
		}
	}
	return out
}

// without returns what is left of a span.
func without(s text.Span, hidden []text.Span) []text.Span {
	var out []text.Span
	for _, h := range hidden {
		if h.End <= s.Start || h.Start >= s.End {
			continue
		}
		if h.Start > s.Start {
			out = append(out, text.Span{Start: s.Start, End: h.Start})
		}
		s.Start = min(h.End, s.End)
	}
	if s.Len() > 0 {
		out = append(out, s)
	}
	return out
}

// scan reads a part into the extraction.
func (x *extraction) scan(name string, data []byte, short map[string]string, handler func(part int) xmlHandler) error {
	x.parts = append(x.parts, part{name: name, data: data})
	if err := scanXML(data, short, &bounded{handler(len(x.parts) - 1), x}); err != nil {
		return partError(name, err)
	}
	return nil
}

func partError(name string, err error) error {
	if errors.Is(err, errStretches) {
		return err
	}
	return fmt.Errorf("%s cannot be read: %w", name, err)
}

// bounded is a handler that stops where the extraction becomes too large.
type bounded struct {
	xmlHandler
	x *extraction
}

func (b *bounded) start(s *xmlScanner, e *element) bool {
	if b.x.count > maxStretches {
		s.err = errStretches
	}
	return b.xmlHandler.start(s, e)
}

// stretches returns the stretches of all paragraphs in offsets of the source.
func (x *extraction) stretches() []stretch {
	all := make([]stretch, 0, x.count)
	at := 0
	for _, p := range x.paragraphs {
		for _, s := range p.stretches {
			s.text.Start, s.text.End = s.text.Start+at, s.text.End+at
			all = append(all, s)
		}
		at += len(p.text) + len("\n")
	}
	return all
}

// sortEdits returns edits in order. Edits that overlap, or lie outside a source,
// are an error.
func sortEdits(source string, edits []text.Edit) ([]text.Edit, error) {
	sorted := slices.SortedStableFunc(slices.Values(edits), func(a, b text.Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	at := 0
	for _, e := range sorted {
		if e.Span.Start < at || e.Span.End < e.Span.Start || e.Span.End > len(source) {
			return nil, errEdits
		}
		at = e.Span.End
	}
	return sorted, nil
}

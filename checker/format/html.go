package format

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/nukta/nukta/checker/text"
)

// maxOpen is the number of elements that may be open at once. Each is kept in
// mind, and a page of nothing else would fill the memory.
const maxOpen = 1_000_000

var errOpen = errors.New("html: elements are nested too deeply")

// hypertext returns the document of an HTML source. What a browser does not show
// as text, code, and what is in another language is no prose.
func hypertext(name, source string) (*text.Document, error) {
	base := frontMatter(source)
	r := &htmlReader{
		source: source,
		tags:   html.NewTokenizer(strings.NewReader(source[base:])),
		open:   []frame{{hindi: true}},
		named:  map[string]int{},
	}
	for at := base; ; {
		kind := r.tags.Next()
		span := text.Span{Start: at, End: at + len(r.tags.Raw())}
		at = span.End
		if kind == html.ErrorToken {
			break // the end of the source, maybe inside a tag
		}
		r.token(kind, span)
		if len(r.open) > maxOpen {
			return nil, errOpen
		}
	}
	r.flush()
	return text.Build(name, source, r.parts, r.comments), nil
}

// frame is an open element, or the page around all of them.
type frame struct {
	name string
	// kind is that of the text in the element, inner that of the paragraphs.
	kind, inner text.BlockKind
	block       bool // it begins and ends a block
	hindi       bool
	hidden      bool // its content is no prose, whatever the language
	pre         bool // blanks and line ends are as in the source
	foreign     bool // inside SVG or MathML, which have other rules
	// near is, of each kind of element that may end without an end tag, the
	// index of the one that could end here, or 0.
	near [closings]int32
}

func (f *frame) prose() bool { return f.hindi && !f.hidden }

// htmlReader collects the prose of a page. Errors in the markup are taken as
// browsers take them, or nearly so.
type htmlReader struct {
	source   string
	tags     *html.Tokenizer
	open     []frame        // the page itself first
	named    map[string]int // open elements by name
	parts    []text.Part
	comments []text.Span

	// Of the part that is being read:
	pieces []text.Piece
	kind   text.BlockKind
	words  bool       // there is something to read in it
	gap    text.Piece // blanks or a line end that more text will need
}

func (r *htmlReader) token(kind html.TokenType, span text.Span) {
	switch kind {
	case html.TextToken:
		if r.top().prose() {
			r.text(span)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := r.tags.TagName()
		e := elements[string(name)]
		r.start(string(name), e, span, more)
		if r.top().foreign {
			r.tags.NextIsNotRawText() // a <title> of a drawing may hold tags
		}
		if kind == html.SelfClosingTagToken && r.top().foreign {
			r.end(string(name), e)
		}
		r.tags.AllowCDATA(r.top().foreign)
	case html.EndTagToken:
		name, _ := r.tags.TagName()
		r.end(string(name), elements[string(name)])
		r.tags.AllowCDATA(r.top().foreign)
	case html.CommentToken:
		r.comments = append(r.comments, span)
	}
}

func (r *htmlReader) top() *frame { return &r.open[len(r.open)-1] }

// start reads a start tag; more says that it has attributes.
func (r *htmlReader) start(name string, e htmlElement, span text.Span, more bool) {
	switch e.role {
	case asNothing:
		return
	case asLineEnd:
		r.lineBreak(span)
		return
	case asDivider:
		r.flush()
		return
	case asPicture:
		r.thing(span)
		return
	}
	r.imply(e)
	outer := *r.top()
	f := e.inside(outer)
	f.name = name
	if more {
		r.language(&f)
	}
	switch {
	case f.block:
		r.flush()
	case outer.prose() && !f.prose() && e.role != asUnread:
		r.thing(span)
	}
	if e.closes != endsNothing {
		f.near[e.closes] = int32(len(r.open))
	}
	r.open = append(r.open, f)
	r.named[name]++
}

// imply closes what the start of an element ends without an end tag: a paragraph
// ends where another begins, and so do items and cells.
func (r *htmlReader) imply(e htmlElement) {
	if !e.role.block() {
		return
	}
	for _, class := range [2]closing{endsParagraph, e.closes} {
		if at := r.top().near[class]; class != endsNothing && at > 0 {
			r.pop(int(at))
		}
	}
}

// end reads an end tag. One that ends nothing still parts blocks.
func (r *htmlReader) end(name string, e htmlElement) {
	if r.named[name] == 0 {
		if e.role.block() && !r.top().hidden {
			r.flush()
		}
		return
	}
	at := len(r.open) - 1
	for r.open[at].name != name {
		at--
	}
	r.pop(at)
}

// pop closes the open elements from an index on.
func (r *htmlReader) pop(at int) {
	for _, f := range r.open[at:] {
		if r.named[f.name]--; r.named[f.name] == 0 {
			delete(r.named, f.name)
		}
		if f.block {
			r.flush()
		}
	}
	r.open = r.open[:at]
}

// language reads the attributes of a tag.
func (r *htmlReader) language(f *frame) {
	for {
		key, value, more := r.tags.TagAttr()
		if k := string(key); k == "lang" || k == "xml:lang" {
			f.speak(string(value))
		}
		if !more {
			return
		}
	}
}

// speak sets the language of an element. English as that of a whole page is not
// believed: many templates say so, whatever the page holds.
func (f *frame) speak(lang string) {
	lang = strings.ToLower(strings.TrimSpace(lang))
	primary, _, _ := strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	page := f.name == "html" || f.name == "body"
	f.hindi = primary == "" || primary == "hi" || page && primary == "en"
}

// text adds the text of the source in a span.
func (r *htmlReader) text(span text.Span) {
	s, from, pre := r.source, span.Start, r.top().pre
	for i := span.Start; i < span.End; {
		c := s[i]
		if c > '&' {
			i++
			continue
		}
		blanks := 0
		if !pre && htmlBlank(c) {
			blanks = len(s[i:span.End]) - len(strings.TrimLeft(s[i:span.End], htmlBlanks))
		}
		switch {
		case blanks == 1 && c == ' ' && from < i && i+1 < span.End && s[i+1] != '&':
			i++ // one between words
		case blanks > 0:
			r.add(text.Span{Start: from, End: i})
			r.blank(text.Span{Start: i, End: i + blanks})
			i += blanks
			from = i
		case c == '&':
			out, length := reference(s[i:span.End])
			if length == 0 {
				i++
				break
			}
			r.add(text.Span{Start: from, End: i})
			r.reference(out, text.Span{Start: i, End: i + length})
			i += length
			from = i
		default:
			i++
		}
	}
	r.add(text.Span{Start: from, End: span.End})
}

// htmlBlanks are the characters that HTML shows as one space, however many stand
// together.
const htmlBlanks = " \t\n\f\r"

const noBreakSpace = "\u00a0"

func htmlBlank(c byte) bool { return strings.IndexByte(htmlBlanks, c) >= 0 }

// reference adds the characters of a character reference. A soft hyphen is a hint
// for the browser where a word may be broken, and no part of the word. A space
// that is written as no-break is meant, and reads as any other.
func (r *htmlReader) reference(out string, span text.Span) {
	switch {
	case out == "\u00ad":
	case out == noBreakSpace, strings.Trim(out, htmlBlanks) == "" && !r.top().pre:
		r.blank(span)
	default:
		r.push(text.Piece{Text: out, Source: span, Escape: true})
	}
}

// blank adds the space that blanks are shown as, if text follows in the block.
func (r *htmlReader) blank(span text.Span) {
	switch {
	case len(r.pieces) == 0:
	case r.gap.Text == "":
		r.gap = text.Piece{Text: " ", Source: span, Escape: true}
	case r.gap.Text == " " && r.gap.Source.End == span.Start:
		r.gap.Source.End = span.End
	}
}

// lineBreak reads a <br>: a line end, or two of them the end of a paragraph.
func (r *htmlReader) lineBreak(span text.Span) {
	switch {
	case !r.top().prose():
	case r.gap.Text == "\n":
		r.flush()
	case len(r.pieces) > 0:
		r.gap = text.Piece{Text: "\n", Source: span}
	}
}

// thing adds something that a reader sees and that is no prose.
func (r *htmlReader) thing(span text.Span) {
	if r.top().prose() {
		r.push(text.Piece{Text: placeholder, Source: span})
	}
}

// add adds a stretch of the source as it is.
func (r *htmlReader) add(span text.Span) {
	if len(r.pieces) == 0 && r.top().pre {
		for span.Start < span.End && htmlBlank(r.source[span.Start]) {
			span.Start++
		}
	}
	if span.Start < span.End {
		r.push(text.Piece{Text: r.source[span.Start:span.End], Source: span})
	}
}

// push adds a piece, behind the blanks that part it from the text before.
func (r *htmlReader) push(p text.Piece) {
	if len(r.pieces) == 0 {
		r.kind = r.top().kind
	}
	if r.gap.Text != "" {
		r.pieces = append(r.pieces, r.gap)
		r.gap = text.Piece{}
	}
	r.pieces = append(r.pieces, p)
	r.words = r.words || p.Text != placeholder && strings.TrimSpace(p.Text) != ""
}

// flush ends a block. One that holds nothing to read is none.
func (r *htmlReader) flush() {
	if r.words {
		last := &r.pieces[len(r.pieces)-1]
		if rest := strings.TrimRight(last.Text, htmlBlanks); !last.Escape && rest != "" {
			last.Source.End -= len(last.Text) - len(rest) // of preformatted text
			last.Text = rest
		}
		r.parts = append(r.parts, text.Part{Kind: r.kind, Pieces: r.pieces})
		r.pieces = nil
	}
	r.pieces, r.words, r.gap = r.pieces[:0], false, text.Piece{}
}

// reference returns the characters of the character reference that s begins with
// and the reference's length, or 0. Old ones need no semicolon: &nbsp is one.
func reference(s string) (string, int) {
	const longest = 40
	if strings.HasPrefix(s, "&#") {
		return numeric(s)
	}
	n := 1
	for n < min(len(s), longest) && isAlphanumeric(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		if out, length := entity(s[:n+1]); length > 0 {
			return out, length
		}
	}
	out := html.UnescapeString(s[:n])
	if out == s[:n] {
		return "", 0
	}
	// What the reference does not use stands behind its characters, which are
	// neither letters nor digits of ASCII.
	rest := len(out)
	for rest > 0 && isAlphanumeric(out[rest-1]) {
		rest--
	}
	return out[:rest], n - (len(out) - rest)
}

// numeric is reference for one that gives the number of a character.
func numeric(s string) (string, int) {
	digits, n := "0123456789", len("&#")
	if n < len(s) && (s[n] == 'x' || s[n] == 'X') {
		digits = "0123456789abcdefABCDEF"
		n++
	}
	end := len(s) - len(strings.TrimLeft(s[n:], digits))
	if end == n {
		return "", 0
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	return html.UnescapeString(s[:end]), end
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// htmlEscape returns what writes prose into a page of an encoding.
func htmlEscape(enc text.Encoding) func(string) string {
	markup := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	if enc == text.UTF8 || enc == text.UTF16LE || enc == text.UTF16BE {
		return markup
	}
	codec, err := text.Codec(enc)
	if err != nil {
		return markup
	}
	return func(s string) string {
		var out strings.Builder
		for _, r := range s {
			c := string(r)
			if _, err := codec.NewEncoder().String(c); err != nil {
				fmt.Fprintf(&out, "&#%d;", r)
				continue
			}
			out.WriteString(markup(c))
		}
		return out.String()
	}
}

// decodeHTML is text.Decode for pages that may declare another encoding. It is
// believed where the bytes do not look like UTF-8, and where they are ASCII, for
// what a fix writes: many pages in UTF-8 say that they are in windows-1252.
func decodeHTML(data []byte) (string, text.Encoding, error) {
	source, enc, err := text.Decode(data)
	if err != nil || enc != text.UTF8 {
		return source, enc, err
	}
	if valid, invalid := utf8Runes(source); valid > 0 && valid >= invalid {
		return source, enc, nil
	}
	if decoded, declared, ok := decodeDeclared(source); ok {
		return decoded, declared, nil
	}
	return source, enc, nil
}

// decodeDeclared decodes the bytes of a page by the encoding that it declares, if
// that reads all of them and can write them again.
func decodeDeclared(source string) (string, text.Encoding, bool) {
	if !strings.Contains(strings.ToLower(source[:min(len(source), 1024)]), "charset") {
		return "", "", false
	}
	codec, name, _ := charset.DetermineEncoding([]byte(source), "")
	if name == "utf-8" {
		return "", "", false
	}
	decoded, err := codec.NewDecoder().String(source)
	if err != nil {
		return "", "", false
	}
	back, err := text.Encode(decoded, text.Encoding(name))
	return decoded, text.Encoding(name), err == nil && string(back) == source
}

// utf8Runes counts the characters beside ASCII, and the bytes that are not UTF-8.
func utf8Runes(s string) (valid, invalid int) {
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			invalid++
		default:
			valid++
		}
	}
	return valid, invalid
}

package format

import (
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// subRip returns the document of SubRip subtitles (.srt).
func subRip(name, source string) (*text.Document, error) { return subtitles(name, source, false) }

// webVTT returns the document of WebVTT subtitles (.vtt).
func webVTT(name, source string) (*text.Document, error) { return subtitles(name, source, true) }

// subtitles finds the prose of subtitles. Numbers, timings, settings, comments
// and tags are none. The lines of a cue are one text, and so are cues over which
// a sentence or a quotation goes on.
func subtitles(name, source string, vtt bool) (*text.Document, error) {
	r := &cueReader{source: source, vtt: vtt}
	r.read()
	return text.Build(name, source, r.parts(), r.comments), nil
}

// cue is what is shown at one time.
type cue struct {
	pieces []text.Piece
	ends   bool // with the mark of a sentence's end
}

// cueReader collects the cues of subtitles.
type cueReader struct {
	source   string
	vtt      bool
	cues     []cue
	comments []text.Span

	// Of the cue that is being read:
	pieces []text.Piece
}

// read reads the source, blocks of lines between blank ones.
func (r *cueReader) read() {
	var block []text.Span // lines without their ends
	at := 0
	if strings.HasPrefix(r.source, string(text.BOM)) {
		at = len(string(text.BOM))
	}
	for at < len(r.source) {
		end, next := lineAt(r.source, at)
		if r.line(text.Span{Start: at, End: end}) != "" {
			block = append(block, text.Span{Start: at, End: end})
		} else {
			r.block(block)
			block = block[:0]
		}
		at = next
	}
	r.block(block)
}

// line returns a line without the blanks around it.
func (r *cueReader) line(span text.Span) string {
	return strings.TrimSpace(r.source[span.Start:span.End])
}

// lineAt returns the end of the line at an offset and where the next one begins.
func lineAt(s string, at int) (end, next int) {
	i := strings.IndexAny(s[at:], "\r\n")
	if i < 0 {
		return len(s), len(s)
	}
	end = at + i
	if strings.HasPrefix(s[end:], "\r\n") {
		return end, end + 2
	}
	return end, end + 1
}

// block reads lines between blank ones. In WebVTT those without a timing are no
// cue; in SubRip they are more of the last one, in which somebody left a line
// blank.
func (r *cueReader) block(lines []text.Span) {
	if r.vtt {
		lines = r.cueOf(lines)
	}
	for i, line := range lines {
		switch s := r.line(line); {
		case isTiming(s):
			r.cue()
		case isNumber(s) && (len(lines) == 1 || i+1 < len(lines) && isTiming(r.line(lines[i+1]))):
		case strings.HasPrefix(s, commentOpen):
			r.comments = append(r.comments, line)
		default:
			r.shown(line)
		}
	}
	r.cue()
}

const commentOpen = "<!--"

// cueOf returns the lines of a WebVTT block from the timing on, and reads the
// comments among the others, which are a header, a note, a style, a region, or
// the name of the cue.
func (r *cueReader) cueOf(lines []text.Span) []text.Span {
	n := slices.IndexFunc(lines, func(line text.Span) bool { return isTiming(r.line(line)) })
	if n < 0 {
		n = len(lines)
	}
	if n == 0 {
		return lines
	}
	const mark = "NOTE"
	if s := r.line(lines[0]); s == mark || strings.HasPrefix(s, mark+" ") || strings.HasPrefix(s, mark+"\t") {
		start := lines[0].Start + strings.Index(r.source[lines[0].Start:], mark) + len(mark)
		r.note(text.Span{Start: start, End: lines[n-1].End})
		return lines[n:]
	}
	for _, line := range lines[:n] {
		if strings.HasPrefix(r.line(line), commentOpen) {
			r.comments = append(r.comments, line)
		}
	}
	return lines[n:]
}

// isTiming reports whether a line gives the times of a cue.
func isTiming(line string) bool {
	from, _, ok := strings.Cut(line, "-->")
	return ok && from != "" && strings.Trim(from, "0123456789:,. \t") == ""
}

func isNumber(line string) bool { return strings.Trim(line, "0123456789") == "" }

// note reads a comment of WebVTT. It cannot hold -->, so that a suppression
// stands there without the arrows.
func (r *cueReader) note(body text.Span) {
	s := r.source[body.Start:body.End]
	body.Start += len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	body.End -= len(s) - len(strings.TrimRight(s, " \t\r\n"))
	if body.Start < body.End {
		r.comments = append(r.comments, body)
	}
}

// shown adds a line of text to the cue.
func (r *cueReader) shown(line text.Span) {
	s := strings.TrimRight(r.source[line.Start:line.End], " \t")
	from := len(s) - len(strings.TrimLeft(s, " \t"))
	joined := len(r.pieces) == 0
	add := func(start, end int, read string) {
		if start < end && !joined {
			r.join(line.Start+start, s[start:])
			joined = true
		}
		r.push(text.Piece{Text: read, Source: text.Span{Start: line.Start + start, End: line.Start + end}, Escape: read != s[start:end]})
	}
	for i := from; i < len(s); {
		length, read := 0, ""
		switch s[i] {
		case '<':
			length = tagLength(s[i:])
		case '{':
			length = overrideLength(s[i:])
		case '&':
			if r.vtt {
				read, length = reference(s[i:])
				read = strings.ReplaceAll(read, noBreakSpace, " ")
			}
		}
		if length == 0 {
			i++
			continue
		}
		add(from, i, s[from:i])
		if read != "" {
			add(i, i+length, read)
		}
		i += length
		from = i
	}
	add(from, len(s), s[from:])
}

// push adds a piece, without the spaces that it begins with where it follows one:
// between them was a tag.
func (r *cueReader) push(p text.Piece) {
	if p.Escape && p.Text == " " && blankEnd(r.pieces) {
		return
	}
	if !p.Escape && blankEnd(r.pieces) {
		rest := strings.TrimLeft(p.Text, " ")
		p.Source.Start += len(p.Text) - len(rest)
		p.Text = rest
	}
	if p.Text != "" {
		r.pieces = append(r.pieces, p)
	}
}

// blankEnd reports whether there is nothing in front, or a space or a line end.
func blankEnd(pieces []text.Piece) bool {
	n := len(pieces)
	return n == 0 || strings.HasSuffix(pieces[n-1].Text, " ") || strings.HasSuffix(pieces[n-1].Text, "\n")
}

// join adds what parts a line of the cue from the one before: a space, or a line
// end where another speaker begins.
func (r *cueReader) join(at int, line string) {
	with := " "
	for _, dash := range []string{"-", "–", "—"} {
		if strings.HasPrefix(line, dash) {
			with = "\n"
		}
	}
	if with == "\n" || !blankEnd(r.pieces) {
		r.pieces = append(r.pieces, gap(r.pieces, at, with))
	}
}

// gap returns the piece that reads as a string between pieces and an offset.
func gap(pieces []text.Piece, at int, with string) text.Piece {
	return text.Piece{Text: with, Source: text.Span{Start: pieces[len(pieces)-1].Source.End, End: at}}
}

// tagLength returns the length of the tag that s begins with, or 0. What follows
// a < that is none is text.
func tagLength(s string) int {
	const longest = 1000
	if len(s) < 2 || !isAlphanumeric(s[1]) && s[1] != '/' {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), longest)], '>') + 1
}

// overrideLength returns the length of the {\an8} that s begins with, or 0.
func overrideLength(s string) int {
	const longest = 1000
	if !strings.HasPrefix(s, `{\`) {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), longest)], '}') + 1
}

// cue ends a cue.
func (r *cueReader) cue() {
	if len(r.pieces) == 0 {
		return
	}
	r.cues = append(r.cues, cue{r.pieces, endsSentence(r.pieces)})
	r.pieces = nil
}

// endsSentence reports whether a cue ends with the mark of a sentence's end,
// before marks that close.
func endsSentence(pieces []text.Piece) bool {
	for i := len(pieces) - 1; i >= 0; i-- {
		s := strings.TrimRight(pieces[i].Text, " \"'”’)]»♪")
		if s != "" {
			return strings.HasSuffix(s, "।") || strings.HasSuffix(s, "॥") || strings.ContainsAny(s[len(s)-1:], ".?!|") || strings.HasSuffix(s, "…")
		}
	}
	return false
}

// mostJoined is the number of cues that are read as one text: what goes on over
// more is no sentence and no quotation, but a mark that is missing.
const mostJoined = 20

// parts returns the cues as blocks. A cue is one with the next while a quotation or
// a bracket is open, and in a file that ends its sentences with marks, until one
// ends.
func (r *cueReader) parts() []text.Part {
	ends := 0
	for _, c := range r.cues {
		if c.ends {
			ends++
		}
	}
	marked := ends*4 >= len(r.cues)
	var parts []text.Part
	var open balance
	joined := 0
	for _, c := range r.cues {
		if joined == 0 {
			parts = append(parts, text.Part{Kind: text.Paragraph})
			open = balance{}
		}
		p := &parts[len(parts)-1]
		if !blankEnd(p.Pieces) {
			p.Pieces = append(p.Pieces, gap(p.Pieces, c.pieces[0].Source.Start, " "))
		}
		p.Pieces = append(p.Pieces, c.pieces...)
		for _, piece := range c.pieces {
			open.read(piece.Text)
		}
		joined++
		if joined == mostJoined || !open.open() && (c.ends || !marked) {
			joined = 0
		}
	}
	return parts
}

// balance counts the quotation marks and brackets that are open: curly ones and
// brackets by depth, straight ones by whether their number is odd.
type balance struct {
	depth [len(opens)]int
	odd   [2]bool
}

// opens and closes are pairs, in the same order.
var (
	opens  = [...]rune{'“', '‘', '«', '(', '['}
	closes = [...]rune{'”', '’', '»', ')', ']'}
)

func (b *balance) read(s string) {
	for _, c := range s {
		switch c {
		case '"':
			b.odd[0] = !b.odd[0]
		case '\'':
			b.odd[1] = !b.odd[1]
		}
		if i := slices.Index(opens[:], c); i >= 0 {
			b.depth[i]++
		}
		if i := slices.Index(closes[:], c); i >= 0 {
			b.depth[i] = max(b.depth[i]-1, 0)
		}
	}
}

func (b *balance) open() bool { return *b != balance{} }

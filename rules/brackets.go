package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// The brackets of a document are matched block by block with a stack. A
// bracket that finds no partner waits for what follows before it is a fault,
// so that one mistake is one fault.

// bracketKind is what is wrong with a bracket.
type bracketKind uint8

const (
	bracketUnclosed bracketKind = iota
	bracketUnopened
	bracketMixed    // closes a bracket of another shape
	bracketCrossing // closes before what was opened inside it
	bracketFine     // found to be right by what followed
)

// bracketFault is one mistake.
type bracketFault struct {
	kind  bracketKind
	shape uint8
	block int
	// span is the mark that is wrong, other the one that it belongs to.
	span, other text.Span
}

// openBracket is a bracket that waits to be closed, and the first closing
// bracket of another shape that came instead, or -1.
type openBracket struct {
	token   int
	shape   uint8
	strange int
}

// bracketReader matches the brackets of one document.
type bracketReader struct {
	doc    *text.Document
	faults []bracketFault

	// The rest is of the block at hand.
	index   int
	block   text.Block
	open    []openBracket
	count   [bracketShapes]int // open brackets
	jumped  [bracketShapes]int // 1 + the fault of the last one that another shape closed over
	lent    int                // closing brackets that may be a list number's or a smile's
	markers []int              // faults that may be a list number's
	numbers int                // brackets that may be a list number's
	pairs   []text.Range       // tokens of the brackets that match
}

func findBracketFaults(d *text.Document) []bracketFault {
	r := bracketReader{doc: d}
	for i, block := range d.Blocks {
		r.read(i, block)
	}
	r.joinParagraphs()
	return slices.DeleteFunc(r.faults, func(f bracketFault) bool { return f.kind == bracketFine })
}

func (r *bracketReader) read(index int, block text.Block) {
	r.index, r.block = index, block
	first := len(r.faults)
	for i := block.First; i < block.Last; i++ {
		t := r.doc.Tokens[i]
		if t.Kind != text.Punct && t.Kind != text.Other {
			continue
		}
		if g, ok := bracketGlyphOf(r.doc.Of(t)); ok {
			r.bracket(i, g)
		}
	}
	for len(r.open) > 0 {
		r.drop(text.Span{})
	}
	r.judgeMarkers()
	if len(r.pairs) > 0 {
		r.crossQuotes()
	}
	slices.SortStableFunc(r.faults[first:], func(a, b bracketFault) int { return cmp.Compare(a.span.Start, b.span.Start) })
	r.pairs, r.markers, r.lent, r.numbers = r.pairs[:0], r.markers[:0], 0, 0
	r.jumped = [bracketShapes]int{}
}

func (r *bracketReader) bracket(i int, g bracketGlyph) {
	face := g.shape == round && r.emoticon(i)
	switch {
	case g.opens && face && sideAfter(r.doc, r.block, i) != sideLetter:
	case g.opens:
		r.open = append(r.open, openBracket{i, g.shape, -1})
		r.count[g.shape]++
	case r.count[g.shape] > 0:
		r.close(i, g.shape, face)
	case !face:
		r.stray(i, g.shape)
	}
}

// close closes the innermost bracket of a shape, and with it what was opened
// inside and is not closed.
func (r *bracketReader) close(i int, shape uint8, face bool) {
	for r.open[len(r.open)-1].shape != shape {
		r.drop(r.span(i))
	}
	top := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.count[shape]--
	if top.strange >= 0 {
		r.fault(bracketUnopened, shape, r.span(top.strange), text.Span{})
	}
	marker := shape == round && r.markerStart(i) > top.token+1
	if marker || face {
		r.lent++
	}
	if marker {
		r.numbers++
	}
	r.pairs = append(r.pairs, text.Range{First: top.token, Last: i})
}

// drop gives up the innermost open bracket, over which another closes, if any.
func (r *bracketReader) drop(closer text.Span) {
	top := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.count[top.shape]--
	if top.strange >= 0 {
		r.fault(bracketMixed, top.shape, r.span(top.strange), r.span(top.token))
		return
	}
	r.fault(bracketUnclosed, top.shape, r.span(top.token), closer)
	if closer.Len() > 0 {
		r.jumped[top.shape] = len(r.faults)
	}
}

// stray deals with a closing bracket of whose shape none is open.
func (r *bracketReader) stray(i int, shape uint8) {
	if j := r.jumped[shape] - 1; j >= 0 {
		f := &r.faults[j]
		f.kind, f.span, f.other = bracketCrossing, f.other, f.span
		r.jumped[shape] = 0
		return
	}
	marker := shape == round && r.markerStart(i) >= 0
	if top := len(r.open) - 1; top >= 0 && r.open[top].strange < 0 && !marker {
		r.open[top].strange = i
		return
	}
	switch {
	case marker:
		r.markers = append(r.markers, len(r.faults))
		r.numbers++
	case shape == round && r.lent > 0:
		r.lent--
		return
	}
	r.fault(bracketUnopened, shape, r.span(i), text.Span{})
}

func (r *bracketReader) fault(kind bracketKind, shape uint8, span, other text.Span) {
	r.faults = append(r.faults, bracketFault{kind, shape, r.index, span, other})
}

func (r *bracketReader) span(token int) text.Span { return r.doc.Tokens[token].Span() }

// markerStart returns the first token of the list number that the closing
// bracket at token i ends, 1) क) iv) 2.), or -1.
func (r *bracketReader) markerStart(i int) int {
	d, at := r.doc, i-1
	if at > r.block.First && d.Of(d.Tokens[at]) == "." {
		at--
	}
	if at < r.block.First || at > r.block.First && wordlike(d.Tokens[at-1]) {
		return -1
	}
	t := d.Tokens[at]
	ok := false
	switch s := d.Of(t); t.Kind {
	case text.Number:
		ok = utf8.RuneCountInString(s) <= 3
	case text.Word:
		ok = utf8.RuneCountInString(s) == 1
	case text.Latin:
		ok = len(s) == 1 || len(s) <= 5 && strings.Trim(s, "ivxIVX") == ""
	}
	if !ok {
		return -1
	}
	return at
}

// judgeMarkers clears the faults of list numbers: several in the block, or one
// at its start or behind a mark.
func (r *bracketReader) judgeMarkers() {
	for _, m := range r.markers {
		f := &r.faults[m]
		start := r.markerStart(r.doc.TokenAt(f.span.Start))
		before := sideBefore(r.doc, r.block, start)
		behindMark := before == sideSpace && r.doc.Tokens[start-2].Kind == text.Punct
		if r.numbers > 1 || behindMark || before != sideSpace && before != sideLetter {
			f.kind = bracketFine
		}
	}
}

// emoticon reports whether the bracket at token i is a mouth: :) ;-) :'(. Its
// eyes stand behind a space, or smile at the end of a word.
func (r *bracketReader) emoticon(i int) bool {
	d, at := r.doc, i-1
	if at > r.block.First && strings.Contains("-'’^", d.Of(d.Tokens[at])) {
		at--
	}
	return at >= r.block.First && strings.Contains(":;=", d.Of(d.Tokens[at]))
}

// maxBracketParagraphs is how many paragraphs behind its opening bracket a
// remark may end: a note with links often has each on a line of its own.
const maxBracketParagraphs = 8

// joinParagraphs clears the faults of brackets that a paragraph soon after
// closes.
func (r *bracketReader) joinParagraphs() {
	var open [bracketShapes]int // 1 + the last fault of an unclosed bracket
	for i := range r.faults {
		f := &r.faults[i]
		j := open[f.shape] - 1
		open[f.shape] = 0
		if f.kind == bracketUnclosed {
			open[f.shape] = i + 1
		}
		if f.kind == bracketUnopened && j >= 0 && r.faults[j].block < f.block && f.block <= r.faults[j].block+maxBracketParagraphs {
			r.faults[j].kind, f.kind = bracketFine, bracketFine
		}
	}
}

// pairEnd is one end of a pair of brackets or quotation marks.
type pairEnd struct {
	span text.Span
	pair int
}

// crossQuotes finds the pairs of brackets and of quotation marks that cross.
func (r *bracketReader) crossQuotes() {
	ends, quoted := r.quoteEnds()
	if quoted == 0 {
		return
	}
	for i, p := range r.pairs {
		ends = append(ends, pairEnd{r.span(p.First), quoted + i}, pairEnd{r.span(p.Last), quoted + i})
	}
	slices.SortFunc(ends, func(a, b pairEnd) int { return cmp.Compare(a.span.Start, b.span.Start) })
	const (
		opened  = 1 + iota
		crossed // closed before a pair inside it
	)
	state := make([]uint8, quoted+len(r.pairs))
	var open []pairEnd
	for _, e := range ends {
		if state[e.pair] == 0 {
			state[e.pair] = opened
			open = append(open, e)
			continue
		}
		for state[open[len(open)-1].pair] == crossed {
			open = open[:len(open)-1]
		}
		top := open[len(open)-1]
		if top.pair == e.pair {
			open = open[:len(open)-1]
			continue
		}
		state[e.pair] = crossed
		if (top.pair < quoted) != (e.pair < quoted) {
			r.fault(bracketCrossing, round, e.span, top.span)
		}
	}
}

// quoteEnds returns the ends of the block's quotations, numbered from 0, and
// how many numbers were given.
func (r *bracketReader) quoteEnds() (ends []pairEnd, pairs int) {
	marks := quotes.Of(r.doc)
	first, _ := slices.BinarySearchFunc(marks, r.index, func(m quoteMark, block int) int { return cmp.Compare(m.block, block) })
	for i := first; i < len(marks) && marks[i].block == r.index; i++ {
		if m := marks[i]; m.partner >= 0 {
			pair := max(i, m.partner) - first
			ends = append(ends, pairEnd{m.span, pair})
			pairs = max(pairs, pair+1)
		}
	}
	return ends, pairs
}

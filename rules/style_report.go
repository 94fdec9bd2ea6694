package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// styleReporter reports the places where a document uses what the house avoids.
type styleReporter struct {
	p *checker.Pass
	// quoted are the spans that are left alone, in order.
	quoted []text.Span
	// found are the spans reported so far, in order, but for those of the list or
	// pattern that is at work, which are in now.
	found, now []text.Span
}

// done makes the reports of a list or a pattern those that others must not meet.
func (r *styleReporter) done() {
	if len(r.now) == 0 {
		return
	}
	r.found, r.now = append(r.found, r.now...), r.now[:0]
	slices.SortFunc(r.found, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
}

// words reports the words and phrases of a list: at each place the longest, and
// none inside another.
func (r *styleReporter) words(book *styleBook) {
	d := r.p.Doc
	if len(book.phrases) == 0 {
		return
	}
	defer r.done()
	search := newStyleSearch(book, d)
	for _, b := range d.Blocks {
		for i := b.First; i < b.Last; i++ {
			if m, ok := search.longest(i, b.Last); ok {
				i = r.word(book, m)
			}
		}
	}
}

// word reports one place, unless it is a part of what the house prefers, and
// returns its last token.
func (r *styleReporter) word(book *styleBook, m styleMatch) (last int) {
	d := r.p.Doc
	e := &book.entries[book.phrases[m.phrase].entry]
	for _, prefer := range e.prefer {
		if end, ok := inPreferred(d, m, book.elementsOf(m.phrase), prefer); ok {
			return end
		}
	}
	span := text.Span{Start: d.Tokens[m.first].Start(), End: d.Tokens[m.last].End()}
	var fixes []checker.Fix
	for _, prefer := range e.prefer {
		fixes = append(fixes, checker.Replace(span, m.inflect(d, prefer)))
	}
	r.report(e, span, fixes)
	return m.last
}

// pattern reports the matches of a pattern that meet nothing reported before.
func (r *styleReporter) pattern(book *styleBook, pattern *stylePattern) {
	d := r.p.Doc
	if !strings.Contains(d.Text, pattern.literal) {
		return
	}
	defer r.done()
	e := &book.entries[pattern.entry]
	for _, b := range d.Blocks {
		block := d.Text[b.Span.Start:b.Span.End]
		pattern.find(block, func(m []int) {
			at := text.Span{Start: b.Span.Start + m[0], End: b.Span.Start + m[1]}
			span := text.Widen(d.Text, at)
			var fixes []checker.Fix
			for _, prefer := range e.prefer {
				with := pattern.expand(block, m, prefer)
				if with == d.Text[at.Start:at.End] {
					return // what the house prefers
				}
				if span == at { // else a fix would replace a part of an akshara
					fixes = append(fixes, checker.Replace(span, with))
				}
			}
			r.report(e, span, fixes)
		})
	}
}

var (
	msgStylePrefer = say(
		"house style: %[2]s for %[1]q",
		"संस्थान की शैली में “%[1]s” की जगह %[2]s")
	msgStyleAvoid = say(
		"house style: avoid %[1]q",
		"संस्थान की शैली में “%[1]s” से बचें")
	msgStyleNever = say(
		"%[1]q is never used in this house",
		"इस संस्थान में “%[1]s” कभी नहीं लिखा जाता")
	msgStyleNeverPrefer = say(
		"%[1]q is never used in this house; write %[2]s",
		"इस संस्थान में “%[1]s” कभी नहीं लिखा जाता; लिखें %[2]s")
)

// report reports a place in the house's own words where it has some.
func (r *styleReporter) report(e *styleEntry, span text.Span, fixes []checker.Fix) {
	if meets(r.quoted, span) || meets(r.found, span) {
		return
	}
	r.now = append(r.now, span)
	f := checker.Finding{Span: span, Message: e.message, Fixes: fixes}
	if f.Message == "" {
		f.Message = r.p.Sprintf(e.key(), r.p.Doc.Text[span.Start:span.End], quotedList(e.prefer))
	}
	switch {
	case e.severity != nil:
		r.p.ReportAs(*e.severity, f)
	case e.never:
		r.p.ReportAs(checker.Error, f)
	default:
		r.p.Report(f)
	}
}

// key returns the message for an entry that brings none of its own.
func (e *styleEntry) key() string {
	switch {
	case e.never && len(e.prefer) > 0:
		return msgStyleNeverPrefer
	case e.never:
		return msgStyleNever
	case len(e.prefer) > 0:
		return msgStylePrefer
	}
	return msgStyleAvoid
}

func quotedList(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return "“" + strings.Join(words, "” / “") + "”"
}

// quotations returns the spans of the quotations of a document, in order and
// without those inside others. It is not nil.
func quotations(d *text.Document) []text.Span {
	out := []text.Span{}
	marks := quotes.Of(d)
	for _, m := range marks {
		if m.role != quoteOpens || m.partner < 0 {
			continue
		}
		if n := len(out); n == 0 || m.span.Start >= out[n-1].End {
			out = append(out, text.Span{Start: m.span.Start, End: marks[m.partner].span.End})
		}
	}
	return out
}

// meets reports whether a span shares a byte with one of a list that is in order
// and free of overlaps.
func meets(spans []text.Span, span text.Span) bool {
	i, _ := slices.BinarySearchFunc(spans, span.Start, func(s text.Span, start int) int { return cmp.Compare(s.End-1, start) })
	return i < len(spans) && spans[i].Overlaps(span)
}

package rules

import (
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

// use is how one document uses a word that can be a name.
type use struct {
	Form   string
	Spans  []text.Span
	Before []string // content words directly before it, at most maxNeighbours
	After  []string
}

const (
	// maxNeighbours bounds the neighbours that a use remembers of a side.
	maxNeighbours = 4
	// nameWeight is the weight from which an unlisted word is no name.
	nameWeight = 30
	// leastAcross is the confidence from which words of different documents are
	// reported: nothing but the spelling speaks for them.
	leastAcross = 0.9
)

// acrossClashes returns the check of a rule that reports its clashes in each
// document, and what more alone finds there, and, when documents are compared,
// the clashes between them.
func acrossClashes(rule string, alone ...func(reporter, *text.Document, *checker.House, float64)) checker.Check {
	collect := func(p *checker.Pass) []use {
		if !p.Across {
			return nil
		}
		return usesOf.Of(p.Doc)
	}
	compare := func(c *checker.Corpus, all []checker.Facts[[]use]) {
		for _, f := range all {
			options, house := c.Of(f.Doc)
			r, d := corpusReporter{c, f.Doc}, c.Docs[f.Doc]
			reportSure(r, d, rule, house, options)
			for _, report := range alone {
				report(r, d, house, leastOf(options))
			}
		}
		if len(all) > 1 {
			compareUses(c, all, rule)
		}
	}
	return checker.Across(collect, compare)
}

// corpusReporter reports in one document of a corpus.
type corpusReporter struct {
	*checker.Corpus
	doc int
}

// Report reports a finding whose related places are in the document too.
func (r corpusReporter) Report(f checker.Finding) { r.Corpus.Report(r.doc, r.local(f)) }

// ReportAs is Report with a severity of the finding's own.
func (r corpusReporter) ReportAs(s checker.Severity, f checker.Finding) {
	r.Corpus.ReportAs(r.doc, s, r.local(f))
}

func (r corpusReporter) local(f checker.Finding) checker.Finding {
	for i := range f.Related {
		f.Related[i].In = r.doc
	}
	return f
}

// usesOf are the uses of a document, which two rules compare.
var usesOf = text.NewShared(uses)

// uses returns the words of a document that can be names: known ones and those
// that are rare in the language.
func uses(d *text.Document) []use {
	index := make([]int, len(d.Forms)) // 1 + index in out
	var out []use
	for i, f := range d.Forms {
		if lexicon.IsFunctionWord(f) || len(lexicon.NamesOf(f)) == 0 && lexicon.Weight(f.Folded) >= nameWeight {
			continue
		}
		out = append(out, use{Form: f.Folded})
		index[i] = len(out)
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word || index[t.Form] == 0 || mentioned(d, i) {
			continue
		}
		u := &out[index[t.Form]-1]
		u.Spans = append(u.Spans, t.Span())
		u.Before = addNeighbour(u.Before, d, i, -1)
		u.After = addNeighbour(u.After, d, i, 1)
	}
	return slices.DeleteFunc(out, func(u use) bool { return len(u.Spans) == 0 })
}

func addNeighbour(to []string, d *text.Document, i, step int) []string {
	if len(to) >= maxNeighbours {
		return to
	}
	if f := neighbour(d, i, step); f != nil && !slices.Contains(to, f.Folded) {
		return append(to, f.Folded)
	}
	return to
}

// usePlace is a use with its document.
type usePlace struct {
	doc int
	*use
}

// compareUses reports the spelling to change of each pair of spellings that
// stand in different documents, once an occurrence.
func compareUses(c *checker.Corpus, all []checker.Facts[[]use], rule string) {
	places := newUsePlaces(len(all))
	for _, f := range all {
		places.add(f.Doc, f.Facts)
	}
	places.pairs(rule, c.House, func(a, b *text.Form, confidence float64) {
		x, y := places.of[a], places.of[b]
		switch verdict, _ := between(a, b, occurrences(x), occurrences(y), c.House); {
		case verdict > 0:
			reportAcross(c, a, x, y, confidence)
		case verdict < 0:
			reportAcross(c, b, y, x, confidence)
		}
	})
}

// usePlaces are the uses of many documents, by their words.
type usePlaces struct {
	of    map[*text.Form][]usePlace
	forms []*text.Form
}

func newUsePlaces(docs int) *usePlaces {
	const newWords = 32 // that a document brings, about
	return &usePlaces{of: make(map[*text.Form][]usePlace, newWords*docs)}
}

func (u *usePlaces) add(doc int, uses []use) {
	for i := range uses {
		form := text.FormOf(uses[i].Form)
		if u.of[form] == nil {
			u.forms = append(u.forms, form)
		}
		u.of[form] = append(u.of[form], usePlace{doc, &uses[i]})
	}
}

// pairs yields the pairs of spellings that are one word beyond doubt and a
// rule's matter.
func (u *usePlaces) pairs(rule string, house *checker.House, yield func(a, b *text.Form, confidence float64)) {
	variant.CloseCandidates(u.forms, func(i, j int) {
		a, b := u.forms[i], u.forms[j]
		p := variant.Compare(a, b)
		if p.Orthographic() || p.Hopeless(leastAcross) || acceptsBoth(house, a, b) || matter(a, b, p) != rule {
			return
		}
		x, y := u.of[a], u.of[b]
		context := variant.Context{Neighbour: shareNeighbour(x, y), CountA: occurrences(x), CountB: occurrences(y)}
		if confidence := p.Probability(context); confidence >= leastAcross {
			yield(a, b, confidence)
		}
	})
}

func occurrences(places []usePlace) int {
	n := 0
	for _, p := range places {
		n += len(p.Spans)
	}
	return n
}

func shareNeighbour(a, b []usePlace) bool {
	var before, after []string
	for _, p := range a[:min(len(a), maxBeside)] {
		before, after = append(before, p.Before...), append(after, p.After...)
	}
	for _, p := range b[:min(len(b), maxBeside)] {
		for _, w := range p.Before {
			if slices.Contains(before, w) {
				return true
			}
		}
		for _, w := range p.After {
			if slices.Contains(after, w) {
				return true
			}
		}
	}
	return false
}

var msgAcross = say(
	"%[1]q here, but %[2]q in other files (%[3]d and %[4]d times); use one spelling",
	"यहाँ “%[1]s” लिखा है, पर दूसरी फ़ाइलों में “%[2]s” है (%[3]d और %[4]d बार); एक ही वर्तनी रखें")

// reportAcross reports the occurrences of the wrong spelling in documents that
// do not report it already for holding both.
func reportAcross(c *checker.Corpus, right *text.Form, rights, wrongs []usePlace, confidence float64) {
	m, n := occurrences(wrongs), occurrences(rights)
	for _, w := range wrongs {
		if slices.ContainsFunc(rights, func(p usePlace) bool { return p.doc == w.doc }) {
			continue
		}
		for _, span := range w.Spans {
			c.Report(w.doc, checker.Finding{
				Span:       span,
				Message:    c.Sprintf(msgAcross, w.Form, right.Folded, m, n),
				Confidence: confidence,
				Related:    []checker.Related{{In: rights[0].doc, Span: rights[0].Spans[0], Message: right.Folded}},
				Fixes:      []checker.Fix{checker.Replace(span, right.Folded)},
			})
		}
	}
}

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
// document and, when documents are compared, between them.
func acrossClashes(rule string) checker.Check {
	collect := func(p *checker.Pass) []use {
		if !p.Across {
			return nil
		}
		return uses(p.Doc)
	}
	compare := func(c *checker.Corpus, all []checker.Facts[[]use]) {
		for _, f := range all {
			r := corpusReporter{c, f.Doc}
			for _, clash := range clashes(c.Docs[f.Doc], c.House) {
				if clash.rule == rule {
					reportClash(r, c.Docs[f.Doc], clash)
				}
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
	places := map[*text.Form][]usePlace{}
	var forms []*text.Form
	for _, f := range all {
		for i := range f.Facts {
			form := text.FormOf(f.Facts[i].Form)
			if places[form] == nil {
				forms = append(forms, form)
			}
			places[form] = append(places[form], usePlace{f.Doc, &f.Facts[i]})
		}
	}
	variant.CloseCandidates(forms, func(i, j int) {
		a, b := places[forms[i]], places[forms[j]]
		p := variant.Compare(forms[i], forms[j])
		if p.Orthographic() || p.Hopeless(leastAcross) || acceptsBoth(c.House, forms[i], forms[j]) || matter(forms[i], forms[j], p) != rule {
			return
		}
		confidence := p.Probability(variant.Context{Neighbour: shareNeighbour(a, b), CountA: occurrences(a), CountB: occurrences(b)})
		if confidence < leastAcross {
			return
		}
		switch verdict, _ := between(forms[i], forms[j], occurrences(a), occurrences(b), c.House); {
		case verdict > 0:
			reportAcross(c, forms[i], a, b, confidence)
		case verdict < 0:
			reportAcross(c, forms[j], b, a, confidence)
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

package rules

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// How the phrases of a house's list are found in a text: over the trie of the keys
// of their words, to which every form of a word leads.

// styleMatch is a place where a phrase stands.
type styleMatch struct {
	phrase      int32
	first, last int // tokens
	// form is what the phrase's last word is inflected for; uneven says that
	// another of its words is inflected, too.
	form   wordForm
	uneven bool
}

// idsOf appends the numbers of the elements that a word is a form of.
func (b *styleBook) idsOf(to []int32, f *text.Form) []int32 {
	if len(f.Folded) > lexicon.MaxWord {
		return to
	}
	key := lexicon.KeyOf(f)
	if id := b.ids[key]; id > 0 {
		to = append(to, id)
	}
	var buf [lexicon.MaxWord + 8]byte
	for _, e := range styleEndings {
		stem, ok := strings.CutSuffix(key, e.ending)
		if !ok || stem == "" {
			continue
		}
		if id := b.ids[string(append(append(buf[:0], stem...), e.base...))]; id > 0 {
			to = append(to, id)
		}
	}
	return to
}

// styleSearch looks for the phrases of a list in a document.
type styleSearch struct {
	*styleBook
	doc *text.Document
	// listed are the numbers of the elements that a form of the document may be,
	// from one of bounds to the next.
	listed []int32
	bounds []int32
	gap    int32 // the number of the gap

	token, end int // where a match begins, and the end of its block
	best       styleMatch
	found      bool
}

func newStyleSearch(b *styleBook, d *text.Document) *styleSearch {
	s := &styleSearch{styleBook: b, doc: d, bounds: make([]int32, 1, len(d.Forms)+1), gap: b.ids[gap]}
	for _, f := range d.Forms {
		s.listed = b.idsOf(s.listed, f)
		s.bounds = append(s.bounds, int32(len(s.listed)))
	}
	return s
}

// longest returns the longest phrase that begins at a token and ends before
// another; of several with one length one that stands in its own form before one
// that is inflected, and the one that was listed last.
func (s *styleSearch) longest(token, end int) (best styleMatch, ok bool) {
	s.token, s.end, s.found = token, end, false
	s.walk(0, token)
	return s.best, s.found
}

// walk follows the trie from a node over the document from a token on.
func (s *styleSearch) walk(node int32, at int) {
	if node > 0 && s.ends[node] > 0 {
		s.judge(s.ends[node])
	}
	if at >= s.end {
		return
	}
	if next := s.steps[edgeOf(node, s.gap)]; next > 0 {
		if behind := behindGap(s.doc, at, s.end); behind > at {
			s.walk(next, behind)
		}
	}
	t := s.doc.Tokens[at]
	if t.Kind != text.Word {
		if s.foreign {
			s.over(node, s.ids[strings.ToLower(s.doc.Of(t))], at)
		}
		return
	}
	for _, id := range s.listed[s.bounds[t.Form]:s.bounds[t.Form+1]] {
		s.over(node, id, at)
	}
}

func (s *styleSearch) over(node, id int32, at int) {
	if next := s.steps[edgeOf(node, id)]; next > 0 {
		s.walk(next, at+1)
	}
}

// maxAlike bounds the phrases with the same keys that are looked at.
const maxAlike = 8

// judge compares the phrases whose keys were found with what stands there.
func (s *styleSearch) judge(newest int32) {
	for n := 0; newest > 0 && n < maxAlike; n++ {
		p := s.phrases[newest-1]
		m, ok := matchElements(s.doc, s.token, s.end, s.elements[p.first:p.last], s.entries[p.entry].exact)
		if ok && (!s.found || m.last > s.best.last || m.last == s.best.last && m.form == asListed && s.best.form != asListed) {
			m.phrase = newest - 1
			s.best, s.found = m, true
		}
		newest = p.older
	}
}

// matchElements reports whether elements stand at a token, the last of them before
// another.
func matchElements(d *text.Document, token, end int, elements []string, exact bool) (m styleMatch, ok bool) {
	m = styleMatch{first: token}
	at := token
	for i, element := range elements {
		if at >= end {
			return m, false
		}
		if element == gap {
			next := behindGap(d, at, end)
			if next == at {
				return m, false
			}
			at = next
			continue
		}
		form, found := matchElement(d, at, element, exact)
		if !found {
			return m, false
		}
		m.last = at
		if i == len(elements)-1 {
			m.form = form
		} else if form != asListed {
			m.uneven = true
		}
		at++
	}
	return m, true
}

// behindGap returns the token behind a gap, or the token itself where none is:
// white space, or one hyphen.
func behindGap(d *text.Document, at, end int) int {
	if d.Tokens[at].Kind == text.Punct {
		if gapAt(d, at) {
			return at + 1
		}
		return at
	}
	for at < end && (d.Tokens[at].Kind == text.Space || d.Tokens[at].Kind == text.Break) {
		at++
	}
	return at
}

// matchElement reports whether a token is a word or a mark of a phrase.
func matchElement(d *text.Document, token int, element string, exact bool) (wordForm, bool) {
	t := d.Tokens[token]
	switch {
	case t.Kind != text.Word:
		return asListed, strings.EqualFold(d.Of(t), element)
	case d.Word(t).Folded == element:
		return asListed, true
	case exact:
		return asListed, false
	}
	return formOf(d.Word(t), element)
}

// inPreferred reports whether a match is a part of a spelling that the house
// prefers, as दिल्ली is of नई दिल्ली, and the last token of that.
func inPreferred(d *text.Document, m styleMatch, avoided []string, prefer string) (last int, ok bool) {
	var buf [8]string
	preferred := appendElements(buf[:0], prefer)
	block := d.Blocks[blockOf(d, m.first)]
	for skip := 0; skip+len(avoided) <= len(preferred); skip++ {
		if !alike(preferred[skip:skip+len(avoided)], avoided) {
			continue
		}
		start, ok := back(d, m.first, block.First, preferred[:skip])
		if !ok {
			continue
		}
		found, ok := matchElements(d, start, block.Last, preferred, false)
		if ok && found.last >= m.last && spelt(d, start, preferred) {
			return found.last, true
		}
	}
	return 0, false
}

// alike reports whether two lists of elements differ in orthography at most.
func alike(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] && lexicon.Key(a[i]) != lexicon.Key(b[i]) {
			return false
		}
	}
	return true
}

// back returns the token that is as many elements before another.
func back(d *text.Document, token, first int, elements []string) (start int, ok bool) {
	for i := len(elements) - 1; i >= 0; i-- {
		token--
		for elements[i] == gap && token > first && d.Tokens[token].Kind != text.Punct && gapAt(d, token-1) {
			token--
		}
		if token < first {
			return 0, false
		}
	}
	return token, true
}

// spelt reports whether the tokens from one on are elements that they match in
// their orthography, too: all letters but those of an ending.
func spelt(d *text.Document, token int, elements []string) bool {
	for _, element := range elements {
		if element == gap {
			token = behindGap(d, token, len(d.Tokens))
			continue
		}
		if t := d.Tokens[token]; t.Kind == text.Word && d.Word(t).Folded != element {
			f := d.Word(t)
			form, ok := formOf(f, element)
			if !ok || form == asListed || !strings.HasPrefix(f.Folded, stemOf(element)) {
				return false
			}
		}
		token++
	}
	return true
}

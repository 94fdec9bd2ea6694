package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// Known names whose words a document writes now joined, now apart, now with a
// hyphen: रामविलास and राम विलास, किम जोंग उन and किम जोंग-उन.

// writing is one way in which a document writes a name.
type writing struct {
	spelling string
	spans    []text.Span
	role     lexicon.Role // the best that the lexicon knows of it, or 0
}

// joinConfidence is that of a known name whose letters are the same.
const joinConfidence = 0.95

// reportJoins reports the ways of writing a name that are not the one to keep.
func reportJoins(r reporter, d *text.Document, house *checker.House, least float64) {
	if least > joinConfidence {
		return
	}
	for _, ways := range slices.Concat(hyphened(d), joinedNames(d)) {
		if !slices.ContainsFunc(ways, func(w writing) bool { return listed(house, d, w.spans[0]) }) {
			reportWays(r, ways)
		}
	}
}

// listed reports whether the house speaks of a spelling: then it decides.
func listed(house *checker.House, d *text.Document, at text.Span) bool {
	if house == nil {
		return false
	}
	i := d.TokenAt(at.Start)
	s, _ := house.Phrase(d, i)
	return s.Standing != checker.Unlisted || house.Word(d.Word(d.Tokens[i]).Folded).Standing != checker.Unlisted
}

// reportWays reports all ways but the most frequent one; among equals that is
// the one that the lexicon prefers.
func reportWays(r reporter, ways []writing) {
	slices.SortStableFunc(ways, func(a, b writing) int {
		return cmp.Or(cmp.Compare(len(b.spans), len(a.spans)), cmp.Compare(rank(b.role), rank(a.role)), cmp.Compare(a.spans[0].Start, b.spans[0].Start))
	})
	right := ways[0]
	for _, wrong := range ways[1:] {
		undecided := len(wrong.spans) == len(right.spans) && rank(wrong.role) == rank(right.role)
		for _, span := range wrong.spans {
			f := checker.Finding{
				Span:       span,
				Message:    r.Sprintf(msgClashMajority, wrong.spelling, right.spelling, len(wrong.spans), len(right.spans)),
				Confidence: joinConfidence,
				Related:    []checker.Related{{Span: right.spans[0], Message: right.spelling}},
			}
			if !undecided {
				f.Fixes = []checker.Fix{checker.Replace(span, right.spelling)}
			}
			r.Report(f)
		}
	}
}

func rank(r lexicon.Role) int { return strings.IndexByte("was", byte(r)) + 1 }

// better returns the better of two roles.
func better(a, b lexicon.Role) lexicon.Role {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

// hyphened returns the names of several words that a document writes with and
// without a hyphen.
func hyphened(d *text.Document) [][]writing {
	type match struct {
		first, last int
		hyphen      bool
	}
	if !hasHyphen(d) {
		return nil
	}
	begins := make([]bool, len(d.Forms))
	for i, f := range d.Forms {
		begins[i] = len(lexicon.PhrasesOf(f)) > 0
	}
	var all []match
	some := false
	for i := 0; i < len(d.Tokens); i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word || !begins[t.Form] {
			continue
		}
		m := match{first: i, last: i}
		for _, phrase := range lexicon.PhrasesOf(d.Word(t)) {
			if end, ok := matchName(d, i, phrase.Rest); ok && end > m.last {
				m.last = end
			}
		}
		if m.last == i {
			continue
		}
		for j := i + 1; j < m.last; j += 2 {
			m.hyphen = m.hyphen || d.Tokens[j].Kind != text.Space
		}
		some = some || m.hyphen
		all, i = append(all, m), m.last
	}
	if !some {
		return nil
	}
	names := newWritings()
	for _, m := range all {
		span := text.Span{Start: d.Tokens[m.first].Start(), End: d.Tokens[m.last].End()}
		var words []string
		for j := m.first; j <= m.last; j += 2 {
			words = append(words, d.Word(d.Tokens[j]).Folded)
		}
		names.add(strings.Join(words, " "), text.Fold(d.Text[span.Start:span.End]), span)
	}
	return names.several()
}

// hasHyphen reports whether a hyphen stands between two words of a document.
func hasHyphen(d *text.Document) bool {
	for i := 1; i+1 < len(d.Tokens); i++ {
		if t := d.Tokens[i]; t.Kind == text.Punct && d.Text[t.Start()] == '-' && d.Tokens[i-1].Kind == text.Word && d.Tokens[i+1].Kind == text.Word {
			return true
		}
	}
	return false
}

// writings collects the ways of writing each name, in order.
type writings struct {
	index map[string]int
	ways  [][]writing
}

func newWritings() *writings { return &writings{index: map[string]int{}} }

func (js *writings) add(name, spelling string, span text.Span) {
	at, ok := js.index[name]
	if !ok {
		at = len(js.ways)
		js.index[name] = at
		js.ways = append(js.ways, nil)
	}
	ways := js.ways[at]
	for i := range ways {
		if ways[i].spelling == spelling {
			ways[i].spans = append(ways[i].spans, span)
			return
		}
	}
	js.ways[at] = append(ways, writing{spelling, []text.Span{span}, roleOf(spelling)})
}

// several returns the names that are written in more than one way.
func (js *writings) several() [][]writing {
	return slices.DeleteFunc(js.ways, func(ways []writing) bool { return len(ways) < 2 })
}

// roleOf returns what a spelling is to the names that it spells exactly, or is
// the beginning of.
func roleOf(spelling string) (role lexicon.Role) {
	first, _, several := strings.Cut(spelling, " ")
	f := text.FormOf(first)
	if !several {
		for _, n := range lexicon.NamesOf(f) {
			role = better(role, n.Role)
		}
	}
	for _, p := range lexicon.PhrasesOf(f) {
		if p.Role == lexicon.Standard && p.Standard != spelling && !strings.HasPrefix(p.Standard, spelling+" ") {
			continue // the standard with another joint
		}
		if strings.HasPrefix(p.Standard, spelling) || strings.Contains(p.Accepted, spelling) {
			role = better(role, p.Role)
		}
	}
	return role
}

// halves are two words that are a name when they are joined.
type halves struct{ first, second *text.Form }

// halvesMemo are the ways to cut a known name of one word into two words.
var halvesMemo = text.NewMemo(func(f *text.Form) (out []halves) {
	const least = 6 // bytes of a half: two letters
	if !f.WellFormed || len(f.Folded) < 5*3 || len(f.Folded) > lexicon.MaxWord || !namesOne(f) {
		return nil
	}
	for at := least; at+least <= len(f.Folded); at += 3 {
		r, _ := utf8.DecodeRuneInString(f.Folded[at:])
		if !unicode.IsLetter(r) || !text.WellFormed(f.Folded[:at]) || strings.HasSuffix(f.Folded[:at], halant) {
			continue
		}
		h := halves{text.FormOf(f.Folded[:at]), text.FormOf(f.Folded[at:])}
		if isHalf(h.first) && isHalf(h.second) {
			out = append(out, h)
		}
	}
	return out
})

const halant = "\u094d"

// namesOne reports whether a form is a known name, or the first name of a known
// person. Diseases and techniques are words, whose joints are a matter of taste.
func namesOne(f *text.Form) bool {
	return slices.ContainsFunc(lexicon.NamesOf(f), func(n lexicon.Name) bool { return n.Kind != "disease" && n.Kind != "tech" }) ||
		slices.ContainsFunc(lexicon.PhrasesOf(f), func(p lexicon.Phrase) bool { return p.Kind == "person" })
}

func isHalf(f *text.Form) bool {
	return !lexicon.IsFunctionWord(f) && (lexicon.Weight(f.Folded) > 0 || len(lexicon.NamesOf(f)) > 0)
}

// joinedNames returns the names of one word that a document writes as two words
// too.
func joinedNames(d *text.Document) [][]writing {
	var wholes map[halves]*text.Form
	firsts := map[*text.Form]bool{}
	for _, f := range d.Forms {
		for _, h := range halvesMemo.Of(f.Canonical) {
			if wholes == nil {
				wholes = map[halves]*text.Form{}
			}
			wholes[h], firsts[h.first] = f.Canonical, true
		}
	}
	if wholes == nil {
		return nil
	}
	isFirst := make([]bool, len(d.Forms))
	for i, f := range d.Forms {
		isFirst[i] = firsts[f.Canonical]
	}
	names := newWritings()
	apart := map[*text.Form][]int{} // the second tokens of the halves, by the whole
	for i, t := range d.Tokens {
		if t.Kind != text.Word || !isFirst[t.Form] || i+2 >= len(d.Tokens) {
			continue
		}
		second := d.Tokens[i+2]
		if second.Kind != text.Word || d.Tokens[i+1].Kind != text.Space && d.Of(d.Tokens[i+1]) != "-" {
			continue
		}
		if whole := wholes[halves{d.Word(t).Canonical, d.Word(second).Canonical}]; whole != nil {
			apart[whole] = append(apart[whole], i+2)
		}
	}
	if len(apart) == 0 {
		return nil
	}
	joined := map[*text.Form][]int{}
	for i, t := range d.Tokens {
		if t.Kind == text.Word && apart[d.Word(t).Canonical] != nil {
			joined[d.Word(t).Canonical] = append(joined[d.Word(t).Canonical], i)
		}
	}
	for _, f := range d.Forms {
		f = f.Canonical
		if joined[f] == nil || !oneBearer(d, joined[f], apart[f]) {
			continue
		}
		for _, i := range joined[f] {
			names.add(f.Folded, f.Folded, d.Tokens[i].Span())
		}
		for _, i := range apart[f] {
			span := text.Span{Start: d.Tokens[i-2].Start(), End: d.Tokens[i].End()}
			names.add(f.Folded, text.Fold(d.Text[span.Start:span.End]), span)
		}
		delete(joined, f)
	}
	return names.several()
}

// oneBearer reports whether nothing speaks for two people of one first name:
// जयराम रमेश and जय राम ठाकुर are two.
func oneBearer(d *text.Document, joined, apart []int) bool {
	surnames := func(tokens []int) (out []*text.Form) {
		for _, i := range tokens {
			if f := neighbour(d, i, 1); f != nil && (len(lexicon.NamesOf(f)) > 0 || lexicon.Weight(f.Folded) < nameWeight) {
				out = append(out, f)
			}
		}
		return out
	}
	a, b := surnames(joined), surnames(apart)
	return len(b) == 0 || slices.ContainsFunc(b, func(f *text.Form) bool { return slices.Contains(a, f) })
}

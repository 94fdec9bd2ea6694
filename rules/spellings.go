package rules

import (
	"cmp"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

// spelling pairs: the comparison of a document's words with one another that
// several rules share. It is made once a document; each rule reports the pairs
// of its own kind.

// usage is how a document uses one word form.
type usage struct {
	form   *text.Form
	tokens []int // indexes of its occurrences, in order
}

// clash is a word that a document spells in two ways.
type clash struct {
	// rule is the name of the rule whose matter the difference is.
	rule string
	// wrong is the spelling to change and right the one to keep; undecided
	// says that the document and the lexicon favour neither.
	wrong, right usage
	undecided    bool
	known        bool // the lexicon decided
	confidence   float64
}

// suggested returns the spelling to keep, unless it is undecided.
func (c clash) suggested() []string {
	if c.undecided {
		return nil
	}
	return []string{c.right.form.Folded}
}

// leastInfo is the confidence from which a clash is told at all, leastWarning
// that from which it is a warning.
const (
	leastInfo    = 0.6
	leastWarning = 0.7
)

var (
	clashSlot   = text.NewSlot[[]clash]()
	changedSlot = text.NewSlot[map[*text.Form]bool]()
)

// clashes returns the clashes of a document.
func clashes(d *text.Document, house *checker.House) []clash {
	return clashSlot.Get(d, func() []clash { return findClashes(d, house, leastInfo) })
}

// sureClashes returns the clashes of a document that are at least so sure.
func sureClashes(d *text.Document, house *checker.House, least float64) []clash {
	if least >= leastInfo {
		return clashes(d, house)
	}
	return findClashes(d, house, least) // seldom asked for: not shared
}

// changed returns the forms that a document's clashes ask to change.
func changed(p *checker.Pass) map[*text.Form]bool {
	return changedSlot.Get(p.Doc, func() map[*text.Form]bool {
		out := map[*text.Form]bool{}
		for _, c := range clashes(p.Doc, p.House) {
			out[c.wrong.form] = true
		}
		return out
	})
}

// maxDistinct is the number of distinct words above which only words that sound
// alike are compared: no article has as many.
const maxDistinct = 30000

// findClashes returns the clashes of a confidence of at least least.
func findClashes(d *text.Document, house *checker.House, least float64) []clash {
	forms := canonical(d)
	type candidate struct {
		a, b int
		pair *variant.Pair
	}
	var candidates []candidate
	propose := variant.Candidates
	if len(forms) > maxDistinct {
		propose = variant.CloseCandidates
	}
	propose(forms, func(i, j int) {
		if p := variant.Compare(forms[i], forms[j]); !p.Hopeless(least) {
			candidates = append(candidates, candidate{i, j, p})
		}
	})
	if len(candidates) == 0 {
		return nil
	}
	used := map[*text.Form]*usage{}
	for _, c := range candidates {
		for _, i := range [2]int{c.a, c.b} {
			used[forms[i]] = &usage{form: forms[i]}
		}
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word {
			continue
		}
		if u := used[d.Word(t).Canonical]; u != nil && !mentioned(d, i) {
			u.tokens = append(u.tokens, i)
		}
	}
	var out []clash
	for _, c := range candidates {
		a, b := used[forms[c.a]], used[forms[c.b]]
		if len(a.tokens) == 0 || len(b.tokens) == 0 || acceptsBoth(house, a.form, b.form) {
			continue
		}
		confidence := c.pair.Probability(variant.Context{
			Neighbour: sharedNeighbour(d, a.tokens, b.tokens),
			CountA:    len(a.tokens), CountB: len(b.tokens),
			Close: within(a.tokens, b.tokens, 2*3),
		})
		if confidence < least {
			continue
		}
		found := decide(*a, *b, c.pair, confidence, house)
		if houseWants(house, found) || !c.pair.Orthographic() && (standing(found.right.form, house) == 0 || wrongByItself(found)) {
			continue // each wrong spelling is told its right one where it stands
		}
		out = append(out, found)
	}
	return best(out)
}

// canonical returns the distinct words of a document, whatever their encoding,
// without those in which a rule about graphemes finds a fault.
func canonical(d *text.Document) []*text.Form {
	plain := func(f *text.Form) bool { return f.Canonical == f && len(grapheme.Of(f).Faults) == 0 }
	if !slices.ContainsFunc(d.Forms, func(f *text.Form) bool { return !plain(f) }) {
		return d.Forms
	}
	out := make([]*text.Form, 0, len(d.Forms))
	folded := map[*text.Form]bool{} // those that stand for another encoding too
	for _, f := range d.Forms {
		if f.Canonical != f {
			folded[f.Canonical] = false
		}
	}
	for _, f := range d.Forms {
		c := f.Canonical
		done, shared := folded[c]
		if done || len(grapheme.Of(f).Faults) > 0 {
			continue
		}
		if shared {
			folded[c] = true
		}
		out = append(out, c)
	}
	return out
}

// acceptsBoth reports whether the house accepts both spellings of one name.
func acceptsBoth(house *checker.House, a, b *text.Form) bool {
	x, y := house.Word(a.Folded), house.Word(b.Folded)
	return x.Standing >= checker.AcceptedByHouse && y.Standing >= checker.AcceptedByHouse && x.Prefer == y.Prefer
}

// houseWants reports whether the house wants another spelling than both: its
// own word on the wrong one is then what to say, and known-name says it.
func houseWants(house *checker.House, c clash) bool {
	s := house.Word(c.wrong.form.Folded)
	return s.Standing == checker.Avoided && s.Prefer != c.right.form.Folded
}

// wrongByItself reports whether the spelling to change is a known wrong form,
// whatever else the document has: common-misspelling says it.
func wrongByItself(c clash) bool {
	m := lexicon.MisspellingOf(c.wrong.form)
	return m != nil && (!inWideUse(c.wrong.form, m) || m.Right[0] != c.right.form.Folded)
}

// best keeps of the clashes over one wrong spelling the surest, and no clash
// whose right spelling is itself one to change where another is known.
func best(all []clash) []clash {
	slices.SortStableFunc(all, func(a, b clash) int {
		return cmp.Or(
			cmp.Compare(a.wrong.tokens[0], b.wrong.tokens[0]),
			cmp.Compare(b.confidence, a.confidence),
			cmp.Compare(len(b.right.tokens), len(a.right.tokens)),
			cmp.Compare(a.right.tokens[0], b.right.tokens[0]),
		)
	})
	return slices.CompactFunc(all, func(a, b clash) bool { return a.wrong.form == b.wrong.form })
}

// decide says which of two spellings is the one to change and whose matter it
// is. Where nothing speaks for either, the one that comes second is.
func decide(a, b usage, p *variant.Pair, confidence float64, house *checker.House) clash {
	verdict, known := between(a.form, b.form, len(a.tokens), len(b.tokens), house)
	c := clash{
		rule: matter(a.form, b.form, p), right: a, wrong: b,
		undecided: verdict == 0, known: known, confidence: confidence,
	}
	if verdict < 0 || verdict == 0 && b.tokens[0] < a.tokens[0] {
		c.right, c.wrong = b, a
	}
	return c
}

// between compares two spellings of one word that occur m and n times: positive
// when the first is the one to keep. The house decides, else what is known of
// the word, else the language where one form is far more usual and the other
// not established, else the majority; at a tie what the lexicon or the language
// prefers. Known says that it was not the majority.
func between(a, b *text.Form, m, n int, house *checker.House) (verdict int, known bool) {
	if v := cmp.Compare(standing(a, house), standing(b, house)); v != 0 {
		return v, true
	}
	preferred, _, established := lexicon.SamePair(a.Folded, b.Folded)
	if v := usual(a, b, 20); v != 0 && !established {
		return v, true
	}
	switch {
	case m != n:
		return cmp.Compare(m, n), false
	case established && preferred == a.Folded:
		return 1, true
	case established:
		return -1, true
	}
	v := usual(a, b, 5)
	return v, v != 0
}

// standing is 4 for the spelling that the house prefers, 3 for one that it
// accepts, 2 for the standard or an accepted spelling of a known name, 1 for a
// word of which nothing is known, 0 for a form that is known to be wrong, -1
// for one that the house avoids.
func standing(f *text.Form, house *checker.House) int {
	switch house.Word(f.Folded).Standing {
	case checker.Preferred:
		return 4
	case checker.AcceptedByHouse:
		return 3
	case checker.Avoided:
		return -1
	}
	out := 1
	if lexicon.MisspellingOf(f) != nil {
		out = 0
	}
	for _, n := range lexicon.NamesOf(f) {
		if n.Role != lexicon.Wrong {
			return 2
		}
		out = 0
	}
	return out
}

// usual compares how usual two spellings are in the language; 0 when neither
// is so many times as frequent as the other.
func usual(a, b *text.Form, times float64) int {
	x, y := lexicon.Weight(a.Folded), lexicon.Weight(b.Folded)
	switch {
	case x >= times*max(y, 1):
		return 1
	case y >= times*max(x, 1):
		return -1
	}
	return 0
}

// mentioned reports whether a word stands alone in quotes: the text speaks of
// the word.
func mentioned(d *text.Document, i int) bool {
	return i > 0 && i+1 < len(d.Tokens) && isQuote(d.Of(d.Tokens[i-1])) && isQuote(d.Of(d.Tokens[i+1]))
}

func isQuote(s string) bool {
	switch s {
	case "'", `"`, "‘", "’", "“", "”", "‹", "›", "«", "»", "`":
		return true
	}
	return false
}

// sharedNeighbour reports whether one content word stands directly before, or
// directly behind, an occurrence of each.
func sharedNeighbour(d *text.Document, a, b []int) bool {
	return shareOn(d, a, b, -1) || shareOn(d, a, b, 1)
}

// neighbour returns the content word beside token i, with a space and nothing
// else between.
func neighbour(d *text.Document, i, step int) *text.Form {
	j := i + 2*step
	if j < 0 || j >= len(d.Tokens) || d.Tokens[i+step].Kind != text.Space || d.Tokens[j].Kind != text.Word {
		return nil
	}
	if f := d.Word(d.Tokens[j]).Canonical; !lexicon.IsFunctionWord(f) {
		return f
	}
	return nil
}

// within reports whether two sorted lists of tokens have members at most n
// tokens apart.
func within(a, b []int, n int) bool {
	a, b = a[:min(len(a), maxBeside)], b[:min(len(b), maxBeside)]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i]-b[j] > n:
			j++
		case b[j]-a[i] > n:
			i++
		default:
			return true
		}
	}
	return false
}

// matter returns the rule that a difference belongs to.
func matter(a, b *text.Form, p *variant.Pair) string {
	if p.Orthographic() {
		switch {
		case p.Kinds&variant.Ye != 0:
			return "ye-consistency"
		case p.Kinds&variant.Nukta != 0:
			return "nukta-consistency"
		case p.Kinds&variant.Anusvara != 0:
			return "anusvara-consistency"
		}
		return "chandrabindu-consistency"
	}
	if lexicon.MisspellingOf(a) != nil || lexicon.MisspellingOf(b) != nil {
		return "spelling"
	}
	if _, kind, ok := lexicon.SamePair(a.Folded, b.Folded); ok {
		return map[string]string{"name": "name-spelling", "loan": "loanword-spelling", "word": "spelling"}[kind]
	}
	if len(lexicon.NamesOf(a)) > 0 || len(lexicon.NamesOf(b)) > 0 {
		return "name-spelling"
	}
	switch {
	case loanShape(a) || loanShape(b):
		return "loanword-spelling"
	case max(lexicon.Weight(a.Folded), lexicon.Weight(b.Folded)) >= 20:
		return "spelling"
	}
	return "name-spelling"
}

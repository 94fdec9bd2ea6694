package variant

import (
	"bytes"
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// slips.tsv says what is typed for what, and at what cost.
//
//go:embed slips.tsv
var slipsTSV string

// slip is a row of slips.tsv: what was written where something else was meant,
// with one byte a letter.
type slip struct {
	written, meant []byte
	cost           float64
}

const (
	// cheapSlip is the cost of the slips that a word may have beside another one.
	cheapSlip = 1
	// exchangeCost is that of two letters or signs typed the wrong way round, and
	// of a र् or a nasal sign at the wrong letter.
	exchangeCost = 2
	// extraCost is that of a letter too many, doubleCost that of a letter doubled
	// or typed once for a double one.
	extraCost, doubleCost = 3, 1.5
	// maxSlipped is the number of letters and signs of the longest word that is
	// searched.
	maxSlipped = 24
)

// slips are the rows of slips.tsv by the first letter of what was written; what
// was left out is apart.
type slips struct {
	at   [256][]slip
	gaps []slip
}

var slipsOf = sync.OnceValue(func() *slips {
	s := &slips{}
	for line := range strings.Lines(slipsTSV) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		written, _ := lexicon.Letters(strings.Trim(cells[0], "-"))
		meant, _ := lexicon.Letters(strings.Trim(cells[1], "-"))
		one := slip{written, meant, float64(cells[2][0] - '0')}
		if len(written) == 0 {
			s.gaps = append(s.gaps, one)
			continue
		}
		s.at[written[0]] = append(s.at[written[0]], one)
	}
	return s
})

// Meant is a usual word that a form may be a slip for.
type Meant struct {
	Form string
	// Cost is small for the slips that are made most.
	Cost float64
	// Exchange says that letters or signs stand in the wrong order.
	Exchange bool
}

// MeantBy returns the usual words that are one likely slip, or two of which one
// is among the likeliest, away from a folded form, likeliest first. The search makes the
// words that were meant, a few hundred a form, and asks the lexicon for them:
// what it costs depends on the form alone.
func MeantBy(folded string) []Meant {
	letters, ok := lexicon.Letters(folded)
	if !ok || len(letters) > maxSlipped {
		return nil
	}
	s := search{rules: slipsOf()}
	s.slipped(letters, 0, 0)
	s.altered(letters)
	slips := len(s.found)
	s.exchanged(letters)
	for i := slips; i < len(s.found); i++ {
		s.found[i].Exchange = true
	}
	slices.SortFunc(s.found, func(a, b Meant) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(lexicon.Weight(b.Form), lexicon.Weight(a.Form)), cmp.Compare(a.Form, b.Form))
	})
	return s.found
}

// search collects the usual words near a form.
type search struct {
	rules *slips
	// word is the word that is tried, first one with a first slip mended.
	word, first [maxSlipped + 4]byte
	found       []Meant
}

// try adds the form made of four parts if it is a usual word.
func (s *search) try(head, a, b, tail []byte, cost float64) {
	word := append(append(append(append(s.word[:0], head...), a...), b...), tail...)
	form, ok := lexicon.IsUsual(word)
	if !ok || !text.WellFormed(form) {
		return
	}
	for i := range s.found {
		if s.found[i].Form == form {
			s.found[i].Cost = min(s.found[i].Cost, cost)
			return
		}
	}
	s.found = append(s.found, Meant{Form: form, Cost: cost})
}

// slipped tries every slip of the table from one letter on. Behind a cheap one
// it tries the cheap ones that leave nothing out.
func (s *search) slipped(word []byte, from int, before float64) {
	for i := from; i < len(word); i++ {
		for _, one := range s.rules.at[word[i]] {
			if bytes.HasPrefix(word[i:], one.written) && (before == 0 || one.cost <= cheapSlip) {
				s.one(word[:i], one, word[i+len(one.written):], before)
			}
		}
		for _, one := range s.rules.gaps {
			if before == 0 {
				s.one(word[:i+1], one, word[i+1:], before)
			}
		}
	}
}

// one tries one slip between a head and a tail.
func (s *search) one(head []byte, one slip, tail []byte, before float64) {
	s.try(head, one.meant, nil, tail, before+one.cost)
	if before == 0 && one.cost <= cheapSlip {
		mended := append(append(append(s.first[:0], head...), one.meant...), tail...)
		s.slipped(mended, len(head)+len(one.meant), one.cost)
	}
}

// altered tries letters that are too many, doubled or single.
func (s *search) altered(w []byte) {
	halant, _ := lexicon.Letters(string(text.Halant))
	for i := range w {
		rest := w[i+1:]
		s.try(w[:i], nil, nil, rest, extraCost)
		s.try(w[:i+1], halant, w[i:i+1], rest, doubleCost)
		if len(rest) >= 2 && rest[0] == halant[0] && rest[1] == w[i] {
			s.try(w[:i+1], nil, nil, rest[2:], doubleCost)
		}
	}
}

// exchanged tries letters and signs that stand one or two places too early or
// too late.
func (s *search) exchanged(w []byte) {
	for i := range w {
		rest := w[i+1:]
		if len(rest) >= 1 {
			s.try(w[:i], rest[:1], w[i:i+1], rest[1:], exchangeCost)
		}
		if len(rest) >= 2 {
			s.try(w[:i], rest[:2], w[i:i+1], rest[2:], exchangeCost)
			s.try(w[:i], rest[1:2], w[i:i+2], rest[2:], exchangeCost)
		}
	}
}

// Known is the weight of a form in any orthography, or a part of that of its
// stem where that is larger: an inflected form of a known word is known.
func Known(folded string) float64 {
	best := lifted(folded)
	if key := lexicon.Key(folded); key != folded {
		best = max(best, lifted(key))
	}
	return best
}

// Inflects reports whether two forms look like forms of one word.
func Inflects(a, b string) bool { return inflection(a, b) != 0 }

// BarePlural returns the plural that a form may be without its nasal sign, and
// whether the form is right where it calls somebody: साथियो for साथियों.
func BarePlural(folded string) (right string, vocative, ok bool) {
	e := endingsOf()
	ends := func(ending string) bool { return strings.HasSuffix(folded, ending) }
	vocative = slices.ContainsFunc(e.bareCall, ends)
	return folded + "ं", vocative, vocative || slices.ContainsFunc(e.barePlural, ends)
}

// Coined reports whether a form ends as a learned word does (ीकरण, ात्मकता) on a
// stem of which no word is known.
func Coined(folded string) bool {
	for _, ending := range endingsOf().learned {
		stem, ok := strings.CutSuffix(folded, ending)
		if !ok || len(stem) < 3*minCoined {
			continue
		}
		return !slices.ContainsFunc(stemEndings[:], func(e string) bool { return lexicon.Weight(stem+e) > 0 })
	}
	return false
}

// minCoined is the number of letters and signs of the shortest stem that is
// judged, stemEndings what the word that a stem was made of may end in.
const minCoined = 3

var stemEndings = [...]string{"", "ा", "ि", "ी", "ु", "िक", "ीय", "ित"}

// Adjectival reports whether a form ends as a learned adjective does: सामरिक.
func Adjectival(folded string) bool {
	return slices.ContainsFunc(endingsOf().adjectival, func(e string) bool { return strings.HasSuffix(folded, e) })
}

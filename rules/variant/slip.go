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
	written []byte
	meant   letters
	cost    float64
}

// letters are letters with their hash.
type letters struct {
	of   []byte
	hash lexicon.LettersHash
}

func lettersOf(form string) letters {
	of, _ := lexicon.Letters(form)
	return letters{of, lexicon.HashLetters(of)}
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
		written := lettersOf(strings.Trim(cells[0], "-")).of
		one := slip{written, lettersOf(strings.Trim(cells[1], "-")), float64(cells[2][0] - '0')}
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
	of, ok := lexicon.Letters(folded)
	if !ok || len(of) > maxSlipped {
		return nil
	}
	s := search{rules: slipsOf()}
	w := &s.asked
	w.set(of)
	s.slipped(w, 0, 0)
	s.altered(w)
	slips := len(s.found)
	s.exchanged(w)
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
	// asked is the form, first the form with a first slip mended.
	asked, first word
	found        []Meant
}

// word is a form with the hashes of all its beginnings and ends: that of a form
// that differs from it in a place follows from them.
type word struct {
	letters    []byte
	head, tail [maxSlipped + 3]lexicon.LettersHash // of letters[:i] and letters[i:]
	memory     [maxSlipped + 2]byte
}

// set sets the letters, from one or more parts.
func (w *word) set(parts ...[]byte) {
	w.letters = w.memory[:0]
	for _, p := range parts {
		w.letters = append(w.letters, p...)
	}
	for i := range w.letters {
		w.head[i+1] = w.head[i].Add(lexicon.LettersHash(w.letters[i]), 1)
	}
	n := len(w.letters)
	w.tail[n] = 0
	for i := n - 1; i >= 0; i-- {
		w.tail[i] = lexicon.LettersHash(w.letters[i]).Add(w.tail[i+1], n-i-1)
	}
}

// part returns letters of the word.
func (w *word) part(from, to int) letters {
	of := w.letters[from:to]
	return letters{of, lexicon.HashLetters(of)}
}

// try adds the word with other letters, in two parts, between two places, if that
// is a usual word.
func (s *search) try(w *word, from, to int, a, b letters, cost float64) {
	hash := w.head[from].Add(a.hash, len(a.of)).Add(b.hash, len(b.of)).Add(w.tail[to], len(w.letters)-to)
	if !lexicon.MayBeUsual(hash) {
		return
	}
	form, ok := lexicon.IsUsual(slices.Concat(w.letters[:from], a.of, b.of, w.letters[to:]))
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
func (s *search) slipped(w *word, start int, before float64) {
	for i := start; i < len(w.letters); i++ {
		at := s.rules.at[w.letters[i]]
		for k := range at {
			if one := &at[k]; (before == 0 || one.cost <= cheapSlip) && bytes.HasPrefix(w.letters[i:], one.written) {
				s.one(w, i, i+len(one.written), one, before)
			}
		}
		if before > 0 {
			continue
		}
		for k := range s.rules.gaps {
			s.one(w, i+1, i+1, &s.rules.gaps[k], before)
		}
	}
}

// one tries one slip between two places.
func (s *search) one(w *word, from, to int, one *slip, before float64) {
	s.try(w, from, to, one.meant, letters{}, before+one.cost)
	if before == 0 && one.cost <= cheapSlip {
		s.first.set(w.letters[:from], one.meant.of, w.letters[to:])
		s.slipped(&s.first, from+len(one.meant.of), one.cost)
	}
}

var halantLetter = lettersOf(string(text.Halant))

// altered tries letters that are too many, doubled or single.
func (s *search) altered(w *word) {
	for i := range w.letters {
		rest := w.letters[i+1:]
		s.try(w, i, i+1, letters{}, letters{}, extraCost)
		s.try(w, i+1, i+1, halantLetter, w.part(i, i+1), doubleCost)
		if len(rest) >= 2 && rest[0] == halantLetter.of[0] && rest[1] == w.letters[i] {
			s.try(w, i+1, i+3, letters{}, letters{}, doubleCost)
		}
	}
}

// exchanged tries letters and signs that stand one or two places too early or
// too late.
func (s *search) exchanged(w *word) {
	for i := range w.letters {
		if i+2 <= len(w.letters) {
			s.try(w, i, i+2, w.part(i+1, i+2), w.part(i, i+1), exchangeCost)
		}
		if i+3 <= len(w.letters) {
			s.try(w, i, i+3, w.part(i+1, i+3), w.part(i, i+1), exchangeCost)
			s.try(w, i, i+3, w.part(i+2, i+3), w.part(i, i+2), exchangeCost)
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

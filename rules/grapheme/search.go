package grapheme

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// repair is one well-formed word that mending a word's faults gives.
type repair struct {
	word []rune
	// kinds are the faults on the way, as bits.
	kinds uint64
	// main says that the repair may be suggested though nobody knows the word.
	main bool
	// sure says that each step was the one right one; safe that a known word
	// reached so can be put in without asking.
	sure, safe bool
	// count is how often the lexicon has met the word, 0 for never.
	count int
}

// search looks for the repairs of a word, the likeliest way first.
type search struct {
	found []repair
	// kinds are all the faults met, as bits.
	kinds uint64
	steps int
}

const (
	// maxSteps bounds the ways that are tried for one word.
	maxSteps = 64
	// usual is the count from which a word reached by a guess is taken for the
	// word that was meant.
	usual = 20
	// better is how many times more often a word must be met than the one that
	// it would replace where both are well-formed.
	better = 10
)

// explore follows the steps from the word of r and collects where they end.
func (s *search) explore(r repair) {
	if s.steps++; s.steps > maxSteps {
		return
	}
	next, ok := firstStep(r.word)
	if !ok {
		s.letters(r)
		return
	}
	s.kinds |= 1 << next.kind
	before := len(s.found)
	for n, word := range next.words {
		if n == next.mains && next.sure && s.known(before) {
			return
		}
		s.explore(repair{
			word: word, kinds: r.kinds | 1<<next.kind, safe: r.safe,
			main: r.main && n < next.mains, sure: r.sure && next.sure && n == 0,
		})
	}
}

func (s *search) known(from int) bool {
	return slices.ContainsFunc(s.found[from:], func(r repair) bool { return r.count > 0 })
}

// firstStep returns the first fault of a word.
func firstStep(w []rune) (step, bool) {
	if i := slices.IndexFunc(w, isForeignMark); i >= 0 {
		if text.IsInvisible(w[i]) {
			return invisible(w, i), true
		}
		return latinMark(w, i), true
	}
	if i := firstFault(w); i >= 0 {
		return structural(w, i), true
	}
	return step{}, false
}

func isForeignMark(r rune) bool { return text.IsInvisible(r) || isLatinMark(r) }

func isLatinMark(r rune) bool { return 0x300 <= r && r <= 0x36f }

// firstFault returns the index of the first code point that the strict grammar
// rejects, or -1. Sanskrit's nasal य्ँ, ल्ँ and व्ँ are right.
func firstFault(w []rune) int {
	for from := 0; ; {
		at := text.FirstFault(string(w[from:]))
		if at < 0 {
			return -1
		}
		i := from + len([]rune(string(w[from:])[:at]))
		if i < 2 || w[i] != text.Candrabindu || w[i-1] != text.Halant || !strings.ContainsRune("यलव", w[i-2]) {
			return i
		}
		from = i + 1
	}
}

// invisible is a run of invisible characters: nothing stood there, or a space.
func invisible(w []rune, i int) step {
	end, kind := i, Invisible
	for end < len(w) && text.IsInvisible(w[end]) {
		if w[end] == 0x202d || w[end] == 0x202e {
			kind = BidiOverride
		}
		end++
	}
	words := [][]rune{replace(w, i, end)}
	if i > 0 && end < len(w) {
		words = append(words, replace(w, i, end, ' '))
	}
	return sure(kind, words...)
}

// latinMarks are the signs that Latin accents look like.
var latinMarks = map[rune]rune{0x307: text.Anusvara, 0x306: '\u0945', 0x310: text.Candrabindu, 0x323: text.Nukta}

func latinMark(w []rune, i int) step {
	without := replace(w, i, i+1)
	if sign := latinMarks[w[i]]; sign != 0 {
		return sure(LatinMark, replace(w, i, i+1, sign), without)
	}
	return sure(LatinMark, without)
}

// letters ends a way: at the well-formed word itself, or at one that mends its
// letters and that the lexicon knows far better.
func (s *search) letters(r repair) {
	r.count = known(r.word)
	if _, suspect := look(string(r.word)); !suspect {
		s.found = append(s.found, r)
		return
	}
	for _, f := range letterFaults {
		best := repair{kinds: r.kinds | 1<<f.kind, main: r.main, sure: r.sure, safe: r.safe && f.safe}
		for _, word := range f.mend(r.word) {
			if n := known(word); n > best.count && n >= better*r.count && firstFault(word) < 0 {
				best.word, best.count = word, n
			}
		}
		if best.count > 0 {
			s.kinds |= 1 << f.kind
			s.letters(best)
			return
		}
	}
	for _, f := range letterFaults {
		if words := f.mend(r.word); f.always && r.count == 0 && len(words) > 0 {
			s.kinds |= 1 << f.kind
			s.letters(repair{word: words[0], kinds: r.kinds | 1<<f.kind, main: r.main})
			return
		}
	}
	s.found = append(s.found, r)
}

// known returns how often the lexicon has met a word, or the least of its
// parts where a colon or a space cuts it; 0 means that it knows it not.
func known(w []rune) int {
	least := 0
	for part := range strings.FieldsFuncSeq(string(w), func(r rune) bool { return r == ':' || r == ' ' }) {
		n := Known(part)
		if n == 0 {
			return 0
		}
		if least == 0 || n < least {
			least = n
		}
	}
	return least
}

// Known returns how often the lexicon has met a word, and at least once where
// it is a name; 0 means that it knows it not.
func Known(word string) int {
	if len(word) > longest {
		return 0
	}
	folded := text.Fold(word)
	count := lexicon.CountOf(folded)
	if n := count.News + count.Books; n > rare {
		return n
	}
	for _, name := range lexicon.NamesOf(text.FormOf(folded)) {
		if name.Role != lexicon.Wrong {
			return 1
		}
	}
	return 0
}

const (
	// rare is the count up to which a form may be a slip.
	rare = 2
	// longest is the length in bytes of the longest word to look up.
	longest = 96
)

// certain reports whether a repair can be put in without asking, where it is
// the only one: it gives a known word, by the one right way or by one that
// gives a usual word.
func (r repair) certain() bool {
	return r.count > 0 && r.safe && (r.sure || r.count >= usual) && r.kinds&guesses == 0 && !slices.Contains(r.word, ' ')
}

// guesses are the kinds whose repair is a guess even where it gives a known
// word.
const guesses = 1<<MatraConflict | 1<<VowelMatra | 1<<NuktaOnVowel

// choose returns the repairs to offer, best first: those that the lexicon
// knows, else those that may be suggested unknown.
func (s *search) choose(original []rune) []repair {
	var out []repair
	for _, want := range [...]func(repair) bool{
		func(r repair) bool { return r.count > 0 },
		func(r repair) bool { return r.main },
	} {
		for _, r := range s.found {
			twin := func(o repair) bool { return slices.Equal(o.word, r.word) }
			if want(r) && !slices.Equal(r.word, original) && !slices.ContainsFunc(out, twin) {
				out = append(out, r)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b repair) int { return cmp.Compare(b.count, a.count) })
	return out[:min(len(out), maxOffers)]
}

// maxOffers bounds the repairs offered for one word.
const maxOffers = 3

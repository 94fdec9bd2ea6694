package grapheme

import (
	"slices"

	"github.com/nukta/nukta/checker/text"
)

// step is one fault of a word and the words that mending it gives, best first.
type step struct {
	kind Kind
	// words are what the word becomes; there may be none.
	words [][]rune
	// mains counts the words that may be suggested though nobody knows them;
	// those behind them are offered only where they give a known word.
	mains int
	// sure says that the first word is the one right repair where it is known.
	sure bool
}

func sure(kind Kind, words ...[]rune) step { return step{kind, words, 1, true} }

func open(kind Kind, mains int, words ...[]rune) step {
	return step{kind, words, mains, false}
}

// mender looks at the sign at i, which cannot stand behind what precedes it; h
// is the index of the letter or sign before it, joiners left out.
type mender func(w []rune, h, i int) step

// menders are the rejects of the strict grammar, by the class that stands
// before and the class that cannot follow it.
var menders = [...][text.ClassZWNJ + 1]mender{
	text.ClassVowel: {
		text.ClassMatra: vowelMatra, text.ClassNukta: nuktaOnVowel, text.ClassHalant: halantAfterVowel,
	},
	text.ClassMatra: {
		text.ClassMatra: twoMatras, text.ClassNukta: nuktaAfterMatra, text.ClassHalant: halantAfterSign,
	},
	text.ClassNukta: {text.ClassNukta: nuktaRepeated},
	text.ClassHalant: {
		text.ClassMatra: halantMatra, text.ClassNukta: nuktaAfterHalant, text.ClassHalant: halantRepeated,
		text.ClassSign: halantBindu,
	},
	text.ClassSign: {
		text.ClassMatra: signBeforeMatra, text.ClassNukta: signBeforeNukta, text.ClassHalant: halantAfterSign,
		text.ClassSign: twoSigns,
	},
	text.ClassAccent: {
		text.ClassMatra: markAfterAccent, text.ClassNukta: markAfterAccent, text.ClassHalant: markAfterAccent,
		text.ClassSign: markAfterAccent,
	},
	text.ClassZWNJ: {},
}

// structural returns the step for the first rejected code point of a word.
func structural(w []rune, i int) step {
	class := text.ClassOf(w[i])
	switch class {
	case text.ClassZWJ, text.ClassZWNJ:
		return strayJoiner(w, i)
	case text.ClassVowel: // र् + इ
		return sure(SplitVowel, replace(w, i-2, i+1, 'ई'))
	}
	h := i - 1
	for h >= 0 && isJoiner(w[h]) {
		h--
	}
	if h < 0 || text.ClassOf(w[h]) == text.ClassOther {
		return orphan(w, i)
	}
	if mend := menders[text.ClassOf(w[h])][class]; mend != nil {
		return mend(w, h, i)
	}
	return open(MisplacedMark, 0, replace(w, i, i+1))
}

// orphan is a sign at the start, where only visual order explains it: िजसकी.
func orphan(w []rune, i int) step {
	switch next := skipJoiners(w, i+1); {
	case w[i] == signI && isConsonant(w, next):
		return sure(VisualI, moveI(w, i))
	case w[i] == text.Anusvara && next < len(w) && w[next] == signI && isConsonant(w, next+1):
		return sure(VisualAnusvara, moveI(w, i))
	}
	return step{kind: Orphan}
}

func vowelMatra(w []rune, _, i int) step {
	letter, sign := w[i-1], w[i]
	if whole, ok := text.WholeVowel(letter, sign); ok {
		// जाएे means जाए, not जाऐ.
		return sure(SplitVowel, replace(w, i-1, i+1, whole), replace(w, i, i+1))
	}
	if carried[[2]rune{letter, sign}] {
		return sure(RedundantMatra, replace(w, i, i+1))
	}
	var words [][]rune
	if whole := spelledVowels[[2]rune{letter, sign}]; whole != 0 {
		words = append(words, replace(w, i-1, i+1, whole))
	}
	mains := len(words)
	if sign == signI && isConsonant(w, i+1) {
		words = append(words, moveI(w, i)) // आिद for आदि
	}
	words = append(words, replace(w, i, i+1))
	if isConsonant(w, i-2) {
		words = append(words, replace(w, i-1, i))
	}
	return step{VowelMatra, words, mains, mains > 0}
}

// carried are the vowel signs that repeat the vowel letter before them.
var carried = map[[2]rune]bool{
	{'ई', '\u0940'}: true, {'ऊ', '\u0942'}: true, {'आ', '\u093e'}: true, {'ऐ', '\u0948'}: true, {'ऐ', '\u0947'}: true,
	{'औ', '\u094c'}: true, {'ओ', '\u094b'}: true, {'ओ', '\u0947'}: true,
}

// spelledVowels are the vowels that a letter and a sign spell beside those
// that Unicode forbids: अ with signs, as Wardha spelling had it.
var spelledVowels = map[[2]rune]rune{
	{'अ', '\u093f'}: 'इ', {'अ', '\u0940'}: 'ई', {'अ', '\u0941'}: 'उ', {'अ', '\u0942'}: 'ऊ', {'अ', '\u0943'}: 'ऋ',
	{'अ', '\u0947'}: 'ए', {'अ', '\u0948'}: 'ऐ', {'इ', '\u093f'}: 'इ', {'इ', '\u0940'}: 'ई', {'उ', '\u0942'}: 'ऊ',
	{'ए', '\u0948'}: 'ऐ',
}

// wholeMatras are the vowel signs that two signs look like, in either order.
var wholeMatras = map[[2]rune]rune{
	{'\u093e', '\u0947'}: '\u094b', {'\u093e', '\u0948'}: '\u094c', {'\u093e', '\u0945'}: '\u0949',
	{'\u0947', '\u093e'}: '\u094b', {'\u0948', '\u093e'}: '\u094c', {'\u0945', '\u093e'}: '\u0949',
}

func twoMatras(w []rune, _, i int) step {
	first, second := w[i-1], w[i]
	if first == second {
		return sure(MatraRepeated, replace(w, i, sameEnd(w, i)))
	}
	keepFirst, keepSecond := replace(w, i, i+1), replace(w, i-1, i)
	if whole := wholeMatras[[2]rune{first, second}]; whole == signCandraO {
		// पाॅजिटिव means पॉजिटिव, but यहाॅ means यहाँ.
		return sure(MatraPieces, replace(w, i-1, i+1, whole), replace(w, i-1, i+1, signAA, text.Candrabindu), keepFirst, keepSecond)
	} else if whole != 0 {
		return sure(MatraPieces, replace(w, i-1, i+1, whole), keepFirst, keepSecond)
	}
	words := [][]rune{keepFirst, keepSecond}
	if second == signI && isConsonant(w, i+1) {
		words = append(words, moveI(w, i)) // राजनीित for राजनीति
	}
	if first == signI {
		words = append(words, replace(w, i, i, 'य')) // व्यक्तिों for व्यक्तियों
	}
	if second == signVocalicL && isConsonant(w, i+1) {
		words = append(words, spellVocalicL(w, i))
	}
	return open(MatraConflict, 2, words...)
}

// spellVocalicL replaces ॢ by what old converters made it of: निॢमत is निर्मित.
func spellVocalicL(w []rune, i int) []rune {
	end := clusterEnd(w, i+1)
	cluster := slices.Concat([]rune{'र', text.Halant}, w[i+1:end], []rune{signI})
	return replace(w, i, end, cluster...)
}

func nuktaAfterMatra(w []rune, _, i int) step {
	base := i - 1
	for base > 0 && text.ClassOf(w[base]) == text.ClassMatra {
		base--
	}
	without := replace(w, i, i+1)
	switch {
	case w[base] == text.Nukta:
		return sure(NuktaRepeated, without)
	case takesNukta(w[base]):
		return sure(NuktaAfterMatra, slices.Insert(without, base+1, text.Nukta), without)
	}
	return sure(NuktaAfterMatra, without)
}

func nuktaOnVowel(w []rune, _, i int) step {
	return sure(NuktaOnVowel, replace(w, i, sameEnd(w, i)))
}

func nuktaRepeated(w []rune, _, i int) step {
	return sure(NuktaRepeated, replace(w, i, sameEnd(w, i)))
}

// nuktaAfterHalant has a joiner between; without one the two orders are
// canonically equivalent.
func nuktaAfterHalant(w []rune, h, i int) step {
	if h > 0 && takesNukta(w[h-1]) {
		return sure(NuktaAfterMatra, replace(w, h, i+1, text.Nukta, text.Halant))
	}
	return sure(NuktaAfterMatra, replace(w, h+1, i+1))
}

func signBeforeMatra(w []rune, _, i int) step {
	at := signsStart(w, i)
	swapped := slices.Insert(replace(w, i, i+1), at, w[i])
	if w[i] == signI && w[i-1] == text.Anusvara && isConsonant(w, i+1) {
		// कास्ंिटग means कास्टिंग, but संिह means सिंह.
		return sure(VisualAnusvara, moveI(w, i-1), swapped)
	}
	return sure(SignBeforeMatra, swapped)
}

func signBeforeNukta(w []rune, _, i int) step {
	return sure(SignBeforeNukta, slices.Insert(replace(w, i, i+1), signsStart(w, i), text.Nukta))
}

func markAfterAccent(w []rune, _, i int) step {
	return sure(MisplacedMark, slices.Insert(replace(w, i, i+1), signsStart(w, i), w[i]))
}

func twoSigns(w []rune, _, i int) step {
	first, second := w[i-1], w[i]
	keepFirst, keepSecond := replace(w, i, i+1), replace(w, i-1, i)
	switch {
	case first == second:
		return sure(SignRepeated, replace(w, i, sameEnd(w, i)))
	case second == text.Visarga:
		return step{BinduVisarga, [][]rune{replace(w, i, i+1, ':'), keepFirst, keepSecond}, 1, i+1 == len(w)}
	}
	return open(RivalSigns, 2, keepFirst, keepSecond)
}

package grapheme

import (
	"slices"

	"github.com/nukta/nukta/checker/text"
)

func halantRepeated(w []rune, h, i int) step {
	return sure(SignRepeated, replace(w, h+1, sameEnd(w, i)))
}

// halantAfterSign is a halant behind a vowel sign or a bindu. At a word's end
// it is a slip; inside, a legacy converter has often moved the sign: टै्रकिंग
// for ट्रैकिंग.
func halantAfterSign(w []rune, _, i int) step {
	end := sameEnd(w, i)
	dropped := replace(w, i, end)
	if end == len(w) || !isConsonant(w, end) {
		return sure(HalantAfterSign, dropped)
	}
	start := signsStart(w, i)
	if start > 0 && text.ClassOf(w[start-1]) == text.ClassMatra {
		start--
	}
	letter := letterEnd(w, end)
	swapped := replace(w, start, letter, slices.Concat([]rune{text.Halant}, w[end:letter], w[start:i])...)
	reph := replace(w, i, i, 'र') // दु्घटना for दुर्घटना
	if letter < len(w) && w[letter] == text.Halant {
		return open(HalantAfterSign, 1, dropped, swapped, reph) // समु्द्र for समुद्र
	}
	return open(HalantAfterSign, 2, swapped, dropped, reph)
}

// halantAfterVowel is often a halant typed one letter too early: इ्सतेमाल.
func halantAfterVowel(w []rune, _, i int) step {
	end := sameEnd(w, i)
	dropped := replace(w, i, end)
	if end == len(w) || !isConsonant(w, end) {
		return sure(HalantAfterVowel, dropped)
	}
	letter := letterEnd(w, end)
	return open(HalantAfterVowel, 2, slices.Insert(slices.Clone(dropped), letter-(end-i), text.Halant), dropped)
}

// halantMatra is a vowel sign behind a halant at h. An ा there undoes the
// halant: old fonts wrote ख as ख् and ा, so रख्ा means रख.
func halantMatra(w []rune, h, i int) step {
	dropped := replace(w, h, i)
	if slipped(w, h) {
		return open(RephAfterMatra, 0, moveReph(w, h), dropped)
	}
	if w[i] == signAA {
		return sure(HalantAA, replace(w, h, i+1), dropped)
	}
	if w[i] == signI && isConsonant(w, sameEnd(w, i)) {
		return open(HalantMatra, 1, moveI(replace(w, h+1, i), h+1), dropped) // स्िथति for स्थिति
	}
	return open(HalantMatra, 1, dropped)
}

func halantBindu(w []rune, h, i int) step {
	dropped := replace(w, h, i)
	if slipped(w, h) {
		return open(HalantBindu, 1, moveReph(w, h), dropped)
	}
	if w[i] == text.Anusvara && i+1 < len(w) && w[i+1] == signI && isConsonant(w, i+2) {
		return sure(VisualAnusvara, moveI(replace(w, h+1, i), h+1), dropped) // कास्ंिटग for कास्टिंग
	}
	return open(HalantBindu, 1, dropped, replace(w, i, i+1))
}

// slipped reports whether the halant at h makes a र that stands behind the
// signs of a consonant: legacy converters leave a reph behind its letter, as in
// निधार्िरत and रिपोटोर्ं.
func slipped(w []rune, h int) bool {
	return h >= 3 && w[h-1] == 'र' && isSign(w[h-2]) && isConsonant(w, signed(w, h-2))
}

// moveReph moves the reph whose halant stands at h, which has slipped, before
// the consonants whose signs stand before it.
func moveReph(w []rune, h int) []rune {
	start := clusterStart(w, signed(w, h-2))
	return slices.Insert(replace(w, h-1, h+1), start, 'र', text.Halant)
}

func isSign(r rune) bool {
	class := text.ClassOf(r)
	return class == text.ClassMatra || class == text.ClassSign
}

// signed returns the index of what the signs up to i stand on.
func signed(w []rune, i int) int {
	for i > 0 && (isSign(w[i]) || w[i] == text.Nukta) {
		i--
	}
	return i
}

// strayJoiner is a run of joiners that are not one joiner behind a halant.
func strayJoiner(w []rune, i int) step {
	start, end := i, i+1
	for start > 0 && isJoiner(w[start-1]) {
		start--
	}
	for end < len(w) && isJoiner(w[end]) {
		end++
	}
	if start > 0 && w[start-1] == text.Halant {
		keep := rune(text.ZWNJ)
		if slices.Contains(w[start:end], text.ZWJ) {
			keep = text.ZWJ
		}
		return sure(JoinerRepeated, replace(w, start, end, keep))
	}
	kind := ZWJ
	switch {
	case end-start > 1:
		kind = JoinerRepeated
	case w[i] == text.ZWNJ:
		kind = ZWNJ
	}
	return sure(kind, replace(w, start, end))
}

package grapheme

import (
	"slices"

	"github.com/nukta/nukta/checker/text"
)

// The signs that faults are mostly made of.
const (
	signAA       = '\u093e'
	signI        = '\u093f'
	signE        = '\u0947'
	signCandraO  = '\u0949'
	signVocalicL = '\u0962'
)

func isJoiner(r rune) bool { return r == text.ZWJ || r == text.ZWNJ }

func isConsonant(w []rune, i int) bool {
	return 0 <= i && i < len(w) && text.ClassOf(w[i]) == text.ClassConsonant
}

// takesNukta reports whether Hindi writes a nukta on a letter.
func takesNukta(r rune) bool {
	switch r {
	case 'क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ':
		return true
	}
	return false
}

// replace returns a copy of a word with w[from:to] replaced.
func replace(w []rune, from, to int, with ...rune) []rune {
	out := make([]rune, 0, len(w)+from-to+len(with)+2)
	out = append(out, w[:from]...)
	out = append(out, with...)
	return append(out, w[to:]...)
}

// sameEnd returns the end of the run of w[i].
func sameEnd(w []rune, i int) int {
	end := i + 1
	for end < len(w) && w[end] == w[i] {
		end++
	}
	return end
}

func skipJoiners(w []rune, i int) int {
	for i < len(w) && isJoiner(w[i]) {
		i++
	}
	return i
}

// signsStart returns the start of the bindus, visargas and accents before i.
func signsStart(w []rune, i int) int {
	for i > 0 {
		if c := text.ClassOf(w[i-1]); c != text.ClassSign && c != text.ClassAccent {
			break
		}
		i--
	}
	return i
}

// letterEnd returns the end of the consonant at i with its nukta.
func letterEnd(w []rune, i int) int {
	if i+1 < len(w) && w[i+1] == text.Nukta {
		return i + 2
	}
	return i + 1
}

// clusterEnd returns the end of the consonants that halants join to the one at
// i.
func clusterEnd(w []rune, i int) int {
	end := letterEnd(w, i)
	for end < len(w) && w[end] == text.Halant && isConsonant(w, skipJoiners(w, end+1)) {
		end = letterEnd(w, skipJoiners(w, end+1))
	}
	return end
}

// clusterStart returns the start of the consonants that halants join to the
// one at i.
func clusterStart(w []rune, i int) int {
	for {
		j := i - 1
		for j >= 0 && isJoiner(w[j]) {
			j--
		}
		if j < 1 || w[j] != text.Halant {
			return i
		}
		if j--; w[j] == text.Nukta {
			j--
		}
		if !isConsonant(w, j) {
			return i
		}
		i = j
	}
}

// moveI moves the ि at i, or the anusvara and ि there, behind the consonants
// that follow. It leaves out joiners and repetitions between.
func moveI(w []rune, i int) []rune {
	from := i
	for from < len(w) && (w[from] == signI || w[from] == text.Anusvara || isJoiner(w[from])) {
		from++
	}
	end := clusterEnd(w, from)
	signs := []rune{signI}
	if w[i] == text.Anusvara {
		signs = append(signs, text.Anusvara)
	}
	return replace(w, i, end, slices.Concat(w[from:end], signs)...)
}

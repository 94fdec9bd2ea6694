package grapheme

import (
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// letterFault is a letter that is well-formed but not meant. Words that mend it
// are told only where the lexicon knows them far better than the word as it
// stands.
type letterFault struct {
	kind Kind
	mend func(w []rune) [][]rune
	// always says that the fault is told even where nobody knows the word.
	always bool
	// safe says that the fix is safe where the mended word is known.
	safe bool
}

var letterFaults = [...]letterFault{
	{RephBeforeII, dropReph, true, true},
	{RephAfterMatra, slippedReph, false, false},
	{HalantVowel, halantVowel, false, false},
	{NuktaOddBase, kashmiriNuktas, false, true},
	{NuktaOddBase, oddNuktas, true, true},
	{InitialFlap, initialFlap, true, true},
	{Rra, rra, false, true},
	{ShortVowel, shortVowels, false, true},
	{RareLetter, rareLetters, false, true},
	{CandraCandrabindu, candraCandrabindu, true, true},
	{CandraAnusvara, candraAnusvara, false, false},
	{CandrabinduCandra, candrabinduCandra, false, false},
	{TopCandrabindu, topCandrabindu, false, false},
}

// dropReph mends कोर्ई to कोई.
func dropReph(w []rune) [][]rune {
	for i := 2; i < len(w); i++ {
		if w[i] == 'ई' && w[i-1] == text.Halant && w[i-2] == 'र' {
			return [][]rune{replace(w, i-2, i)}
		}
	}
	return nil
}

// slippedReph mends कमीर् to कर्मी: legacy converters leave a reph behind its
// letter. Those that people write by hand (निमार्ण) are known misspellings.
func slippedReph(w []rune) [][]rune {
	const short = 5
	for i := 2; i < len(w); i++ {
		if w[i] != text.Halant || !slipped(w, i) {
			continue
		}
		moved := moveReph(w, i)
		if len(w) <= short && known(moved) < usual || lexicon.MisspellingOf(text.FormOf(string(w))) != nil {
			return nil
		}
		return [][]rune{moved}
	}
	return nil
}

// halantVowel mends a halant that stands before a vowel letter. Urdu's ʿain and
// hamza are written so (शम्अ, कुर्आन), and Sanskrit's पुनर् joins a vowel.
func halantVowel(w []rune) [][]rune {
	for i := 1; i < len(w); i++ {
		if w[i-1] == text.Halant && text.ClassOf(w[i]) == text.ClassVowel && w[i] != 'अ' && (i < 2 || w[i-2] != 'र') {
			return [][]rune{replace(w, i-1, i)}
		}
	}
	return nil
}

// oddNuktas leaves out the nuktas of letters that take none in any spelling of
// Hindi: ठ़ुमके. झ़ (the sound of Ž) and the letters of Tamil and Bengali names
// may have one.
func oddNuktas(w []rune) [][]rune {
	return dropNuktas(w, "घङञटठणतथदधपबभमलवशषसह")
}

// kashmiriNuktas leaves out the nuktas of च़ and छ़, which Kashmiri has.
func kashmiriNuktas(w []rune) [][]rune { return dropNuktas(w, "चछ") }

func dropNuktas(w []rune, bases string) [][]rune {
	out := slices.Clone(w)
	for i := len(out) - 1; i > 0; i-- {
		if out[i] == text.Nukta && strings.ContainsRune(bases, out[i-1]) {
			out = slices.Delete(out, i, i+1)
		}
	}
	return changed(w, out)
}

// initialFlap mends ढ़ीला to ढीला. The letters alone are spoken of: ड़ और ढ़.
func initialFlap(w []rune) [][]rune {
	if len(w) > 2 && (w[0] == 'ड' || w[0] == 'ढ') && w[1] == text.Nukta {
		return [][]rune{replace(w, 1, 2)}
	}
	return nil
}

// rra mends औऱ to और; मद्देनजऱ may also mean मद्देनज़र. Marathi writes ऱ्य and ऱ्ह.
func rra(w []rune) [][]rune {
	out, moved := slices.Clone(w), slices.Clone(w)
	for i := 1; i < len(w); i++ {
		if w[i] != text.Nukta || w[i-1] != 'र' || i+1 < len(w) && (w[i+1] == text.Halant || w[i+1] == 'ह' || w[i+1] == 'य') {
			continue
		}
		out = replace(w, i, i+1)
		if i >= 2 && takesNukta(w[i-2]) {
			moved = slices.Insert(slices.Clone(out), i-1, text.Nukta)
		}
	}
	return append(changed(w, out), changed(w, moved)...)
}

func shortVowels(w []rune) [][]rune {
	first := swap(w, map[rune]rune{'ऎ': 'ऐ', 'ऒ': 'ओ', '\u0946': '\u0947', '\u094a': '\u094b'})
	second := swap(w, map[rune]rune{'ऎ': 'ए', 'ऒ': 'औ', '\u0946': '\u0948', '\u094a': '\u094c'})
	return append(changed(w, first), changed(w, second)...)
}

func rareLetters(w []rune) [][]rune {
	out := changed(w, swap(w, map[rune]rune{'\u0944': '\u0943', 'ॠ': 'ऋ'}))
	if i := slices.Index(w, signVocalicL); i >= 0 && isConsonant(w, i+1) {
		out = append(out, spellVocalicL(w, i))
	}
	return out
}

// candraCandrabindu mends गॉँव to गाँव.
func candraCandrabindu(w []rune) [][]rune {
	return changed(w, swapBefore(w, text.Candrabindu, map[rune]rune{signCandraO: signAA, 'ऑ': 'आ', '\u0945': 0}))
}

// candraAnusvara mends ऑंखें to आँखें or आंखें, which is more usual. Loans are
// right as they are (हॉंगकॉंग, पॉंटिंग): none of them is often written with ँ.
func candraAnusvara(w []rune) [][]rune {
	plain := swapBefore(w, text.Anusvara, map[rune]rune{signCandraO: signAA, 'ऑ': 'आ'})
	if slices.Equal(plain, w) {
		return nil
	}
	nasal := slices.Clone(plain)
	for i := 1; i < len(nasal); i++ {
		if nasal[i] == text.Anusvara && (nasal[i-1] == signAA || nasal[i-1] == 'आ') {
			nasal[i] = text.Candrabindu
		}
	}
	n, m := known(nasal), known(plain)
	switch {
	case n*better < m:
		return nil
	case m > n:
		return [][]rune{plain}
	}
	return [][]rune{nasal}
}

// candrabinduCandra mends डाँक्टर to डॉक्टर; हाँफना is right. Of a short word
// nobody can tell.
func candrabinduCandra(w []rune) [][]rune {
	const short = 5
	if len(w) <= short {
		return nil
	}
	for i := 1; i < len(w); i++ {
		if w[i] == text.Candrabindu && w[i-1] == signAA {
			return [][]rune{replace(w, i-1, i+1, signCandraO)}
		}
	}
	return nil
}

// topCandrabindu mends वहीँ to वहीं: above a sign that rises over the line a ँ
// is written ं.
func topCandrabindu(w []rune) [][]rune {
	out := slices.Clone(w)
	for i := 1; i < len(out); i++ {
		if out[i] == text.Candrabindu && isTopSign(out[i-1]) {
			out[i] = text.Anusvara
		}
	}
	return changed(w, out)
}

func isTopSign(r rune) bool {
	switch r {
	case signI, '\u0940', signE, '\u0948', '\u094b', '\u094c':
		return true
	}
	return false
}

// foreignLetter returns the index of a letter of Kashmiri, Sindhi or another
// language that Hindi does not write, or -1.
func foreignLetter(w []rune) int {
	return slices.IndexFunc(w, func(r rune) bool {
		return r == 0x904 || 0x955 <= r && r <= 0x957 || 0x973 <= r && r <= 0x977 || 0x978 <= r && r <= 0x97f
	})
}

// changed returns the word that mending gives, or none where it is the same.
func changed(w, mended []rune) [][]rune {
	if slices.Equal(w, mended) {
		return nil
	}
	return [][]rune{mended}
}

func swap(w []rune, by map[rune]rune) []rune {
	out := slices.Clone(w)
	for i, r := range out {
		if to, ok := by[r]; ok {
			out[i] = to
		}
	}
	return out
}

// swapBefore swaps letters before a sign; those that become 0 are left out.
func swapBefore(w []rune, sign rune, by map[rune]rune) []rune {
	out := slices.Clone(w)
	for i := 0; i+1 < len(out); i++ {
		if to, ok := by[out[i]]; ok && out[i+1] == sign {
			out[i] = to
		}
	}
	return slices.DeleteFunc(out, func(r rune) bool { return r == 0 })
}

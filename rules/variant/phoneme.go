// Package variant decides whether two Devanagari forms are two spellings of
// one name, loan or word, or two words. It knows no document: cheap keys
// propose pairs, an alignment over phonemes describes how they differ, vetoes
// remove the certain cases, and a logistic score is the probability that they
// are one.
package variant

import (
	"github.com/nukta/nukta/checker/text"
)

// phoneme is a consonant, a vowel or a nasal sign of a word.
type phoneme struct {
	sym   symbol
	nukta bool // of क ख ग ज फ and strays; ड़ ढ़ are symbols of their own
	ri    bool // the vowel of ृ
}

// symbol is a consonant (1 to 63, U+0915 is 1), a vowel or a nasal.
type symbol uint8

const (
	noSymbol symbol = 0

	flapD  symbol = 40 // ड़
	flapDh symbol = 41 // ढ़

	vA     symbol = 64 + iota - 3 // the inherent vowel and अ
	vAA                           // ा
	vI                            // ि
	vII                           // ी
	vU                            // ु
	vUU                           // ू
	vE                            // े
	vAI                           // ै
	vO                            // ो
	vAU                           // ौ
	vCandE                        // ॅ
	vCandO                        // ॉ
	vLast         = vCandO

	nBindu  symbol = 96 // ं
	nCandra symbol = 97 // ँ
	nHalf   symbol = 98 // a half nasal letter before a consonant

	symbols = 99
)

func cons(r rune) symbol { return symbol(r - 0x915 + 1) }

func (s symbol) consonant() bool { return 0 < s && s < 64 }
func (s symbol) vowel() bool     { return vA <= s && s <= vLast }
func (s symbol) nasal() bool     { return s >= nBindu }

// vowels maps independent vowels and matras to their symbols.
var vowels = map[rune]symbol{
	'अ': vA, 'आ': vAA, 'इ': vI, 'ई': vII, 'उ': vU, 'ऊ': vUU, 'ए': vE, 'ऐ': vAI, 'ओ': vO, 'औ': vAU,
	'ऍ': vCandE, 'ॲ': vCandE, 'ऑ': vCandO, 'ऎ': vE, 'ऒ': vO, 'ऋ': vI,
	'\u093e': vAA, '\u093f': vI, '\u0940': vII, '\u0941': vU, '\u0942': vUU, '\u0943': vI,
	'\u0947': vE, '\u0948': vAI, '\u094b': vO, '\u094c': vAU, '\u0945': vCandE, '\u0949': vCandO,
	'\u0946': vE, '\u094a': vO,
}

// vowelOf is the table of vowels by code point from U+0900.
var vowelOf = func() (t [128]symbol) {
	for r, s := range vowels {
		t[r-0x900] = s
	}
	return t
}()

// maxPhonemes is the length from which a word is no candidate: no name or loan
// is as long.
const maxPhonemes = 32

// phonemes returns the phonemes of a folded form, or nil for a form that is
// ill-formed or too long. A final visarga of a longer word is a colon typed
// wrong and left out.
func phonemes(folded string) []phoneme {
	var runes [64]rune
	n := 0
	for _, r := range folded {
		if n == len(runes) || r < 0x900 || r > 0x97f {
			return nil
		}
		runes[n] = r
		n++
	}
	if n > 3 && runes[n-1] == text.Visarga {
		n--
	}
	out := make([]phoneme, 0, n+4)
	for i := 0; i < n; i++ {
		r := runes[i]
		switch text.ClassOf(r) {
		case text.ClassConsonant:
			p := phoneme{sym: cons(r)}
			switch r {
			case 'ऱ':
				p.sym = cons('र')
			case 'ऩ':
				p.sym = cons('न')
			case 'ऴ':
				p.sym = cons('ळ')
			}
			if i+1 < n && runes[i+1] == text.Nukta {
				i++
				switch r {
				case 'ड':
					p.sym = flapD
				case 'ढ':
					p.sym = flapDh
				default:
					p.nukta = true
				}
			}
			if i+1 < n && runes[i+1] == text.Halant {
				i++
				if nasalLetter(p.sym) && i+1 < n && text.ClassOf(runes[i+1]) == text.ClassConsonant && obstruent(cons(runes[i+1])) {
					p = phoneme{sym: nHalf}
				}
				out = append(out, p)
				continue
			}
			out = append(out, p)
			if i+1 < n && text.ClassOf(runes[i+1]) == text.ClassMatra {
				continue
			}
			if i+1 < n {
				out = append(out, phoneme{sym: vA})
			}
		case text.ClassMatra, text.ClassVowel:
			v := vowelOf[r-0x900]
			if v == noSymbol {
				return nil
			}
			if r == 'ऋ' || r == '\u0943' {
				out = append(out, phoneme{sym: cons('र')}, phoneme{sym: v, ri: true})
				continue
			}
			out = append(out, phoneme{sym: v})
		case text.ClassSign:
			switch r {
			case text.Anusvara:
				out = append(out, phoneme{sym: nBindu})
			case text.Candrabindu:
				out = append(out, phoneme{sym: nCandra})
			default:
				out = append(out, phoneme{sym: cons('ह')})
			}
		case text.ClassAvagraha:
		default:
			return nil
		}
	}
	if len(out) > maxPhonemes {
		return nil
	}
	return out
}

func nasalLetter(s symbol) bool {
	switch s {
	case cons('ङ'), cons('ञ'), cons('ण'), cons('न'), cons('म'):
		return true
	}
	return false
}

// obstruent reports whether a half nasal letter before the consonant is spelt
// as an anusvara too: before all but nasals and य र ल व ह.
func obstruent(s symbol) bool {
	switch s {
	case cons('य'), cons('र'), cons('ल'), cons('व'), cons('ह'), cons('ळ'):
		return false
	}
	return !nasalLetter(s)
}

// plain maps a consonant to the one that stands for its neighbours in the
// coarse keys: aspirates to plain ones, retroflexes to dentals, ड़ to द, ण to
// न, श ष to स, व to ब.
var plain = func() (t [64]symbol) {
	for i := range t {
		t[i] = symbol(i)
	}
	for _, group := range []string{"कख", "गघ", "चछ", "जझ", "तटथठ", "दडधढ", "नणङञ", "पफ", "बभव", "सशष", "लळ"} {
		var first symbol
		for _, r := range group {
			if first == noSymbol {
				first = cons(r)
			}
			t[cons(r)] = first
		}
	}
	t[flapD], t[flapDh] = cons('द'), cons('द')
	return t
}()

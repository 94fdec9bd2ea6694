package text

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Akshara returns the first akshara of s: one Unicode grapheme cluster as a
// reader counts it (क्ष, स्ट्रे and र्कि are one each), with its length in
// bytes. It is empty only when s is.
//
// uniseg follows Unicode 15.0, whose clusters end behind a halant; Unicode
// 15.1 joins them by rule GB9c, which this function adds for Devanagari and
// the other scripts whose virama links consonants.
//
// An akshara longer than maxAkshara bytes, which no writer makes, is cut there,
// so that hostile text costs no more than other text.
func Akshara(s string) string {
	if n := plainAkshara(s); n > 0 {
		return s[:n]
	}
	return generalAkshara(s)
}

func generalAkshara(s string) string {
	if len(s) > maxAkshara {
		cut := maxAkshara
		for cut > maxAkshara-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	cluster, rest, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	n := len(cluster)
	for rest != "" && linked(s[:n]) {
		r, _ := utf8.DecodeRuneInString(rest)
		if !linkable(r) {
			break
		}
		cluster, rest, _, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
		n += len(cluster)
	}
	return s[:n]
}

// plainAkshara returns the length of the akshara at the start of s where it and
// what follows are ASCII or Devanagari, the common case; else 0.
func plainAkshara(s string) int {
	if s == "" {
		return 0
	}
	if s[0] < 0x80 {
		if len(s) > 1 && s[1] >= 0x80 && !startsAkshara(s[1:]) || s[0] < ' ' {
			return 0
		}
		return 1
	}
	if !startsAkshara(s) {
		return 0
	}
	n, consonant := 3, isConsonant(s)
	virama := false
	for n < len(s) && n < maxAkshara {
		switch c, ok := devanagariClass(s[n:]); {
		case s[n] < 0x80:
			return n
		case !ok:
			return 0
		case c == ClassConsonant:
			if !virama || !consonant {
				return n
			}
			virama = false
		case c == ClassHalant:
			virama = true
		case c == ClassNukta, c == ClassAccent:
		case c == ClassMatra, c == ClassSign:
			// A spacing mark ends the chance of a conjunct, a nonspacing one does not.
			consonant = consonant && !spacing(rune(0x900)+rune(s[n+1]&1)<<6+rune(s[n+2]&0x3f))
		default:
			return n
		}
		n += 3
	}
	if n >= maxAkshara {
		return 0
	}
	return n
}

// devanagariClass returns the class of the code point of U+0900–097F at the
// start of s.
func devanagariClass(s string) (Class, bool) {
	if len(s) < 3 || s[0] != 0xe0 || s[1]&^1 != 0xa4 || s[2]&0xc0 != 0x80 {
		return 0, false
	}
	return classes[s[1]&1<<6|s[2]&0x3f], true
}

// startsAkshara reports whether a Devanagari letter, digit or danda starts s.
func startsAkshara(s string) bool {
	c, ok := devanagariClass(s)
	return ok && (c == ClassConsonant || c == ClassVowel || c == ClassAvagraha || c == ClassOther)
}

func isConsonant(s string) bool {
	c, _ := devanagariClass(s)
	return c == ClassConsonant
}

// maxAkshara is the length in bytes of the longest akshara.
const maxAkshara = 256

// linked reports whether s ends in a consonant and a virama with nothing but
// viramas, nuktas and ZWJ (InCB Linker and Extend) behind the consonant.
func linked(s string) bool {
	virama := false
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		switch {
		case isVirama(r):
			virama = true
		case linkable(r):
			return virama
		case r == ZWJ, r != ZWNJ && extends(r):
		default:
			return false
		}
	}
	return false
}

// isVirama reports whether r has Indic_Conjunct_Break=Linker in Unicode 15.1.
func isVirama(r rune) bool {
	switch r {
	case 0x94d, 0x9cd, 0xacd, 0xb4d, 0xc4d, 0xd4d:
		return true
	}
	return false
}

// linkable reports whether r has Indic_Conjunct_Break=Consonant in Unicode
// 15.1 (DerivedCoreProperties.txt).
func linkable(r rune) bool {
	switch {
	case r < 0x915 || r > 0xd3a:
		return false
	case r <= 0x939, 0x958 <= r && r <= 0x95f, 0x978 <= r && r <= 0x97f, // Devanagari
		0x995 <= r && r <= 0x9a8, 0x9aa <= r && r <= 0x9b0, r == 0x9b2, 0x9b6 <= r && r <= 0x9b9,
		r == 0x9dc, r == 0x9dd, r == 0x9df, r == 0x9f0, r == 0x9f1, // Bengali
		0xa95 <= r && r <= 0xaa8, 0xaaa <= r && r <= 0xab0, r == 0xab2, r == 0xab3, 0xab5 <= r && r <= 0xab9, r == 0xaf9, // Gujarati
		0xb15 <= r && r <= 0xb28, 0xb2a <= r && r <= 0xb30, r == 0xb32, r == 0xb33, 0xb35 <= r && r <= 0xb39,
		r == 0xb5c, r == 0xb5d, r == 0xb5f, r == 0xb71, // Oriya
		0xc15 <= r && r <= 0xc28, 0xc2a <= r && r <= 0xc39, 0xc58 <= r && r <= 0xc5a, // Telugu
		0xd15 <= r: // Malayalam
		return true
	}
	return false
}

// extends reports whether r has Indic_Conjunct_Break=Extend: it extends a
// grapheme cluster and is no virama.
func extends(r rune) bool {
	property, _, _, _ := uniseg.FirstGraphemeClusterInString("क"+string(r), -1)
	return len(property) > len("क") && !spacing(r)
}

// spacing reports whether r is a spacing mark of Devanagari, which rule GB9a
// joins but which breaks a conjunct.
func spacing(r rune) bool {
	switch {
	case r == Visarga, r == 0x93b, 0x93e <= r && r <= 0x940, 0x949 <= r && r <= 0x94c, r == 0x94e, r == 0x94f:
		return true
	}
	return false
}

// Widen returns the span widened to whole aksharas. The span must lie in s and
// begin and end at code points.
func Widen(s string, span Span) Span {
	start := span.Start
	// An akshara is at most a few code points: go back to a place that is a
	// boundary in any context, then forward akshara by akshara.
	from := start
	for from > 0 && start-from < 256 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if r <= ' ' {
			break
		}
		from -= n
	}
	at := from
	for {
		n := len(Akshara(s[at:]))
		if n == 0 || at+n > start {
			break
		}
		at += n
	}
	span.Start = min(at, span.Start)
	for at < span.End {
		at += max(len(Akshara(s[at:])), 1)
	}
	span.End = max(at, span.End)
	return span
}

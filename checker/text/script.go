package text

// Class is the role of a code point in a Devanagari akshara.
type Class uint8

// The classes of the grammar of aksharas. Their letters are those of the
// grammars of OpenType's Indic shaping and Unicode's Indic_Syllabic_Category.
const (
	ClassOther     Class = iota // x: no part of an akshara
	ClassConsonant              // C: क–ह, ॸ–ॿ and their precomposed nukta forms
	ClassVowel                  // V: independent vowels
	ClassMatra                  // M: dependent vowel signs
	ClassNukta                  // N: U+093C
	ClassHalant                 // H: U+094D
	ClassSign                   // S: ँ ं ः and U+0900
	ClassAvagraha               // B: ऽ
	ClassAccent                 // A: U+0951–0954, Vedic accents
	ClassZWJ                    // J: U+200D
	ClassZWNJ                   // Z: U+200C
)

// Invisible and combining code points with a name.
const (
	ZWNJ        = '\u200c'
	ZWJ         = '\u200d'
	Nukta       = '\u093c'
	Halant      = '\u094d'
	Candrabindu = '\u0901'
	Anusvara    = '\u0902'
	Visarga     = '\u0903'
	Danda       = '\u0964'
	DoubleDanda = '\u0965'
	AbbrSign    = '\u0970'
	BOM         = '\ufeff'
)

// classes holds the class of U+0900–097F (Unicode 17, IndicSyllabicCategory.txt).
var classes = func() (t [128]Class) {
	set := func(c Class, from, to rune) {
		for r := from; r <= to; r++ {
			t[r-0x900] = c
		}
	}
	set(ClassSign, 0x900, 0x903)
	set(ClassVowel, 0x904, 0x914)
	set(ClassConsonant, 0x915, 0x939)
	set(ClassMatra, 0x93a, 0x93b)
	set(ClassNukta, 0x93c, 0x93c)
	set(ClassAvagraha, 0x93d, 0x93d)
	set(ClassMatra, 0x93e, 0x94c)
	set(ClassHalant, 0x94d, 0x94d)
	set(ClassMatra, 0x94e, 0x94f)
	set(ClassAccent, 0x951, 0x954)
	set(ClassMatra, 0x955, 0x957)
	set(ClassConsonant, 0x958, 0x95f)
	set(ClassVowel, 0x960, 0x961)
	set(ClassMatra, 0x962, 0x963)
	set(ClassVowel, 0x972, 0x977)
	set(ClassConsonant, 0x978, 0x97f)
	return t
}()

// ClassOf returns the class of a code point.
func ClassOf(r rune) Class {
	switch {
	case 0x900 <= r && r <= 0x97f:
		return classes[r-0x900]
	case r == ZWJ:
		return ClassZWJ
	case r == ZWNJ:
		return ClassZWNJ
	case 0x1cd0 <= r && r <= 0x1cff, 0xa8e0 <= r && r <= 0xa8f1:
		return ClassAccent
	}
	return ClassOther
}

// IsDevanagari reports whether r is a letter or sign that stands inside a
// Devanagari word. Dandas, digits and the abbreviation sign do not.
func IsDevanagari(r rune) bool {
	switch {
	case 0x900 <= r && r <= 0x97f:
		return inWord[r-0x900]
	case 0x1cd0 <= r && r <= 0x1cff, 0xa8e0 <= r && r <= 0xa8ff:
		return true
	}
	return false
}

// inWord marks the code points of U+0900–097F that stand inside a word.
var inWord = func() (t [128]bool) {
	for i := range t {
		r := rune(0x900 + i)
		t[i] = r < 0x964 || r > 0x970
	}
	return t
}()

// IsInvisible reports whether r draws nothing and has no place in Hindi prose:
// zero-width spaces, soft hyphens, byte order marks, bidirectional controls,
// variation selectors. The joiners U+200C and U+200D are not among them.
func IsInvisible(r rune) bool {
	switch {
	case r == 0xad, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f, r == BOM,
		0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f,
		0xfe00 <= r && r <= 0xfe0f, 0xe0000 <= r && r <= 0xe0fff:
		return true
	}
	return false
}

// IsDevanagariDigit reports whether r is one of ०–९.
func IsDevanagariDigit(r rune) bool { return 0x966 <= r && r <= 0x96f }

package variant

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// Latin is a word of Latin letters with the sounds that Hindi would give it.
type Latin struct {
	sound *sound
}

// sounded maps groups of Latin letters, longest first, to the Devanagari
// letters that news writes for them. Vowels stand as signs.
var sounded = [...]struct{ latin, hindi string }{
	{"tsch", "च"}, {"sch", "श"}, {"tch", "च"}, {"shch", "शच"}, {"ough", "ौ"}, {"eau", "ो"}, {"igh", "ाइ"},
	{"sh", "श"}, {"ch", "च"}, {"th", "थ"}, {"ph", "फ"}, {"kh", "ख"}, {"gh", "घ"}, {"bh", "भ"}, {"dh", "ध"}, {"jh", "झ"}, {"zh", "ज़"}, {"wh", "व"},
	{"ck", "क"}, {"qu", "क्व"}, {"kn", "न"}, {"ts", "त्स"}, {"tz", "त्ज़"}, {"dg", "ज"},
	{"aa", "ा"}, {"ee", "ी"}, {"oo", "ू"}, {"ai", "ै"}, {"ay", "े"}, {"au", "ौ"}, {"aw", "ॉ"}, {"ea", "ी"}, {"ei", "े"}, {"ey", "े"}, {"ie", "ी"},
	{"oa", "ो"}, {"oi", "ॉइ"}, {"ou", "ा"}, {"ow", "ो"}, {"oy", "ॉय"}, {"eu", "यू"}, {"ew", "यू"}, {"ue", "ू"}, {"ui", "ुइ"},
	{"a", "ा"}, {"b", "ब"}, {"c", "क"}, {"d", "ड"}, {"e", "े"}, {"f", "फ"}, {"g", "ग"}, {"h", "ह"}, {"i", "ि"}, {"j", "ज"}, {"k", "क"}, {"l", "ल"},
	{"m", "म"}, {"n", "न"}, {"o", "ो"}, {"p", "प"}, {"q", "क"}, {"r", "र"}, {"s", "स"}, {"t", "ट"}, {"u", "ु"}, {"v", "व"}, {"w", "व"}, {"x", "क्स"},
	{"y", "य"}, {"z", "ज़"},
}

// perLatin is the distance a phoneme within which a Latin word is taken for the
// Hindi one; English spelling tells little of its vowels.
const perLatin = 0.27

// maxLatin bounds the length of words that are sounded out.
const maxLatin = 24

// SoundOut returns a Latin word as Hindi would sound it; ok is false for what
// is no plain word of two letters or more.
func SoundOut(word string) (l *Latin, ok bool) {
	if len(word) < 2 || len(word) > maxLatin {
		return nil, false
	}
	for _, b := range []byte(word) {
		if b < 'A' || b > 'z' || b > 'Z' && b < 'a' {
			return nil, false
		}
	}
	lower := strings.ToLower(word)
	s := &sound{form: lower, phonemes: latinPhonemes(lower)}
	if len(s.phonemes) < 2 {
		return nil, false
	}
	s.keys = appendKeys(nil, s.phonemes)
	s.insert = make([]op, len(s.phonemes))
	for i := range s.insert {
		s.insert[i] = insertion(s.phonemes, i)
	}
	return &Latin{sound: s}, true
}

// latinPhonemes sounds a word of small letters out. A c before e, i, y is स, a
// g there stays ग; a final e is silent; a y that no vowel follows is a vowel.
func latinPhonemes(word string) []phoneme {
	if len(word) > 3 && strings.HasSuffix(word, "e") && !strings.ContainsRune("aeiou", rune(word[len(word)-2])) {
		word = word[:len(word)-1]
	}
	var out []phoneme
	for i := 0; i < len(word) && len(out) < maxPhonemes-2; {
		rest := word[i:]
		if len(rest) > 1 && rest[0] == 'c' && strings.ContainsRune("eiy", rune(rest[1])) {
			out = append(out, phoneme{sym: cons('स')})
			i++
			continue
		}
		if rest[0] == 'y' && i > 0 && (len(rest) == 1 || !strings.ContainsRune("aeiou", rune(rest[1]))) {
			out = append(out, phoneme{sym: vII})
			i++
			continue
		}
		for _, s := range sounded {
			if strings.HasPrefix(rest, s.latin) {
				out = appendLetters(out, s.hindi)
				i += len(s.latin)
				break
			}
		}
	}
	return undouble(out)
}

// appendLetters appends the phonemes of Devanagari letters without inherent
// vowels.
func appendLetters(out []phoneme, letters string) []phoneme {
	for _, r := range letters {
		switch {
		case r == text.Halant:
		case r == text.Nukta:
			out[len(out)-1].nukta = true
		case vowelOf[r-0x900] != noSymbol:
			out = append(out, phoneme{sym: vowelOf[r-0x900]})
		default:
			out = append(out, phoneme{sym: cons(r)})
		}
	}
	return out
}

// undouble leaves out the second of two like consonants.
func undouble(ps []phoneme) []phoneme {
	out := ps[:0]
	for _, p := range ps {
		if n := len(out); n > 0 && out[n-1].sym == p.sym && p.sym.consonant() {
			continue
		}
		out = append(out, p)
	}
	return out
}

// Keys returns the keys by which candidates for Distance are found.
func (l *Latin) Keys() []uint64 { return l.sound.keys }

// Keys returns the keys of a form.
func Keys(f *text.Form) []uint64 { return sounds.Of(f.Canonical).keys }

// Distance returns how far the sounds of a Devanagari form are from those of
// the Latin word; ok is false when it cannot be the word written in Hindi: when
// it spells letters out, when a consonant differs, or when it is too short to
// tell.
func (l *Latin) Distance(f *text.Form) (d float32, ok bool) {
	s := sounds.Of(f.Canonical)
	if s.acronym != "" || consonantsOf(s.phonemes) < 3 || len(s.insert) == 0 {
		return 0, false
	}
	diff, ok := alignWithin(l.sound, s, perLatin*float32(min(len(s.phonemes), len(l.sound.phonemes))))
	return diff.d, ok && !diff.first && diff.counts[gCons] == 0
}

func consonantsOf(ps []phoneme) int {
	n := 0
	for _, p := range ps {
		if p.sym.consonant() || p.sym.nasal() {
			n++
		}
	}
	return n
}

// Letters returns the letters of a form that spells an acronym out (पीएम is
// pm), or nothing.
func Letters(f *text.Form) string { return sounds.Of(f.Canonical).acronym }

package variant

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/rules/lexicon"
)

// vetoed reports whether two forms are two words for certain, whatever their
// distance.
func vetoed(a, b *sound) bool {
	switch {
	case a.acronym != "" && b.acronym != "" && a.acronym != b.acronym:
		return true
	case negated(lexicon.Key(a.form), lexicon.Key(b.form)), negated(lexicon.Key(b.form), lexicon.Key(a.form)), derived(a.form, b.form), derived(b.form, a.form):
		return true
	}
	return twoVerbs(a, b)
}

// distinctStems reports whether two forms are the same form of two words that
// are known to be different: लुटे and लूटे of लुटना and लूटना, दिए and दीये of
// दिया and दीया.
func distinctStems(a, b string) bool {
	e := endingsOf()
	a, b = lexicon.Key(a), lexicon.Key(b)
	for _, ending := range e.verbEndings {
		x, ok := strings.CutSuffix(a, ending)
		y, ok2 := strings.CutSuffix(b, ending)
		if !ok || !ok2 || utf8.RuneCountInString(x) < 2 || utf8.RuneCountInString(y) < 2 {
			continue
		}
		for _, base := range [...]string{"", "ना", "ा", "ी", "या"} {
			if lexicon.Distinct(x+base, y+base) {
				return true
			}
		}
	}
	return false
}

// negated reports whether long is short with a negation or preverb (अस्थाई,
// स्थाई), and perhaps one of the endings that derive a noun.
func negated(long, short string) bool {
	if len(long) <= len(short) {
		return false
	}
	for _, prefix := range endingsOf().prefix {
		rest, ok := strings.CutPrefix(long, prefix)
		if !ok {
			continue
		}
		for _, ending := range [...]string{"", "ता", "ीय", "िक", "ित"} {
			if base, ok := strings.CutSuffix(rest, ending); ok && base == short && lifted(short) >= 3 {
				return true
			}
		}
	}
	return false
}

// derived reports whether long is the adjective or the abstract noun made of
// short: ज्वालामुखीय of ज्वालामुखी, अपनापन of अपना.
func derived(long, short string) bool {
	if len(long) <= len(short) {
		return false
	}
	for _, ending := range [...]string{"ीय", "ता", "त्व", "पन"} {
		stem, ok := strings.CutSuffix(long, ending)
		if ok && (stem == short || stem+"ी" == short || stem+"ा" == short) {
			return true
		}
	}
	return false
}

// twoVerbs reports whether the forms are forms of two different known verbs
// (हारने, हराने).
func twoVerbs(a, b *sound) bool {
	wa, wb := lexicon.Weight(a.form), lexicon.Weight(b.form)
	if wa < 1 || wb < 1 || max(wa, wb) >= 100*min(wa, wb) {
		return false
	}
	e := endingsOf()
	for _, x := range e.verbEndings {
		stemA, ok := strings.CutSuffix(a.form, x)
		if !ok || stemA == "" || lexicon.Weight(stemA+"ना") < 5 {
			continue
		}
		for _, y := range e.verbEndings {
			stemB, ok := strings.CutSuffix(b.form, y)
			if !ok || stemB == "" || stemA == stemB || lexicon.Weight(stemB+"ना") < 5 {
				continue
			}
			if soundKey(phonemes(stemA)) != soundKey(phonemes(stemB)) {
				return true
			}
		}
	}
	return false
}

// letterNames maps the Hindi names of Latin letters to the letters, longest
// first.
var letterNames = [...]struct{ name, letter string }{
	{"डब्ल्यू", "w"}, {"डब्लू", "w"}, {"एक्स", "x"}, {"क्यू", "q"}, {"ज़ेड", "z"}, {"जेड", "z"}, {"जैड", "z"},
	{"एफ़", "f"}, {"ऐफ", "f"}, {"एफ", "f"}, {"एच", "h"}, {"ऐस", "s"}, {"एस", "s"}, {"ऐम", "m"}, {"एम", "m"}, {"ऐन", "n"}, {"एन", "n"},
	{"एल", "l"}, {"आई", "i"}, {"आइ", "i"}, {"आर", "r"}, {"वाई", "y"}, {"वाय", "y"}, {"बी", "b"}, {"सी", "c"}, {"डी", "d"}, {"जी", "g"},
	{"जे", "j"}, {"के", "k"}, {"पी", "p"}, {"टी", "t"}, {"यू", "u"}, {"वी", "v"}, {"ए", "a"}, {"ई", "e"}, {"इ", "e"}, {"ओ", "o"},
}

// acronym returns the letters that a form spells out with their Hindi names
// (पीएम is pm), or nothing. A plural or genitive ending is allowed.
func acronym(form string) string {
	rest, letters := form, ""
	for rest != "" {
		found := false
		for _, l := range letterNames {
			after, ok := strings.CutPrefix(rest, l.name)
			if !ok {
				continue
			}
			if r, _ := utf8.DecodeRuneInString(after); after != "" && (r >= 0x93a && r <= 0x94f || r >= 0x900 && r <= 0x903) {
				continue
			}
			rest, letters, found = after, letters+l.letter, true
			break
		}
		if !found {
			break
		}
	}
	switch rest {
	case "", "ज", "ज़", "स", "ों", "ओं":
	default:
		return ""
	}
	if len(letters) < 2 {
		return ""
	}
	return letters
}

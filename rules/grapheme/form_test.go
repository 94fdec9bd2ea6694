package grapheme

import (
	"slices"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// TestFaults holds the kind, the span and the fixes of faults of single words;
// testdata/graphemes has the cases in running text.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		word  string
		kind  Kind
		span  string
		fixes string
		safe  bool
	}{
		{"कोराेना", MatraPieces, "राे", "रो", true},
		{"यहाॅ", MatraPieces, "हाॅ", "हाँ हा", false},
		{"बडे़", NuktaAfterMatra, "डे़", "ड़े", true},
		{"िजसकी", VisualI, "िज", "जि", true},
		{"पी़डि़तों", NuktaAfterMatra, "पी़डि़", "पीड़ि", true},
		{"बड़े\u200d", ZWJ, "ड़े\u200d", "ड़े", true},
		{"हैे", MatraConflict, "हैे", "है हे", false},
		{"दु्घटनाग्रस्त", HalantAfterSign, "दु्घ", "दुर्घ", true},
		{"मेें\u200d", MatraRepeated, "मेें\u200d", "में", true},
		{"ॐं", Orphan, "ं", "", false},
		{"़कुल", Orphan, "़", "", false},
		{"क्षत्रि\u200bय", Invisible, "\u200b", "", true},
	} {
		faults := Of(text.FormOf(c.word)).Faults
		if len(faults) != 1 {
			t.Errorf("%+q: %d faults, want 1", c.word, len(faults))
			continue
		}
		f := faults[0]
		span := c.word[f.Span.Start:f.Span.End]
		fixes := strings.Join(f.Fixes, " ")
		if f.Kind != c.kind || span != c.span || fixes != c.fixes || f.Safe != c.safe {
			t.Errorf("%s: got kind %d %+q → %q safe %v, want kind %d %+q → %q safe %v",
				c.word, f.Kind, span, fixes, f.Safe, c.kind, c.span, c.fixes, c.safe)
		}
	}
}

func TestTraits(t *testing.T) {
	for word, want := range map[string]Trait{
		"कमल":                   0,
		"ब\u095cा":              HasPrecomposed,
		"ब\u0921\u093cा":        HasDecomposed,
		"ब\u095cब\u0921\u093cा": HasPrecomposed | HasDecomposed,
		"दिक\u094d\u093cत":      HasNonNFC,
		"स्\u200dथान":           HasHalfForm,
		"महान्":                 EndsInHalant,
		"अतः":                   EndsInVisarga,
		"न\u093c":               HasNonNFC,
		"क्या":                  0,
	} {
		f := Of(text.FormOf(word))
		if len(f.Faults) > 0 || f.Traits != want {
			t.Errorf("%+q: got traits %b and faults %v, want %b", word, f.Traits, f.Faults, want)
		}
	}
}

func TestWithoutHalfForms(t *testing.T) {
	for word, want := range map[string]string{
		"स्वास्\u200dथ्\u200dय": "स्वास्थ्य",
		"दर्\u200dया":           "दर्\u200dया",
		"त्\u200d":              "त्\u200d",
		"कमल":                   "कमल",
	} {
		if got := WithoutHalfForms(word); got != want {
			t.Errorf("%+q: got %+q, want %+q", word, got, want)
		}
	}
}

// TestDecompose proves that each rune of the decomposition has its place.
func TestDecompose(t *testing.T) {
	for _, word := range []string{"", "कमल", "ब\u095cा", "दिक\u094d\u093cत", "क॒॑\u093c", "ऱ\u0323\u0307"} {
		w := decompose(word)
		if len(w.runes) != len(w.at) {
			t.Errorf("%+q: %d runes, %d places", word, len(w.runes), len(w.at))
		}
		covered := make([]bool, len(word))
		for _, s := range w.at {
			for i := s.Start; i < s.End; i++ {
				covered[i] = true
			}
		}
		if slices.Contains(covered, false) {
			t.Errorf("%+q: places %v leave bytes out", word, w.at)
		}
	}
}

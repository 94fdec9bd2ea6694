package lexicon

import (
	"testing"
)

// TestPackedWords proves that the embedded counts and words.tsv agree: every
// form is found with its counts, and nothing else is.
func TestPackedWords(t *testing.T) {
	forms, counts, err := ReadCounts("words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if got := string(Pack(forms, counts)); got != packed {
		t.Error("words.bin is not what pack makes of words.tsv; run go generate")
	}
	for i, form := range forms {
		if got := CountOf(form); got != counts[i] {
			t.Fatalf("%s: got %v, want %v", form, got, counts[i])
		}
		if i > 0 && forms[i-1] >= form {
			t.Fatalf("words.tsv is not sorted at %s", form)
		}
	}
	for _, form := range []string{"", "क्षज्ञ", "abc", "पुटिन", "ॿॿॿ", "\u0900"} {
		if got := CountOf(form); got != (Count{}) {
			t.Errorf("%q: got %v, want none", form, got)
		}
	}
}

func BenchmarkCountOf(b *testing.B) {
	words := []string{"राष्ट्रपति", "पुतिन", "साझेदारी", "है", "क्रेमलिन", "पुटिन"}
	for i := 0; b.Loop(); i++ {
		CountOf(words[i%len(words)])
	}
}

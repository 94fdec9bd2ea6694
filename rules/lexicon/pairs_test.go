package lexicon

import "testing"

// TestSameNotMisspelt holds that a form is not both wrong and an established
// spelling.
func TestSameNotMisspelt(t *testing.T) {
	same, err := ReadTSV("same.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range same {
		for _, form := range row[:2] {
			if m := findMisspelling(form); m != nil {
				t.Errorf("same.tsv: %s is a misspelling of %q", form, m.Right)
			}
		}
	}
}

package text

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestVerdicts compares both grammars with what a text shaper did and with
// what the strict grammar is defined to accept. NFC reads र with two nuktas as
// a letter of its own with one, which the definition rejects.
func TestVerdicts(t *testing.T) {
	data, err := os.ReadFile("testdata/shaper.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(data)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSpace(row), "\t")
		var word strings.Builder
		for code := range strings.FieldsSeq(columns[0]) {
			r, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			word.WriteRune(rune(r))
		}
		normal := norm.NFC.String(word.String())
		if got, want := Drawn(normal), columns[1] == "ok"; got != want {
			t.Errorf("%s: drawn %v, want %v", columns[0], got, want)
		}
		if strings.Contains(columns[0], "0930 093C 093C") {
			continue
		}
		if got, want := WellFormed(normal), columns[2] == "ok"; got != want {
			t.Errorf("%s: well formed %v, want %v", columns[0], got, want)
		}
	}
}

func TestDrawnWords(t *testing.T) {
	for word, want := range map[string]bool{
		"":              true,
		"क्षत्रिय":      true,
		"मेें":          true, // nobody sees the second sign
		"बडे़":          true,
		"5ि":            true,
		"◌ि":            true,
		"abc":           true,
		"अौर":           false,
		"हार्इ":         false,
		"िजसकी":         false,
		"शंात":          false,
		"क\u200c\u093c": false,
	} {
		if got := Drawn(word); got != want {
			t.Errorf("%s: got %v, want %v", word, got, want)
		}
	}
}

func TestWholeVowel(t *testing.T) {
	for _, c := range []struct {
		letter, sign, want rune
	}{
		{'अ', '\u093e', 'आ'}, {'ए', '\u0947', 'ऐ'}, {'उ', '\u0941', 'ऊ'}, {'इ', '\u0940', 0}, {'क', '\u093e', 0}, {'अ', 'क', 0},
	} {
		if got, ok := WholeVowel(c.letter, c.sign); got != c.want || ok != (c.want != 0) {
			t.Errorf("%c%c: got %c, want %c", c.letter, c.sign, got, c.want)
		}
	}
}

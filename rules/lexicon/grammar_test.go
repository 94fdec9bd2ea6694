package lexicon

import (
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// TestEndings proves that the endings that tell a gender tell it of 98 nouns of the
// list in 100.
func TestEndings(t *testing.T) {
	rows, err := ReadTSV("nouns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range genderEndings {
		nouns, right := 0, 0
		for _, row := range rows {
			key := Key(row[0])
			if !strings.HasSuffix(key, e.ending) || len(key) < len(e.ending)+leastStem {
				continue
			}
			nouns++
			if row[1] == string(e.gender) {
				right++
			}
		}
		if nouns < 3 || right*100 < nouns*98 {
			t.Errorf("%s: %d of %d nouns are %c", e.ending, right, nouns, e.gender)
		}
	}
}

func TestGrammarOf(t *testing.T) {
	for _, c := range []struct {
		form   string
		noun   bool
		gender Gender
	}{
		{"योजना", true, Feminine},
		{"योजनाओं", true, Feminine},
		{"घटने", false, Unknown}, // no form of घटना, which is feminine
		{"रुपये", true, Masculine},
		{"रुपयों", true, Masculine},
		{"रवैये", true, Masculine},
		{"नजरिए", true, Masculine},
		{"शर्तो", true, Feminine},
		{"मानें", false, Unknown}, // no plural of मान, which is masculine
		{"कर्मचारी", true, Unknown},
		{"कर्मचारियों", true, Masculine},
		{"अलगाववादियों", true, Masculine},
		{"गरीबों", true, Masculine},
		{"गरीब", false, Unknown},
		{"बड़ियों", false, Unknown}, // not of people
		{"टिकट", true, Unknown},
		{"टिकटों", true, Unknown},
		{"आक्रामकता", true, Feminine},
		{"वैयक्तिकीकरण", true, Masculine}, // on no list
		{"गोपालन", false, Unknown},
	} {
		g := GrammarOf(text.FormOf(c.form))
		if g.Noun != c.noun || g.Gender != c.gender {
			t.Errorf("%s: got noun %v, gender %q; want %v, %q", c.form, g.Noun, g.Gender, c.noun, c.gender)
		}
	}
}

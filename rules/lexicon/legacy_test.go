package lexicon

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// TestKrutiDevOdds proves that each row of the file counts as it says.
func TestKrutiDevOdds(t *testing.T) {
	rows, err := ReadTSV("krutidev-bigrams.tsv")
	if err != nil {
		t.Fatal(err)
	}
	odds := krutiDevOdds()
	for _, row := range rows {
		pair := []rune(strings.ReplaceAll(row[0], "␣", " "))
		want, err := strconv.ParseFloat(row[1], 64)
		if err != nil || len(pair) != 2 {
			t.Errorf("%q: no bigram with a number", row)
			continue
		}
		if got := float64(odds[pair[0]][pair[1]]); math.Abs(got-want) > 0.001 {
			t.Errorf("%q: got %v, want %v", row[0], got, want)
		}
	}
	for _, c := range []struct {
		word     string
		krutidev bool
	}{{"gSA", true}, {"vkSj", true}, {"iz/kkuea=h", true}, {"ljdkj", true}, {"the", false}, {"minister", false}, {"government", false}, {"sarkar", false}} {
		if sum, n := KrutiDevOdds(c.word); (sum > 0) != c.krutidev || n != len(c.word)+1 {
			t.Errorf("%s: got %v of %d bigrams", c.word, sum, n)
		}
	}
}

func TestResidue(t *testing.T) {
	for _, c := range []struct {
		sign, head, tail string
		ok               bool
	}{
		{"•", "क", "", true}, {"¨", "", "िं", true}, {"í", "र्", "ि", true}, {"ï", "", "", true}, {"é", "", "", false}, {"", "", "", false},
	} {
		head, tail, ok := Residue(c.sign)
		if head != c.head || tail != c.tail || ok != c.ok {
			t.Errorf("%s: got %q, %q, %v", c.sign, head, tail, ok)
		}
	}
}

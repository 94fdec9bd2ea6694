package lexicon

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
)

// columns is the number of columns of each file of the lexicon.
var columns = map[string]int{
	"adverbials.tsv":       2,
	"cues.tsv":             2,
	"dates.tsv":            3,
	"doublings.tsv":        3,
	"numbers.tsv":          3,
	"overmarked.tsv":       1,
	"distinct-names.tsv":   2,
	"determiners.tsv":      2,
	"distinct.tsv":         2,
	"finals.tsv":           1,
	"genitives.tsv":        3,
	"postpositions.tsv":    3,
	"parts.tsv":            2,
	"reflexives.tsv":       3,
	"nouns.tsv":            3,
	"adjectives.tsv":       2,
	"verbs.tsv":            1,
	"functions.tsv":        1,
	"agreements.tsv":       3,
	"compounds.tsv":        2,
	"kinds.tsv":            1,
	"valencies.tsv":        2,
	"krutidev-bigrams.tsv": 2,
	"confusions.tsv":       3,
	"residue.tsv":          2,
	"misspellings.tsv":     3,
	"names.tsv":            5,
	"same.tsv":             3,
	"terms.tsv":            3,
	"words.tsv":            3,
}

// TestFiles holds every TSV file to the form that look-ups rely on.
func TestFiles(t *testing.T) {
	files, _ := filepath.Glob("*.tsv")
	for _, file := range files {
		want, known := columns[file]
		if !known {
			t.Errorf("%s: the test does not know its columns", file)
			continue
		}
		rows, err := ReadTSV(file)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for _, row := range rows {
			line := strings.Join(row, "\t")
			switch {
			case len(row) != want:
				t.Errorf("%s: %q has %d columns, want %d", file, line, len(row), want)
			case line <= last:
				t.Errorf("%s: %q is not sorted, or stands twice", file, line)
			case !norm.NFC.IsNormalString(line):
				t.Errorf("%s: %q is not in NFC", file, line)
			case strings.ContainsFunc(line, func(r rune) bool { return r == text.ZWJ || r == text.ZWNJ || text.IsInvisible(r) }):
				t.Errorf("%s: %+q has an invisible character", file, line)
			case strings.TrimRight(row[0], " ") != row[0] || strings.Contains(line, "  "):
				t.Errorf("%s: %q has stray spaces", file, line)
			}
			last = line
		}
	}
}

// TestIndexes proves that the embedded indexes are those of the files.
func TestIndexes(t *testing.T) {
	read := func(file string) [][]string {
		rows, err := ReadTSV(file)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	names, err := IndexNames(namesTSV)
	if err != nil {
		t.Fatal(err)
	}
	terms, err := IndexTerms(termsTSV)
	if err != nil {
		t.Fatal(err)
	}
	forms, counts, err := ReadCounts("words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, got, want string }{
		{"names.idx", namesIndex, names},
		{"terms.idx", termsIndex, terms},
		{"distinct.idx", distinctIndex, IndexDistinct(append(read("distinct.tsv"), read("distinct-names.tsv")...))},
		{"usual.bin", usualFilter, string(MakeUsual(forms, counts))},
		{"joins.idx", joinsIndex, IndexJoins(forms, counts)},
		{"same.idx", sameIndex, IndexSame(read("same.tsv"))},
		{"filter.bin", filter, string(MakeFilter(Column(read("misspellings.tsv"), 0), namesIndex, termsIndex, sameIndex))},
	} {
		if c.got != c.want {
			t.Errorf("%s is not what pack makes of its source; run go generate", c.file)
		}
	}
}

// TestNames proves that every spelling of names.tsv is found, and that no
// spelling is right in one row and wrong in another.
func TestNames(t *testing.T) {
	rows, err := ReadTSV("names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]string{}
	for _, row := range rows {
		for _, s := range append(strings.Split(row[1], ";"), row[0]) {
			right[s] = row[0]
		}
	}
	for _, row := range rows {
		for wrong := range strings.SplitSeq(row[2], ";") {
			if of, ok := right[wrong]; ok && wrong != "" {
				t.Errorf("%s: wrong for %s, right for %s", wrong, row[0], of)
			}
		}
		if strings.Contains(row[0], " ") || strings.Contains(row[0], "-") {
			continue
		}
		found := slices.ContainsFunc(NamesOf(text.FormOf(row[0])), func(n Name) bool {
			return n.Standard == row[0] && n.Role == Standard && n.Kind == row[3]
		})
		if !found {
			t.Errorf("%s: not found", row[0])
		}
	}
}

// TestPairs proves that no pair is one word in one file and two in another, and
// that look-ups work both ways round and whatever the orthography.
func TestPairs(t *testing.T) {
	rows, err := ReadTSV("same.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if Distinct(row[0], row[1]) {
			t.Errorf("%s/%s: one word in same.tsv, two in a distinct list", row[0], row[1])
		}
		if preferred, kind, ok := SamePair(row[1], row[0]); Key(row[0]) != Key(row[1]) && (!ok || kind != row[2] || preferred != row[0]) {
			t.Errorf("%s/%s: got %q, %q, %v", row[0], row[1], preferred, kind, ok)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"कि", "की", true}, {"की", "कि", true}, {"राज़", "राज", true}, {"पुतिन", "पुटिन", false}, {"हिंदी", "हिन्दी", false}} {
		if got := Distinct(c.a, c.b); got != c.want {
			t.Errorf("Distinct(%s, %s): got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestSources wants a line on every file in SOURCES.md.
func TestSources(t *testing.T) {
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	for file := range columns {
		if !strings.Contains(string(sources), "`"+file+"`") {
			t.Errorf("SOURCES.md says nothing of %s", file)
		}
	}
}

// TestFilter proves that the filter knows every key of the indexes, and how
// often it knows a word that they do not.
func TestFilter(t *testing.T) {
	known := map[string]bool{}
	for _, index := range []string{namesIndex, termsIndex, sameIndex} {
		for row := range rowsFrom(index, "") {
			known[firstWord(row)] = true
			if !mayKnow(firstWord(row)) {
				t.Fatalf("the filter does not know %s", firstWord(row))
			}
		}
	}
	words, _, err := ReadCounts("words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	asked, wrong := 0, 0
	for _, w := range words {
		if !known[Key(w)] {
			asked++
			if mayKnow(Key(w)) {
				wrong++
			}
		}
	}
	if wrong*50 > asked {
		t.Errorf("the filter is wrong for %d of %d words", wrong, asked)
	}
}

// TestMisspellings proves that a wrong form is found, is right nowhere, and is
// no spelling of a name.
func TestMisspellings(t *testing.T) {
	rows, err := ReadTSV("misspellings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		m := MisspellingOf(text.FormOf(row[0]))
		if m == nil || strings.Join(m.Right, ";") != row[1] || m.Reason != row[2] {
			t.Errorf("%s: got %v, want %s", row[0], m, row[1])
			continue
		}
		for _, right := range m.Right {
			if MisspellingOf(text.FormOf(right)) != nil {
				t.Errorf("%s: its right form %s is wrong too", row[0], right)
			}
			if Key(right) == Key(row[0]) {
				t.Errorf("%s: differs from %s in orthography only", row[0], right)
			}
		}
		for _, n := range NamesOf(text.FormOf(row[0])) {
			if n.Role != Wrong && n.Standard == row[0] {
				t.Errorf("%s: is a name", row[0])
			}
		}
	}
}

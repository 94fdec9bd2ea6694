package checker_test

import (
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
)

func TestReadStylebook(t *testing.T) {
	house := new(checker.House)
	err := house.ReadStylebook("names.tsv", []byte("\ufeff# नाम\r\n\r\nपुतिन\t\tपुटिन; पूतिन\r\nमेक्सिको\tमैक्सिको\r\nकीव\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word string
		want checker.Spelling
	}{
		{"पुतिन", checker.Spelling{Prefer: "पुतिन", Standing: checker.Preferred}},
		{"पूतिन", checker.Spelling{Prefer: "पुतिन", Standing: checker.Avoided}},
		{"मैक्सिको", checker.Spelling{Prefer: "मेक्सिको", Standing: checker.AcceptedByHouse}},
		{"कीव", checker.Spelling{Prefer: "कीव", Standing: checker.Preferred}},
		{"लंदन", checker.Spelling{}},
	} {
		if got := house.Word(c.word); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.word, got, c.want)
		}
	}
	for _, bad := range []string{"पुतिन\n\tपुटिन\n", "क\tख\tग\tघ\n"} {
		err := new(checker.House).ReadStylebook("names.tsv", []byte(bad))
		if err == nil || !strings.HasPrefix(err.Error(), "names.tsv:") {
			t.Errorf("%q: got %v, want an error with the line", bad, err)
		}
	}
}

func BenchmarkReadStylebook(b *testing.B) {
	var book strings.Builder
	letters := []rune("कखगघचजटडतदनपबमयरलवसह")
	word := func(i int) string {
		var w []rune
		for range 6 {
			w = append(w, letters[i%len(letters)], 'ा')
			i = i/len(letters) + i*7
		}
		return string(w)
	}
	for i := range 20000 {
		book.WriteString(word(i) + "\t\t" + word(i+20000) + "\n")
	}
	data := []byte(book.String())
	for b.Loop() {
		if err := new(checker.House).ReadStylebook("names.tsv", data); err != nil {
			b.Fatal(err)
		}
	}
}

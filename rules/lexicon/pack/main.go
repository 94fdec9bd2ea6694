// Command pack writes the packed forms and the indexes of the lexicon that are
// embedded. Run it with go generate in the lexicon's folder after editing a TSV
// file.
package main

import (
	"log"
	"os"

	"github.com/nukta/nukta/rules/lexicon"
)

func main() {
	log.SetFlags(0)
	forms, counts, err := lexicon.ReadCounts("words.tsv")
	if err != nil {
		log.Fatal(err)
	}
	write("words.bin", lexicon.Pack(forms, counts))
	write("usual.bin", lexicon.MakeUsual(forms, counts))
	write("joins.idx", []byte(lexicon.IndexJoins(forms, counts)))
	names := index("names", lexicon.IndexNames)
	terms := index("terms", lexicon.IndexTerms)
	write("distinct.idx", []byte(lexicon.IndexDistinct(append(rows("distinct.tsv"), rows("distinct-names.tsv")...))))
	for _, name := range []string{"nouns", "adjectives", "verbs"} {
		write(name+".idx", []byte(lexicon.IndexKeys(rows(name+".tsv"))))
	}
	same := lexicon.IndexSame(rows("same.tsv"))
	write("same.idx", []byte(same))
	write("filter.bin", lexicon.MakeFilter(lexicon.Column(rows("misspellings.tsv"), 0), names, terms, same))
}

// index writes and returns name.idx, the index that compile makes of name.tsv.
func index(name string, compile func(tsv string) (string, error)) string {
	tsv, err := os.ReadFile(name + ".tsv")
	if err != nil {
		log.Fatal(err)
	}
	out, err := compile(string(tsv))
	if err != nil {
		log.Fatal(err)
	}
	write(name+".idx", []byte(out))
	return out
}

func rows(path string) [][]string {
	r, err := lexicon.ReadTSV(path)
	if err != nil {
		log.Fatal(err)
	}
	return r
}

func write(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal(err)
	}
}

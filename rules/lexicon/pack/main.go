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
	names, err := os.ReadFile("names.tsv")
	if err != nil {
		log.Fatal(err)
	}
	index, err := lexicon.IndexNames(string(names))
	if err != nil {
		log.Fatal(err)
	}
	write("names.idx", []byte(index))
}

func write(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal(err)
	}
}

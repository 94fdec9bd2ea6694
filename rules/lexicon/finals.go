package lexicon

import (
	_ "embed"

	"github.com/nukta/nukta/checker/text"
)

//go:embed finals.tsv
var finalsTSV string

var finals = newTable(finalsTSV)

// finalMemo is apart from factsOf, because only words at a mark are asked.
var finalMemo = text.NewMemo(func(f *text.Form) bool { return finals.has(f.Folded + "\n") })

// EndsSentence reports whether a form is a finite verb, which is what a Hindi
// sentence ends in.
func EndsSentence(f *text.Form) bool { return finalMemo.Of(f) }

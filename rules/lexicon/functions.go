package lexicon

import (
	_ "embed"

	"github.com/nukta/nukta/checker/text"
)

//go:embed functions.tsv
var functionsTSV string

var functions = newTable(functionsTSV)

var functionMemo = text.NewMemo(func(f *text.Form) bool {
	return functions.has(f.Folded + "\n")
})

// IsFunctionWord reports whether a form is a case mark, an auxiliary, a
// pronoun, a conjunction or a particle.
func IsFunctionWord(f *text.Form) bool { return functionMemo.Of(f.Canonical) }

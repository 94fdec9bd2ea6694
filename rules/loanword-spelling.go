package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed loanword-spelling.md
var loanwordSpellingPage string

var loanwordSpelling = checker.Rule{
	Name:     "loanword-spelling",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      loanwordSpellingPage,
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    acrossClashes("loanword-spelling"),
}

package rules

import "github.com/nukta/nukta/checker"

var loanwordSpelling = checker.Rule{
	Name:     "loanword-spelling",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      page("loanword-spelling"),
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    acrossClashes("loanword-spelling"),
}

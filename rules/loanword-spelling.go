package rules

import "github.com/nukta/nukta/checker"

var loanwordSpelling = checker.Rule{
	Name:     "loanword-spelling",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      page("loanword-spelling"),
	Check:    acrossClashes("loanword-spelling"),
}

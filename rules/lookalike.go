package rules

import "github.com/nukta/nukta/checker"

var lookalike = checker.Rule{
	Name:     "lookalike",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      page("lookalike"),
	Check:    graphemeCheck("lookalike"),
}

package rules

import "github.com/nukta/nukta/checker"

var normalization = checker.Rule{
	Name:     "normalization",
	Category: "graphemes",
	Severity: checker.Info,
	Doc:      page("normalization"),
	Check:    graphemeCheck("normalization"),
}

package rules

import "github.com/nukta/nukta/checker"

var strayJoiner = checker.Rule{
	Name:     "stray-joiner",
	Category: "graphemes",
	Severity: checker.Warning,
	Doc:      page("stray-joiner"),
	Check:    graphemeCheck("stray-joiner"),
}

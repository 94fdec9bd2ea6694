package rules

import "github.com/nukta/nukta/checker"

var duplicateSign = checker.Rule{
	Name:     "duplicate-sign",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      page("duplicate-sign"),
	Check:    graphemeCheck("duplicate-sign"),
}

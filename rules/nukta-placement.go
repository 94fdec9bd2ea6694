package rules

import "github.com/nukta/nukta/checker"

var nuktaPlacement = checker.Rule{
	Name:     "nukta-placement",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      page("nukta-placement"),
	Check:    graphemeCheck("nukta-placement"),
}

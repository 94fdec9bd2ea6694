package rules

import "github.com/nukta/nukta/checker"

var spelling = checker.Rule{
	Name:     "spelling",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      page("spelling"),
	Check:    reportClashes("spelling"),
}

package rules

import "github.com/nukta/nukta/checker"

var nameSpelling = checker.Rule{
	Name:     "name-spelling",
	Category: "names",
	Severity: checker.Warning,
	Doc:      page("name-spelling"),
	Check:    acrossClashes("name-spelling"),
}

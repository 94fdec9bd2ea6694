package rules

import "github.com/nukta/nukta/checker"

var malformedCluster = checker.Rule{
	Name:     "malformed-cluster",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      page("malformed-cluster"),
	Check:    graphemeCheck("malformed-cluster"),
}

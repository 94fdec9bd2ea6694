package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed malformed-cluster.md
var malformedClusterPage string

var malformedCluster = checker.Rule{
	Name:     "malformed-cluster",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      malformedClusterPage,
	Check:    graphemeCheck("malformed-cluster"),
}

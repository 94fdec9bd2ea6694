package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed stray-joiner.md
var strayJoinerPage string

var strayJoiner = checker.Rule{
	Name:     "stray-joiner",
	Category: "graphemes",
	Severity: checker.Warning,
	Doc:      strayJoinerPage,
	Check:    graphemeCheck("stray-joiner"),
}

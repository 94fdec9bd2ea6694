package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed lookalike.md
var lookalikePage string

var lookalike = checker.Rule{
	Name:     "lookalike",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      lookalikePage,
	Check:    graphemeCheck("lookalike"),
}

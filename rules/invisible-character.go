package rules

import "github.com/nukta/nukta/checker"

var invisibleCharacter = checker.Rule{
	Name:     "invisible-character",
	Category: "graphemes",
	Severity: checker.Warning,
	Doc:      page("invisible-character"),
	Check:    graphemeCheck("invisible-character"),
}

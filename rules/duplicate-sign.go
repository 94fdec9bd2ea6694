package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed duplicate-sign.md
var duplicateSignPage string

var duplicateSign = checker.Rule{
	Name:     "duplicate-sign",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      duplicateSignPage,
	Check:    graphemeCheck("duplicate-sign"),
}

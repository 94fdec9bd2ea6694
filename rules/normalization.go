package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed normalization.md
var normalizationPage string

var normalization = checker.Rule{
	Name:     "normalization",
	Category: "graphemes",
	Severity: checker.Info,
	Doc:      normalizationPage,
	Check:    graphemeCheck("normalization"),
}

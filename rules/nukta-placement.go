package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed nukta-placement.md
var nuktaPlacementPage string

var nuktaPlacement = checker.Rule{
	Name:     "nukta-placement",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      nuktaPlacementPage,
	Check:    graphemeCheck("nukta-placement"),
}

package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed split-vowel.md
var splitVowelPage string

var splitVowel = checker.Rule{
	Name:     "split-vowel",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      splitVowelPage,
	Check:    graphemeCheck("split-vowel"),
}

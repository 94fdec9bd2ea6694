package rules

import "github.com/nukta/nukta/checker"

var splitVowel = checker.Rule{
	Name:     "split-vowel",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      page("split-vowel"),
	Check:    graphemeCheck("split-vowel"),
}

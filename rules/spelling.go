package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed spelling.md
var spellingPage string

var spelling = checker.Rule{
	Name:     "spelling",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      spellingPage,
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    checker.Each(checkSpelling),
}

func checkSpelling(p *checker.Pass) {
	reportSure(p, p.Doc, "spelling", p.House, p.Options)
	reportSlips(p)
}

package rules

import "github.com/nukta/nukta/checker"

var spelling = checker.Rule{
	Name:     "spelling",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      page("spelling"),
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    checker.Each(checkSpelling),
}

func checkSpelling(p *checker.Pass) {
	reportSure(p, p.Doc, "spelling", p.House, p.Options)
	reportSlips(p)
}

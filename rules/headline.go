package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed headline.md
var headlinePage string

// headlineOptions are the options of headline.
type headlineOptions struct {
	// Max is the number of words that a headline may have.
	Max int `yaml:"max"`
}

var headline = checker.Rule{
	Name:     "headline",
	Category: "journalism",
	Severity: checker.Info,
	Doc:      headlinePage,
	Options:  headlineOptions{Max: 16},
	Check:    checker.Each(checkHeadline),
}

var (
	msgHeadlineEnd = say(
		"a headline ends without %q; take the mark away",
		"शीर्षक के अंत में “%s” नहीं लगता; चिह्न हटा दें")
	titleTakeAway   = say("take %q away", "“%s” हटा दें")
	msgHeadlineLong = say(
		"this headline has %[1]d words, the limit is %[2]d; shorten it",
		"इस शीर्षक में %[1]d शब्द हैं, सीमा %[2]d की है; इसे छोटा करें")
)

// checkHeadline looks at the length of a headline and at the mark at its end: of
// full stops only at one behind a word that ends sentences, for others it shortens.
func checkHeadline(p *checker.Pass) {
	d := p.Doc
	if len(d.Blocks) == 0 || d.Blocks[0].Kind != text.Heading {
		return
	}
	b := d.Blocks[0]
	options, _ := p.Options.(headlineOptions)
	if words, over := overLimit(d, b.First, b.Last, options.Max); over.Len() > 0 {
		p.Report(checker.Finding{Span: over, Message: p.Sprintf(msgHeadlineLong, words, options.Max)})
	}
	last := backOverSpace(d, b.Last-1)
	word := backOverSpace(d, last-1)
	if mark := markAt(d, last); anyMark(mark, "।॥|,;") && worded(d, word) || mark == "." && final(d, word) {
		p.Report(checker.Finding{
			Span:    d.Tokens[last].Span(),
			Message: p.Sprintf(msgHeadlineEnd, mark),
			Fixes: []checker.Fix{{
				Title: p.Sprintf(titleTakeAway, mark),
				Edits: []checker.Edit{{Span: text.Span{Start: d.Tokens[word].End(), End: d.Tokens[last].End()}}},
			}},
		})
	}
}

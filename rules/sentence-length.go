package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed sentence-length.md
var sentenceLengthPage string

// sentenceOptions are the options of sentence-length.
type sentenceOptions struct {
	// Max is the number of words that a sentence may have.
	Max int `yaml:"max"`
}

var sentenceLength = checker.Rule{
	Name:     "sentence-length",
	Category: "journalism",
	Severity: checker.Info,
	Off:      true, // a house that wants a limit sets one
	Doc:      sentenceLengthPage,
	Options:  sentenceOptions{Max: 40},
	Check:    checker.Each(checkSentenceLength),
}

var msgLongSentence = say(
	"this sentence has %[1]d words, the limit is %[2]d; break it up",
	"इस वाक्य में %[1]d शब्द हैं, सीमा %[2]d की है; इसे तोड़कर लिखें")

func checkSentenceLength(p *checker.Pass) {
	d := p.Doc
	options, _ := p.Options.(sentenceOptions)
	for _, s := range d.Sentences() {
		words, over := overLimit(d, s.First, s.Last, options.Max)
		if over.Len() > 0 && !enumerates(d, s, words) {
			p.Report(checker.Finding{Span: over, Message: p.Sprintf(msgLongSentence, words, options.Max)})
		}
	}
}

// enumerates reports whether a sentence is a list, of districts with their
// numbers, say: it has a comma for each few of its words.
func enumerates(d *text.Document, s text.Range, words int) bool {
	commas := 0
	for i := s.First; i < s.Last; i++ {
		if markAt(d, i) == "," {
			commas++
		}
	}
	return commas*fewWords >= words
}

const fewWords = 6

// overLimit counts the words in a range of tokens, and returns the span of those
// behind the first most; it is empty where there are none, or no limit. A word is
// what stands between spaces, so that भारत-रूस and 15-20 are one each; marks alone
// are none.
func overLimit(d *text.Document, first, last, most int) (words int, over text.Span) {
	inside := false
	for _, t := range d.Tokens[first:last] {
		switch t.Kind {
		case text.Space, text.Break:
			inside = false
			continue
		case text.Punct, text.Other:
			continue
		}
		if !inside {
			words++
		}
		inside = true
		if most <= 0 || words <= most {
			continue
		}
		if over.End == 0 {
			over.Start = t.Start()
		}
		over.End = t.End()
	}
	return words, over
}

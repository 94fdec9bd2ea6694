package rules_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules"
)

// A string is checked by making a document of it. Select leaves out the rules
// that are off unless a configuration turns them on; without one, that is nil.
func Example() {
	var config *checker.Config
	doc := text.Plain("draft.txt", "राष्ट्रपति पुतिन आए। पुतिन ने कहा। फिर पुटिन लौट गए।\n")
	res := checker.CheckDocument(doc, config.Select(rules.All), checker.Options{Language: language.English})
	for _, f := range res.Findings {
		fmt.Printf("%d:%d: %s [%s]\n", f.Start.Line, f.Start.Column, f.Text, f.Rule)
		for _, other := range f.Related {
			fmt.Printf("see %d:%d: %s\n", other.Start.Line, other.Start.Column, other.Text)
		}
		for _, fix := range f.Fixes {
			fmt.Printf("%s (safe: %t)\n", fix.Title, fix.Safe)
		}
	}
	// Output:
	// 1:40: पुटिन [name-spelling]
	// see 1:12: पुतिन
	// पुतिन (safe: false)
}

// Fixes are applied to the source that was checked: here the safe ones.
func Example_fix() {
	var config *checker.Config
	const draft = "बैठक में सहमति बनी हैै। अगली बैठक  कल होगी।\n"
	res := checker.CheckDocument(text.Plain("draft.txt", draft), config.Select(rules.All), checker.Options{})
	fixed, mended := checker.Apply(draft, res.Findings, func(_ checker.Finding, fix checker.Fix) bool { return fix.Safe })
	fmt.Print(fixed)
	fmt.Println(len(mended), "mended")
	// Output:
	// बैठक में सहमति बनी है। अगली बैठक कल होगी।
	// 2 mended
}

// A configuration chooses rules, sets their options and lists the spellings of
// the house. Run takes any number of documents, each with its own.
func Example_configuration() {
	config, err := checker.ParseConfig("house.yaml", []byte(`
names:
  - {prefer: मेक्सिको, avoid: [मैक्सिको]}
rules:
  dash-style: off
  digit-script: error
  sentence-length: {max: 30}
`), rules.All)
	if err != nil {
		fmt.Println(err)
		return
	}
	drafts := []string{"मैक्सिको में १५ लोग मिले, 20 लौटे और 30 रुके।", "मेक्सिको में 15 लोग मिले।"}
	inputs := func(yield func(checker.Input) bool) {
		for i, draft := range drafts {
			name := fmt.Sprintf("%d.txt", i+1)
			in := checker.Input{
				Name: name, Rules: config.Select(rules.All), House: config.House(),
				Load: func() (*text.Document, error) { return text.Plain(name, draft), nil },
			}
			if !yield(in) {
				return
			}
		}
	}
	res, err := checker.Run(context.Background(), inputs, checker.Options{Jobs: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range res.Findings {
		fmt.Println(f.Doc, f.Severity, f.Rule, f.Text)
	}
	// Output:
	// 1.txt warning known-name मैक्सिको
	// 1.txt error digit-script १५
}

// clichés are what the newsroom of the next example does not want to read.
var clichés = []string{"बता दें", "गौरतलब है"}

// A rule of one's own is a value and a function that looks at the tokens of a
// document.
func Example_ownRule() {
	cliché := checker.Rule{
		Name:     "cliché",
		Category: "house",
		Severity: checker.Info,
		Check: checker.Each(func(p *checker.Pass) {
			tokens := p.Doc.Tokens
			for i := range len(tokens) - 2 {
				span := text.Span{Start: tokens[i].Start(), End: tokens[i+2].End()}
				if slices.Contains(clichés, p.Doc.Text[span.Start:span.End]) {
					p.Report(checker.Finding{Span: span, Message: "Say it without this."})
				}
			}
		}),
	}
	all := append(slices.Clone(rules.All), cliché)

	var config *checker.Config
	doc := text.Plain("draft.txt", "बता दें कि बैठक कल होगी।\n")
	for _, f := range checker.CheckDocument(doc, config.Select(all), checker.Options{}).Findings {
		fmt.Printf("%s: %s (%s)\n", f.Text, f.Message, f.Rule)
	}
	// Output:
	// बता दें: Say it without this. (cliché)
}

// A report of one's own is a loop over findings.
func Example_ownReport() {
	var config *checker.Config
	doc := text.Plain("draft.txt", "बैठक में सहमति बनी हैै।\nसरकार ने बयान दिया |\n")
	out := csv.NewWriter(os.Stdout)
	for _, f := range checker.CheckDocument(doc, config.Select(rules.All), checker.Options{}).Findings {
		row := []string{f.Doc, strconv.Itoa(f.Start.Line), strconv.Itoa(f.Start.Akshara), f.Rule, f.Severity.String(), f.Text}
		if err := out.Write(row); err != nil {
			fmt.Println(err)
		}
	}
	out.Flush()
	// Output:
	// draft.txt,1,15,duplicate-sign,error,हैै
	// draft.txt,2,14,danda,warning," |"
}

package rules_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules"
)

// house are the rules of a newsroom: those of nukta and one of its own.
var house = append(slices.Clone(rules.All), checker.Rule{
	Name: "shouting", Category: "house", Severity: checker.Warning, Doc: "# चिल्लाना\n\n> Shouting.\n",
	Check: checker.Each(func(p *checker.Pass) {
		for _, t := range p.Doc.Tokens {
			if p.Doc.Of(t) == "!" {
				p.Report(checker.Finding{Span: t.Span(), Message: "शांत रहें।", Fixes: []checker.Fix{checker.Replace(t.Span(), "।")}})
			}
		}
	}),
})

// lint is the main of a linter with these rules. It returns the exit status.
func lint(paths ...string) int {
	config, err := checker.ParseConfig("house.yaml", []byte("fail-on: warning\n"), house)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	res, err := checker.Run(context.Background(), func(yield func(checker.Input) bool) {
		for _, path := range paths {
			load := func() (*text.Document, error) {
				data, err := os.ReadFile(path)
				return text.Plain(path, string(data)), err
			}
			if !yield(checker.Input{Name: path, Load: load, Rules: config.Select(house), House: config.House()}) {
				return
			}
		}
	}, checker.Options{Jobs: 4, Across: true})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	status := 0
	for _, f := range res.Findings {
		fmt.Printf("%s:%d:%d: %s [%s]\n", filepath.Base(f.Doc), f.Start.Line, f.Start.Column, f.Text, f.Rule)
		status = 1
	}
	for _, e := range res.Errors {
		fmt.Fprintln(os.Stderr, e)
		status = 2
	}
	return status
}

// A newsroom's own linter is a main with its own rules.
func Example_ownMain() {
	folder, err := os.MkdirTemp("", "nukta")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder) //nolint:errcheck // nothing is lost
	draft := filepath.Join(folder, "draft.txt")
	if err := os.WriteFile(draft, []byte("सरकार ने बयान दिया हैै!\n"), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("exit status", lint(draft))
	// Output:
	// draft.txt:1:20: हैै [duplicate-sign]
	// draft.txt:1:23: ! [shouting]
	// exit status 1
}

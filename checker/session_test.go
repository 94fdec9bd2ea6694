package checker_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// rivals returns a rule that reports each word of a pair where the other occurs
// too, in whatever document, and points at one of those places.
func rivals(a, b string) checker.Rule {
	type place struct {
		span text.Span
		word string
	}
	return checker.Rule{Name: "rivals", Category: "test", Severity: checker.Warning, Check: checker.Across(
		func(p *checker.Pass) (out []place) {
			for _, t := range p.Doc.Tokens {
				if word := p.Doc.Of(t); word == a || word == b {
					out = append(out, place{t.Span(), word})
				}
			}
			return out
		},
		func(c *checker.Corpus, all []checker.Facts[[]place]) {
			first := map[string]checker.Related{}
			for _, f := range all {
				for _, p := range f.Facts {
					if _, ok := first[p.word]; !ok {
						first[p.word] = checker.Related{In: f.Doc, Span: p.span}
					}
				}
			}
			for _, f := range all {
				for _, p := range f.Facts {
					other := a + b
					other = strings.Replace(other, p.word, "", 1)
					if rel, ok := first[other]; ok {
						c.Report(f.Doc, checker.Finding{Span: p.span, Message: "rival", Related: []checker.Related{rel}, Fixes: []checker.Fix{checker.Replace(p.span, other)}})
					}
				}
			}
		},
	)}
}

// input is a document of a session.
func input(name, source string, rules []checker.Rule) checker.Input {
	return checker.Input{Name: name, Rules: rules, Load: func() (*text.Document, error) {
		if source == "" {
			return nil, fmt.Errorf("%s is empty", name)
		}
		return text.Plain(name, source), nil
	}}
}

// TestSessionIsRun holds that after any changes a session returns what a run
// over its documents does.
func TestSessionIsRun(t *testing.T) {
	rules := []checker.Rule{finds("finds", "घर"), rivals("पुतिन", "पुटिन"), finds("more", "पुतिन")}
	word := rapid.SampledFrom([]string{"पुतिन", "पुटिन", "घर", "और", "।", "\r\n", "😀", "<!-- nukta:ignore -->\n"})
	rapid.Check(t, func(t *rapid.T) {
		session := checker.NewSession(checker.Options{Sentences: true})
		now := map[string]string{}
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			name := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name")
			var got *checker.Result
			if rapid.Bool().Draw(t, "removed") {
				delete(now, name)
				got = session.Remove(name)
			} else {
				now[name] = strings.Join(rapid.SliceOfN(word, 0, 6).Draw(t, "words"), " ")
				got = session.Update(input(name, now[name], rules))
			}
			want, err := checker.Run(context.Background(), func(yield func(checker.Input) bool) {
				for _, name := range slices.Sorted(maps.Keys(now)) {
					if !yield(input(name, now[name], rules)) {
						return
					}
				}
			}, checker.Options{Sentences: true, Across: true})
			if err != nil {
				t.Fatal(err)
			}
			text := cmp.Transformer("text", func(e *checker.DocError) string { return e.Error() })
			if diff := cmp.Diff(want, got, text); diff != "" {
				t.Fatalf("(-run +session):\n%s", diff)
			}
		}
	})
}

// TestSessionIsShared updates one session from several goroutines.
func TestSessionIsShared(t *testing.T) {
	rules := []checker.Rule{rivals("पुतिन", "पुटिन")}
	session := checker.NewSession(checker.Options{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			name := fmt.Sprint(i)
			for range 10 {
				session.Update(input(name, "पुतिन", rules))
				session.Update(input(name, "पुटिन", rules))
				session.Remove(name)
			}
			session.Update(input(name, []string{"पुतिन", "पुटिन"}[i%2], rules))
		})
	}
	group.Wait()
	if got := session.Remove("0"); len(got.Findings) != 7 || got.Docs != 7 {
		t.Errorf("got %d findings in %d documents, want 7 in 7", len(got.Findings), got.Docs)
	}
}

// An editor tells a session what its documents hold, and is told what is found in
// all of them.
func ExampleSession() {
	rules := []checker.Rule{rivals("पुतिन", "पुटिन")}
	session := checker.NewSession(checker.Options{})
	show := func(res *checker.Result) {
		fmt.Println(len(res.Findings), "findings")
		for _, f := range res.Findings {
			fmt.Printf("%s: %s, but %s in %s\n", f.Doc, f.Text, f.Related[0].Text, f.Related[0].Doc)
		}
	}
	show(session.Update(input("one.txt", "पुतिन आए।", rules)))
	show(session.Update(input("two.txt", "पुटिन लौटे।", rules)))
	show(session.Update(input("two.txt", "पुतिन लौटे।", rules)))
	// Output:
	// 0 findings
	// 2 findings
	// one.txt: पुतिन, but पुटिन in two.txt
	// two.txt: पुटिन, but पुतिन in one.txt
	// 0 findings
}

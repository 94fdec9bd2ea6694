package checker_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// finds returns a rule that reports every occurrence of a word.
func finds(name, word string) checker.Rule {
	return checker.Rule{Name: name, Category: "test", Severity: checker.Warning, Check: checker.Each(func(p *checker.Pass) {
		for _, t := range p.Doc.Tokens {
			if p.Doc.Of(t) == word {
				p.Report(checker.Finding{Span: t.Span(), Message: "found", Fixes: []checker.Fix{checker.SafeReplace(t.Span(), "नया")}})
			}
		}
	})}
}

// counts returns a rule that reports, in the last document, how often a corpus
// has a word.
func counts(word string) checker.Rule {
	return checker.Rule{Name: "counts", Category: "test", Check: checker.Across(
		func(p *checker.Pass) int { return strings.Count(p.Doc.Text, word) },
		func(c *checker.Corpus, all []checker.Facts[int]) {
			sum := 0
			for _, f := range all {
				sum += f.Facts
			}
			c.Report(all[len(all)-1].Doc, checker.Finding{Message: fmt.Sprint(sum), Related: []checker.Related{{In: all[0].Doc}}})
		},
	)}
}

func inputs(rules []checker.Rule, sources ...string) func(func(checker.Input) bool) {
	return func(yield func(checker.Input) bool) {
		for i, s := range sources {
			name := fmt.Sprintf("%d.txt", i)
			in := checker.Input{Name: name, Rules: rules, Load: func() (*text.Document, error) { return text.Plain(name, s), nil }}
			if !yield(in) {
				return
			}
		}
	}
}

func run(t *testing.T, opts checker.Options, rules []checker.Rule, sources ...string) *checker.Result {
	t.Helper()
	res, err := checker.Run(context.Background(), inputs(rules, sources...), opts)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestRunPlacesFindings(t *testing.T) {
	res := run(t, checker.Options{Sentences: true}, []checker.Rule{finds("r", "घर")}, "\ufeffपहला वाक्य।\r\n😀 वह घर गया। और")
	if len(res.Findings) != 1 {
		t.Fatalf("got %d findings, want 1", len(res.Findings))
	}
	f := res.Findings[0]
	if f.Text != "घर" || f.Start.Line != 2 || f.Start.Column != 6 || f.Start.UTF16 != 6 || f.Start.Akshara != 6 {
		t.Errorf("got %q at %+v", f.Text, f.Start)
	}
	if got := f.Sentence[f.InSentence.Start:f.InSentence.End]; got != "घर" || f.Sentence != "😀 वह घर गया।" {
		t.Errorf("got sentence %q with %q", f.Sentence, got)
	}
}

// TestRunIsDeterministic runs one document after the other and eight at once.
func TestRunIsDeterministic(t *testing.T) {
	var sources []string
	for i := range 200 {
		sources = append(sources, strings.Repeat("घर और वन ", i%17))
	}
	rules := []checker.Rule{finds("b", "वन"), finds("a", "घर"), counts("घर")}
	for _, across := range []bool{false, true} {
		var want string
		for _, jobs := range []int{1, 8} {
			got, err := json.Marshal(run(t, checker.Options{Jobs: jobs, Across: across}, rules, sources...))
			if err != nil {
				t.Fatal(err)
			}
			if want == "" {
				want = string(got)
			}
			if string(got) != want {
				t.Errorf("across %v: %d jobs give another result than one", across, jobs)
			}
		}
	}
}

func TestAcross(t *testing.T) {
	rules := []checker.Rule{counts("घर")}
	message := func(opts checker.Options) (out []string) {
		for _, f := range run(t, opts, rules, "घर घर", "घर").Findings {
			out = append(out, f.Doc+" "+f.Message+" "+f.Related[0].Doc)
		}
		return out
	}
	if got, want := message(checker.Options{}), []string{"0.txt 2 0.txt", "1.txt 1 1.txt"}; !slices.Equal(got, want) {
		t.Errorf("alone: got %q, want %q", got, want)
	}
	if got, want := message(checker.Options{Across: true}), []string{"1.txt 3 0.txt"}; !slices.Equal(got, want) {
		t.Errorf("across: got %q, want %q", got, want)
	}
}

// TestAcrossLeavesRelatedPlaces holds that the other places of a finding of a
// rule that looks at one document stay in that document.
func TestAcrossLeavesRelatedPlaces(t *testing.T) {
	rule := checker.Rule{Name: "ends", Check: checker.Each(func(p *checker.Pass) {
		end := text.Span{Start: len(p.Doc.Text) - 3, End: len(p.Doc.Text)}
		p.Report(checker.Finding{Message: "m", Related: []checker.Related{{Span: end}}})
	})}
	res := run(t, checker.Options{Across: true}, []checker.Rule{rule}, "क", "कखगघ")
	if len(res.Errors) > 0 {
		t.Fatal(res.Errors)
	}
	for i, want := range []string{"0.txt क", "1.txt घ"} {
		rel := res.Findings[i].Related[0]
		if got := rel.Doc + " " + rel.Text; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPanicIsAnError(t *testing.T) {
	bad := checker.Rule{Name: "bad", Check: checker.Each(func(*checker.Pass) { panic("oops") })}
	for _, across := range []bool{false, true} {
		res := run(t, checker.Options{Across: across}, []checker.Rule{bad, finds("r", "घर")}, "घर", "वन")
		if len(res.Findings) != 1 || len(res.Errors) != 2 {
			t.Fatalf("got %d findings and %d errors, want 1 and 2", len(res.Findings), len(res.Errors))
		}
		if msg := res.Errors[0].Error(); !strings.Contains(msg, "0.txt: rule bad failed") || !strings.Contains(msg, "oops") {
			t.Errorf("got %q", msg)
		}
	}
}

func TestSpanOutsideIsAnError(t *testing.T) {
	bad := checker.Rule{Name: "bad", Check: checker.Each(func(p *checker.Pass) {
		p.Report(checker.Finding{Span: text.Span{Start: 0, End: len(p.Doc.Text) + 1}})
	})}
	res := run(t, checker.Options{}, []checker.Rule{bad, finds("r", "घर")}, "घर")
	if len(res.Findings) != 1 || len(res.Errors) != 1 || !strings.Contains(res.Errors[0].Error(), "bad") {
		t.Errorf("got %+v and %v", res.Findings, res.Errors)
	}
}

func TestUnreadableDocument(t *testing.T) {
	missing := errors.New("no such file")
	seq := func(yield func(checker.Input) bool) {
		yield(checker.Input{Name: "a", Load: func() (*text.Document, error) { return nil, missing }})
		yield(checker.Input{Name: "b", Load: func() (*text.Document, error) { panic("parser") }})
		yield(checker.Input{Name: "c", Rules: []checker.Rule{finds("r", "घर")}, Load: func() (*text.Document, error) { return text.Plain("c", "घर"), nil }})
	}
	res, err := checker.Run(context.Background(), seq, checker.Options{})
	if err != nil || len(res.Findings) != 1 || len(res.Errors) != 2 || res.Docs != 1 || !errors.Is(res.Errors[0], missing) {
		t.Errorf("got %+v, %v", res, err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := checker.Run(ctx, inputs(nil, "घर"), checker.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestSuppression(t *testing.T) {
	rules := []checker.Rule{finds("a", "घर"), finds("b", "वन")}
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"none", "घर वन", []string{"a:1", "b:1"}},
		{"all off and on", "<!-- nukta:off -->\nघर वन\n<!-- nukta:on -->\nघर", []string{"a:4"}},
		{"one off to the end", "<!-- nukta:off a -->\nघर वन\nघर", []string{"b:2"}},
		{"next line", "<!-- nukta:ignore b -->\nवन\nवन", []string{"b:3"}},
		{"next line behind blank ones", "<!-- nukta:ignore b -->\n\n \nवन\nवन", []string{"b:5"}},
		{"what follows in its line", "वन <!-- nukta:ignore b --> वन\nवन", []string{"b:1", "b:2"}},
		{"behind its line's text", "वन <!-- nukta:ignore b -->\nवन\nवन", []string{"b:1", "b:3"}},
		{"two of one line", "<!-- nukta:ignore a -->\n<!-- nukta:ignore b -->\nघर वन", nil},
		{"one in another", "<!-- nukta:off -->\n<!-- nukta:ignore b -->\nवन\nघर\n<!-- nukta:on -->", nil},
		{"one beside another", "<!-- nukta:off b -->\n<!-- nukta:off -->\nवन\n<!-- nukta:on b -->\nवन", nil},
		{"one that ends before", "<!-- nukta:off b -->\n<!-- nukta:on b -->\n<!-- nukta:off b -->\nवन", []string{"unused-suppression:1"}},
		{"unused", "<!-- nukta:ignore a -->\nवन", []string{"unused-suppression:1", "b:2"}},
		{"of a rule that is off", "<!-- nukta:ignore c -->\nवन", []string{"b:2"}},
		{"last line", "वन\n<!-- nukta:ignore -->", []string{"b:1", "unused-suppression:2"}},
		{"on names another", "<!-- nukta:off a -->\n<!-- nukta:on b -->\nघर", nil},
		{"no such action", "<!-- nukta:later a -->\nघर", []string{"a:2"}},
	} {
		var got []string
		for _, f := range run(t, checker.Options{}, rules, c.source).Findings {
			got = append(got, fmt.Sprintf("%s:%d", f.Rule, f.Start.Line))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestManySuppressions would take minutes if comments were compared with all
// findings, or each looked for the end of a long line.
func TestManySuppressions(t *testing.T) {
	const n = 50_000
	rules := []checker.Rule{finds("b", "वन")}
	source := strings.Repeat("<!-- nukta:x ", n) + "\n" + strings.Repeat("<!-- nukta:off b -->", n) +
		strings.Repeat("<!-- nukta:ignore b -->", n) + strings.Repeat("\n", n) + strings.Repeat("वन\n", n)
	if got := run(t, checker.Options{}, rules, source).Findings; len(got) != 0 {
		t.Errorf("got %d findings, want 0", len(got))
	}
}

func TestLanguage(t *testing.T) {
	source := "<!-- nukta:ignore a -->\n"
	rules := []checker.Rule{finds("a", "घर")}
	hindi := run(t, checker.Options{}, rules, source).Findings[0].Message
	english := run(t, checker.Options{Language: language.English}, rules, source).Findings[0].Message
	if !strings.Contains(hindi, "टिप्पणी") || !strings.Contains(english, "comment") {
		t.Errorf("got %q and %q", hindi, english)
	}
}

func TestFingerprintSurvivesEdits(t *testing.T) {
	rules := []checker.Rule{finds("a", "घर")}
	prints := func(source string) (out []string) {
		for _, f := range run(t, checker.Options{}, rules, source).Findings {
			out = append(out, f.Fingerprint)
		}
		return out
	}
	before := prints("वह घर गया। नया घर बना।")
	after := prints("ऊपर एक पंक्ति।\nवह घर गया।\nनया घर बना।")
	if !slices.Equal(before, after) || before[0] == before[1] {
		t.Errorf("got %q, then %q", before, after)
	}
	same := prints("घर\nघर")
	if same[0] == same[1] {
		t.Error("two findings have one fingerprint")
	}
}

// TestFindingsHoldNoText holds that what a run returns keeps no document in
// memory, even of a rule that cuts its texts out of it.
func TestFindingsHoldNoText(t *testing.T) {
	rule := checker.Rule{Name: "cutter", Severity: checker.Warning, Check: checker.Each(func(p *checker.Pass) {
		at := text.Span{Start: 0, End: 6}
		p.Report(checker.Finding{
			Span: at, Message: "x",
			Related: []checker.Related{{Span: at, Message: p.Doc.Text[6:12]}},
			Fixes:   []checker.Fix{{Title: p.Doc.Text[6:12], Edits: []checker.Edit{{Span: at, Text: p.Doc.Text[6:9]}}}},
		})
	})}
	doc := text.Plain("क.txt", "कखगघङच")
	first := uintptr(unsafe.Pointer(unsafe.StringData(doc.Source)))
	found := checker.CheckDocument(doc, []checker.Rule{rule}, checker.Options{Sentences: true}).Findings
	if len(found) != 1 || len(found[0].Fixes) != 1 {
		t.Fatalf("got %+v, want one finding with a fix", found)
	}
	f := found[0]
	for _, s := range []string{f.Text, f.Sentence, f.Related[0].Text, f.Related[0].Message, f.Fixes[0].Title, f.Fixes[0].Edits[0].Text} {
		if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); at >= first && at < first+uintptr(len(doc.Source)) {
			t.Errorf("%q is a part of the document", s)
		}
	}
}

package main

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nukta/nukta/checker/format"
)

// twentyFaults is what is found in testdata/articles/twenty-faults, whatever the
// format it is in: rules and what a reader reads at the place.
var twentyFaults = []string{
	"common-misspelling: शुरु",
	"number-grouping: 250,000",
	"unbalanced-quotes: “",
	"common-misspelling: उन्होने",
	"name-spelling: बघैल",
	"mixed-term: चीफ मिनिस्टर",
	"repeated-word: के के",
	"danda:  |",
	"digit-script: ६२०",
	"duplicate-sign: हैै",
	"postposition-gender: का",
	"loanword-spelling: प्लेटफार्म",
	"nukta-consistency: \u0958रीब",
	"normalization: \u0958रीब",
	"repeated-punctuation: ,,",
	"unbalanced-brackets: (",
	"date-weekday: सोमवार",
	"impossible-date: 31 जून 2025",
	"invisible-character: \u200b",
	"anusvara-consistency: हिन्दी",
}

// readings say what a reader reads at a place of a source, by extension.
var readings = map[string]func(string) string{
	".txt": func(s string) string { return s },
	".md":  func(s string) string { return strings.ReplaceAll(s, "*", "") },
	".html": func(s string) string {
		return strings.ReplaceAll(html.UnescapeString(anyTag.ReplaceAllString(s, "")), "\u00a0", " ")
	},
	".docx": func(s string) string { return s },
	".odt":  func(s string) string { return s },
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// TestTwentyFaults checks one article in several formats, the last two of which
// LibreOffice has written, with runs that end inside of words: the same faults are found
// in each, at the places that a reader would name, and mending each leaves the
// same prose.
func TestTwentyFaults(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("..", "..", "testdata", "articles"))
	if err != nil {
		t.Fatal(err)
	}
	var first []string
	for _, ext := range []string{".txt", ".md", ".html", ".docx", ".odt"} {
		name := "twenty-faults" + ext
		t.Chdir(folder)
		found, source := findingsOf(t, name), readSource(t, name)
		var got []string
		for _, f := range found {
			phrase := source[f.Span.Start.Offset:f.Span.End.Offset]
			if phrase != f.Text {
				t.Errorf("%s: the finding of %q stands at %q", name, f.Text, phrase)
			}
			got = append(got, f.Rule+": "+readings[ext](phrase))
		}
		if diff := cmp.Diff(twentyFaults, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		mended := mend(t, name)
		if first == nil {
			first = mended
		}
		if diff := cmp.Diff(first, mended); diff != "" {
			t.Errorf("%s, mended, reads unlike the first format (-first +this):\n%s", name, diff)
		}
	}
	if text := strings.Join(first, " "); strings.Contains(text, "शुरु ") || strings.Contains(text, "के के") || strings.Contains(text, "|") {
		t.Errorf("not mended: %s", text)
	}
}

// found is what a test needs of a finding.
type found struct {
	Rule, Text string
	Span       struct{ Start, End struct{ Offset int } }
}

func findingsOf(t *testing.T, path string) []found {
	t.Helper()
	out, _ := nukta(t, "check", "--format", "json", path)
	var report struct{ Findings []found }
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

func readSource(t *testing.T, path string) string {
	t.Helper()
	d, err := format.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return d.Source
}

// mend applies all fixes to a copy of a file, and returns the paragraphs that are
// then read in it.
func mend(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, code := nukta(t, "fix", "--all", path); code != 0 {
		t.Fatalf("fix: %d: %s", code, out)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if slices.Equal(after, data) {
		t.Errorf("%s: nothing was mended", path)
	}
	d, err := format.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	var paragraphs []string
	for _, b := range d.Blocks {
		paragraphs = append(paragraphs, d.Text[b.Span.Start:b.Span.End])
	}
	return paragraphs
}

package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// graphemeRules are the rules of the category that this file tests together.
var graphemeRules = slices.DeleteFunc(slices.Clone(All), func(r checker.Rule) bool { return r.Category != "graphemes" })

func checkGraphemes(t *testing.T, s string) []checker.Finding {
	t.Helper()
	res := checker.CheckDocument(text.Plain("case.txt", s), graphemeRules, checker.Options{})
	for _, err := range res.Errors {
		t.Error(err)
	}
	return res.Findings
}

func anyFix(checker.Finding, checker.Fix) bool { return true }

// TestGraphemeCases runs the cases of testdata/graphemes: a text, the text with
// each finding's first fix applied (= for no finding), and the findings as
// rule/severity/fix. \u200d and the like stand for what nobody sees.
func TestGraphemeCases(t *testing.T) {
	files, err := filepath.Glob("../testdata/graphemes/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		line := 0
		for row := range strings.Lines(string(data)) {
			line++
			if row = strings.TrimSuffix(row, "\n"); row == "" || strings.HasPrefix(row, "#") {
				continue
			}
			input, _, _ := strings.Cut(row, "\t")
			got := describeCase(t, input)
			if got != row {
				t.Errorf("%s:%d:\n got %s\nwant %s", filepath.Base(file), line, got, row)
			}
		}
	}
}

var caseEscape = regexp.MustCompile(`\\u[0-9a-f]{4,5}`)

// describeCase returns the line that a case with an input should be.
func describeCase(t *testing.T, input string) string {
	t.Helper()
	s := caseEscape.ReplaceAllStringFunc(input, func(m string) string {
		r, _ := strconv.ParseUint(m[2:], 16, 32)
		return string(rune(r))
	})
	found := checkGraphemes(t, s)
	if len(found) == 0 {
		return input + "\t="
	}
	var kinds []string
	for _, f := range found {
		fix := "none"
		if len(f.Fixes) > 0 {
			fix = "suggested"
			if f.Fixes[0].Safe {
				fix = "safe"
			}
		}
		kinds = append(kinds, fmt.Sprintf("%s/%v/%s", f.Rule, f.Severity, fix))
	}
	fixed, _ := checker.Apply(s, found, anyFix)
	return input + "\t" + escapeUnseen(fixed) + "\t" + strings.Join(kinds, " ")
}

// escapeUnseen spells out what nobody sees.
func escapeUnseen(s string) string {
	var out strings.Builder
	for _, r := range s {
		if isUnseen(r) || r == 0xa0 || r == 0xfffd {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// TestInvalidBytes checks that bytes that are not UTF-8 are reported where they
// stand and that the rest of the text is checked.
func TestInvalidBytes(t *testing.T) {
	found := checkGraphemes(t, "है\xff\xfeजो मेें")
	if len(found) != 2 {
		t.Fatalf("got %d findings, want 2", len(found))
	}
	if f := found[0]; f.Rule != "mojibake" || f.Span != (text.Span{Start: 6, End: 8}) || !strings.Contains(f.Message, "FF FE") {
		t.Errorf("got %s %v %q, want mojibake at the bytes", f.Rule, f.Span, f.Message)
	}
	if f := found[1]; f.Rule != "duplicate-sign" {
		t.Errorf("got %s, want duplicate-sign", f.Rule)
	}
}

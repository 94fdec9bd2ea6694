package rules

import (
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// check returns the findings of rules on a text as rule: text → fix.
func check(t *testing.T, house *checker.House, source string, rules ...checker.Rule) []string {
	t.Helper()
	in := checker.Input{Name: "t", Rules: rules, House: house, Load: func() (*text.Document, error) { return text.Plain("t", source), nil }}
	res, err := checker.Run(t.Context(), func(yield func(checker.Input) bool) { yield(in) }, checker.Options{Language: language.English})
	if err != nil || len(res.Errors) > 0 {
		t.Fatal(err, res.Errors)
	}
	var out []string
	for _, f := range res.Findings {
		fix := "-"
		if len(f.Fixes) > 0 {
			fix = f.Fixes[0].Title
		}
		out = append(out, fmt.Sprintf("%s: %s → %s", f.Rule, f.Text, fix))
	}
	return out
}

// TestHouseWins holds the house's entries against everything built in.
func TestHouseWins(t *testing.T) {
	house := new(checker.House)
	house.Add("पूतिन", nil, []string{"पुतिन"})
	house.Add("मैक्सिको", []string{"मेक्सिको"}, nil)
	house.Add("युक्रेन", nil, nil)
	house.Add("शी चिनफिंग", nil, []string{"शी जिनपिंग"})
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"avoided", "पुतिन आए।", []string{"known-name: पुतिन → पूतिन"}},
		{"preferred against the majority", "पुतिन आए। पुतिन गए। पूतिन बोले।", []string{"name-spelling: पुतिन → पूतिन", "name-spelling: पुतिन → पूतिन"}},
		{"accepted beside the preferred", "मैक्सिको और मेक्सिको।", nil},
		{"preferred though known to be wrong", "युक्रेन में युद्ध।", nil},
		{"a phrase", "राष्ट्रपति शी जिनपिंग आए।", []string{"known-name: शी जिनपिंग → शी चिनफिंग"}},
	} {
		if got := check(t, house, c.source, nameSpelling, knownName); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := check(t, nil, "पुतिन और यूक्रेन।", nameSpelling, knownName); got != nil {
		t.Errorf("without a house: got %q", got)
	}
}

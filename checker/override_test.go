package checker

import (
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

func TestOverride(t *testing.T) {
	rules := []Rule{{Name: "known"}, {Name: "house", Overrides: []string{"names"}}}
	at := func(rule, category string, start, end int) Finding {
		return Finding{Rule: rule, Category: category, Span: text.Span{Start: start, End: end}}
	}
	found := override(rules, []Finding{
		at("house", "journalism", 10, 20),
		at("known", "names", 10, 20),
		at("known", "names", 12, 18),
		at("known", "names", 5, 15),
		at("known", "grammar", 12, 18),
		at("house", "journalism", 30, 35),
		at("known", "names", 29, 35),
		at("known", "names", 30, 35),
		at("known", "names", 40, 45),
	})
	var got []string
	for _, f := range found {
		got = append(got, strings.Join([]string{f.Rule, f.Category, string(rune('0' + f.Span.Start/10)), string(rune('0' + f.Span.Start%10))}, " "))
	}
	want := "house journalism 1 0,known names 0 5,known grammar 1 2,house journalism 3 0,known names 2 9,known names 4 0"
	if strings.Join(got, ",") != want {
		t.Errorf("got %q, want %q", strings.Join(got, ","), want)
	}
}

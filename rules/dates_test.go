package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// TestDates shows dates as year-month-day, with , behind one of a list and ~
// behind one whose digits may be read month first.
func TestDates(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"15 जनवरी 2024", []string{"2024-1-15"}},
		{"१५ फ़रवरी, २०२४", []string{"2024-2-15"}},
		{"15 सितम्बर", []string{"0-9-15"}},
		{"15-अक्तूबर-2024", []string{"2024-10-15"}},
		{"15/मार्च/2020", []string{"2020-3-15"}},
		{"छह मई 2020", []string{"2020-5-6"}},
		{"जनवरी 15, 2024", []string{"2024-1-15"}},
		{"जनवरी 15 को", nil},
		{"जनवरी 2024", nil},
		{"15 जनवरी 24", []string{"0-1-15"}},
		{"15 जनवरी 2024-25", []string{"0-1-15"}},
		{"15 जनवरी 20245", []string{"0-1-15"}},
		{"15 जनवरी 2,024", []string{"0-1-15"}},
		{"115 जनवरी", nil},
		{"1.15 जनवरी", nil},
		{"₹15 जनवरी", nil},
		{"14 और 15 जनवरी 2024", []string{"2024-1-15,"}},
		{"14-15 जनवरी 2024", []string{"2024-1-15,"}},
		{"30 मई से 2 जून 2024", []string{"0-5-30", "2024-6-2,"}},
		{"15-01-2024", []string{"2024-1-15"}},
		{"05/01/2024", []string{"2024-1-5~"}},
		{"१५.०१.२०२४", []string{"2024-1-15"}},
		{"2024-01-15", []string{"2024-1-15"}},
		{"01/15/2024", nil},
		{"15-01-24", nil},
		{"15-01/2024", nil},
		{"91-11-2024", nil},
		{"15-01-2024-7", nil},
		{"A15-01-2024", nil},
		{"15.1.2.2024", nil},
		{"15-01-1800", nil},
		{"15\nजनवरी 2024", nil},
		{"15 जनवरी\n2024", []string{"0-1-15"}},
	} {
		var got []string
		for _, d := range dates.Of(text.Plain("draft.txt", tt.text)) {
			s := fmt.Sprintf("%d-%d-%d", d.year, d.month, d.day)
			if d.listed {
				s += ","
			}
			if d.swappable {
				s += "~"
			}
			got = append(got, s)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.text, got, tt.want)
		}
	}
}

// TestDatesAtTheEdges reads every beginning and every end of a text full of
// dates: no place in it may be read past its ends.
func TestDatesAtTheEdges(t *testing.T) {
	const source = "मंगलवार (15 जनवरी, 2024) को, जनवरी 15, 2024 (मंगल) - 14/15-01-2024 दिन बुधवार"
	for i := range source {
		for _, s := range []string{source[:i], source[i:]} {
			d := text.Plain("draft.txt", s)
			for _, at := range dates.Of(d) {
				if span := at.span(d); span.Start >= span.End || span.End > len(s) {
					t.Fatalf("%q: the date %v is at %v", s, at, span)
				}
			}
			findings(t, s, dateWeekday, impossibleDate)
		}
	}
}

func TestWeekdayNamesFollowTheText(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"मंगलवार (18 जनवरी 2024) को।", "गुरुवार"},
		{"मंगलवार (18 जनवरी 2024) को, फिर बृहस्पतिवार को।", "बृहस्पतिवार"},
		{"मंगलवार (18 जनवरी 2024) को, फिर वीरवार और गुरुवार को।", "वीरवार"},
		{"मंगलवार (14 जनवरी 2024) को, फिर गुरुवार को।", "रविवार"},
	} {
		got := findings(t, tt.source, dateWeekday)
		if len(got) != 1 || got[0].Fixes[0].Title != tt.want || !strings.Contains(got[0].Message, tt.want) {
			t.Errorf("%s: got %v, want %s", tt.source, got, tt.want)
		}
	}
}

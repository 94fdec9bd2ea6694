package lexicon

import (
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// TestCalendar wants a usual name of each weekday, a name of each month and a
// word for each day.
func TestCalendar(t *testing.T) {
	rows, err := ReadTSV("dates.tsv")
	if err != nil {
		t.Fatal(err)
	}
	count := map[DateWord]int{}
	for _, row := range rows {
		count[DateWordOf(text.FormOf(row[0]))]++
	}
	for day := range 7 {
		if n := count[DateWord{Weekday, day}]; n != 1 {
			t.Errorf("weekday %d: %d usual names, want 1", day, n)
		}
		if w := DateWordOf(text.FormOf(WeekdayName(day))); w != (DateWord{Weekday, day}) {
			t.Errorf("weekday %d: its name %q is %v", day, WeekdayName(day), w)
		}
	}
	for month := 1; month <= 12; month++ {
		if count[DateWord{Month, month}] == 0 {
			t.Errorf("month %d has no name", month)
		}
	}
	for day := 1; day <= 31; day++ {
		if count[DateWord{DayNumber, day}] == 0 {
			t.Errorf("day %d has no word", day)
		}
	}
	if name := WeekdayName(7); name != "" {
		t.Errorf("weekday 7: got %q", name)
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		form     string
		date     DateWord
		number   NumberWord
		doubling Doubling
	}{
		{"फ़रवरी", DateWord{Month, 2}, NumberWord{}, Doubling{}},
		{"वीरवार", DateWord{WeekdayVariant, 4}, NumberWord{}, Doubling{}},
		{"मंगल", DateWord{WeekdayShort, 2}, NumberWord{}, Doubling{}},
		{"की", DateWord{DateOf, 0}, NumberWord{}, Doubling{DoubledCase, "कि"}},
		{"में", DateWord{DateIn, 0}, NumberWord{}, Doubling{DoubledMark, ""}},
		{"फ़ीसदी", DateWord{}, NumberWord{"percent", "फीसदी"}, Doubling{NeverDoubled, ""}},
		{"लाख", DateWord{}, NumberWord{Scale, ""}, Doubling{}},
		{"पानी", DateWord{}, NumberWord{}, Doubling{}},
	} {
		f := text.FormOf(tt.form)
		if got := DateWordOf(f); got != tt.date {
			t.Errorf("%s in a date: got %v, want %v", tt.form, got, tt.date)
		}
		if got := NumberWordOf(f); got != tt.number {
			t.Errorf("%s beside a number: got %v, want %v", tt.form, got, tt.number)
		}
		if got := DoublingOf(f); got != tt.doubling {
			t.Errorf("%s doubled: got %v, want %v", tt.form, got, tt.doubling)
		}
	}
	if got := NumberSign("कि.मी."); got != (NumberWord{"length", "कि.मी."}) {
		t.Errorf("कि.मी.: got %v", got)
	}
}

package lexicon

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

//go:embed dates.tsv
var datesTSV string

var dates = rowsByForm(datesTSV)

// DateKind is the part of a word in a date.
type DateKind string

const (
	// Month is the name of a month.
	Month DateKind = "month"
	// Weekday is the usual name of a day of the week.
	Weekday DateKind = "weekday"
	// WeekdayVariant is another name of a day of the week.
	WeekdayVariant DateKind = "weekday-variant"
	// WeekdayShort names a day only in brackets behind a date: (मंगल).
	WeekdayShort DateKind = "weekday-short"
	// DayNumber is a number from 1 to 31.
	DayNumber DateKind = "day"
	// DateLink may stand between a weekday and its date: यानी.
	DateLink DateKind = "link"
	// DayPart is a part of a day: सुबह.
	DayPart DateKind = "part"
	// NightPart is a part of a night, which may be that of the day before: रात.
	NightPart DateKind = "night"
	// EveryDay makes a weekday mean all of its kind: हर सोमवार.
	EveryDay DateKind = "every"
	// DateRange joins two dates to a range or a list: से, और.
	DateRange DateKind = "range"
	// DateOn is the case mark को behind a date.
	DateOn DateKind = "on"
	// DateIn is the case mark में behind a date.
	DateIn DateKind = "in"
	// DateOf is a genitive behind a date.
	DateOf DateKind = "of"
)

// DateWord is what a word says in a date. The zero value says nothing.
type DateWord struct {
	Kind DateKind
	// Number is that of a month from 1, of a weekday from Sunday as 0, of a day.
	Number int
}

// IsWeekday reports whether the word names a day of the week and nothing else.
func (w DateWord) IsWeekday() bool { return w.Kind == Weekday || w.Kind == WeekdayVariant }

// DateWordOf returns what a form says in a date.
func DateWordOf(f *text.Form) DateWord { return usageOf.Of(f.Canonical).date }

func findDateWord(folded string) DateWord {
	kind, number, _ := strings.Cut(dates()[folded], "\t")
	n, _ := strconv.Atoi(number) // 0 where the kind has no number
	return DateWord{DateKind(kind), n}
}

// WeekdayName returns the usual name of a day of the week, from Sunday as 0. It
// reads the whole list: ask only for a message.
func WeekdayName(day int) string {
	for row := range strings.Lines(datesTSV) {
		if name, ok := strings.CutSuffix(row, "\t"+string(Weekday)+"\t"+strconv.Itoa(day)+"\n"); ok {
			return name
		}
	}
	return ""
}

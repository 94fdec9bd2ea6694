package rules

import (
	_ "embed"
	"strconv"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed impossible-date.md
var impossibleDatePage string

var impossibleDate = checker.Rule{
	Name:     "impossible-date",
	Category: "journalism",
	Severity: checker.Error,
	Doc:      impossibleDatePage,
	Check:    checker.Each(checkImpossibleDate),
}

var (
	msgNoSuchDay = say(
		"there is no %[1]s: that month has %[2]d days; correct the date",
		"%[1]s नाम की कोई तारीख़ नहीं: उस महीने में %[2]d दिन होते हैं; तारीख़ ठीक करें")
	msgNoLeapYear = say(
		"there is no %[1]s: %[3]s is no leap year, its February has %[2]d days; correct the date or the year",
		"%[1]s नाम की कोई तारीख़ नहीं: %[3]s अधिवर्ष नहीं, उसकी फरवरी में %[2]d दिन होते हैं; तारीख़ या साल ठीक करें")
)

// maxMonth is the number of days of the longest month; a larger number before a
// month's name is seldom meant as a day.
const maxMonth = 31

func checkImpossibleDate(p *checker.Pass) {
	d := p.Doc
	for _, t := range dates.Of(d) {
		days := t.days()
		if t.day <= days || t.day > maxMonth && t.year == 0 || swappedDay(t) || counted(d, t) {
			continue
		}
		span := t.span(d)
		written := d.Text[span.Start:span.End]
		f := checker.Finding{Span: span, Message: p.Sprintf(msgNoSuchDay, written, days), Confidence: 0.97}
		if (date{month: t.month}).days() >= t.day {
			f.Message = p.Sprintf(msgNoLeapYear, written, days, strconv.Itoa(t.year))
		}
		p.Report(f)
	}
}

// swappedDay reports whether a date in digits is possible month first.
func swappedDay(t date) bool { return t.swappable && t.day <= 12 }

// counted reports whether the number before a month's name counts things rather
// than days: behind a word such as वार्ड, or where the month stands in the
// locative (जून में 31, जुलाई में 40; no date does).
func counted(d *text.Document, t date) bool {
	next := t.last
	if kind(d, next) == text.Space {
		next++
	}
	if kind(d, next) == text.Word && lexicon.DateWordOf(d.Word(d.Tokens[next])).Kind == lexicon.DateIn {
		return true
	}
	at := backOverSpace(d, t.first-1)
	return kind(d, at) == text.Word && lexicon.NumberWordOf(d.Word(d.Tokens[at])).Unit == lexicon.Label
}

package rules

import (
	_ "embed"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed date-weekday.md
var dateWeekdayPage string

var dateWeekday = checker.Rule{
	Name:     "date-weekday",
	Category: "journalism",
	Severity: checker.Error,
	Doc:      dateWeekdayPage,
	Check:    checker.Each(checkDateWeekday),
}

var msgDateWeekday = say(
	"%[1]s is a %[2]s, not a %[3]s; correct the weekday or the date",
	"%[1]s को %[2]s है, %[3]s नहीं; दिन या तारीख़ ठीक करें")

// dayOf is a weekday that stands beside a date as its own.
type dayOf struct {
	date    *date
	token   int // of the weekday
	matches bool
}

func checkDateWeekday(p *checker.Pass) {
	d := p.Doc
	all := dates.Of(d)
	var pairs []dayOf
	for i := range all {
		t := &all[i]
		if t.year < firstYear || t.listed || t.day > t.days() {
			continue
		}
		for _, at := range [2]int{weekdayBefore(d, t), weekdayBehind(d, t)} {
			if at >= 0 {
				pairs = append(pairs, dayOf{t, at, t.canBe(lexicon.DateWordOf(d.Word(d.Tokens[at])).Number)})
			}
		}
	}
	var names [7]string
	for i, pair := range pairs {
		if pair.matches || claimed(pairs, i) {
			continue
		}
		if names[0] == "" {
			names = weekdayNames(d)
		}
		reportWeekday(p, pair, names[pair.date.weekday()])
	}
}

// canBe reports whether the date falls on a weekday, in one of the ways that its
// digits can be read.
func (t date) canBe(weekday int) bool {
	if t.weekday() == weekday {
		return true
	}
	t.day, t.month = t.month, t.day
	return t.swappable && t.weekday() == weekday
}

// claimed reports whether the weekday of a pair, or its date, has another
// partner: in a list of days and dates it is open which belong together.
func claimed(pairs []dayOf, i int) bool {
	// A token's pairs are at most two and stand side by side.
	for _, j := range [2]int{i - 1, i + 1} {
		if j < 0 || j == len(pairs) {
			continue
		}
		if pairs[j].token == pairs[i].token || pairs[j].date == pairs[i].date && pairs[j].matches {
			return true
		}
	}
	return false
}

func reportWeekday(p *checker.Pass, pair dayOf, right string) {
	d := p.Doc
	span, at := d.Tokens[pair.token].Span(), pair.date.span(d)
	written := d.Of(d.Tokens[pair.token])
	p.Report(checker.Finding{
		Span:       span,
		Message:    p.Sprintf(msgDateWeekday, d.Text[at.Start:at.End], right, written),
		Confidence: 0.97,
		Related:    []checker.Related{{Span: at, Message: d.Text[at.Start:at.End]}},
		Fixes:      []checker.Fix{checker.Replace(span, right)},
	})
}

// weekdayNames returns the names of the days from Sunday on: those that the
// document uses, else the usual ones.
func weekdayNames(d *text.Document) [7]string {
	var names [7]string
	for i := range names {
		names[i] = lexicon.WeekdayName(i)
	}
	for _, f := range slices.Backward(d.Forms) {
		if w := lexicon.DateWordOf(f); w.IsWeekday() {
			names[w.Number] = f.Folded
		}
	}
	return names
}

// weekdayBefore returns the token of the weekday that stands before a date as
// its own, or -1: सोमवार (15 जनवरी 2024), सोमवार की सुबह, 15 जनवरी 2024. With
// को only a date in brackets is the weekday's: सोमवार को 15 जनवरी 2024 के आदेश
// speaks of two days.
func weekdayBefore(d *text.Document, t *date) int {
	bracket, part, on := false, false, false
	for i := t.first - 1; i >= 0 && i >= t.first-maxBetween; i-- {
		switch kind(d, i) {
		case text.Space:
			continue
		case text.Punct:
			if !anyMark(markAt(d, i), ",([-–—:") {
				return -1
			}
			bracket = bracket || anyMark(markAt(d, i), "([")
			continue
		case text.Word:
		default:
			return -1
		}
		switch w := lexicon.DateWordOf(d.Word(d.Tokens[i])); w.Kind {
		case lexicon.Weekday, lexicon.WeekdayVariant:
			if on && !bracket || !endsWith(d, t.last, bracket) || amongWeekdays(d, i) {
				return -1
			}
			return i
		case lexicon.DateLink:
		case lexicon.DayPart:
			part = true
		case lexicon.DateOn:
			on = true
		case lexicon.DateOf:
			if !part {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// maxBetween is the number of tokens within which a weekday's date stands.
const maxBetween = 7

// endsWith reports whether what follows a date lets it belong to the weekday
// before it: in brackets the closing one or a comma, else anything but a case
// mark that makes it another noun's (मंगलवार 15 जनवरी 2024 के आदेश), unless that
// noun is a part of the day.
func endsWith(d *text.Document, i int, bracket bool) bool {
	if kind(d, i) == text.Space {
		i++
	}
	if bracket {
		return anyMark(markAt(d, i), ")],")
	}
	if kind(d, i) != text.Word || lexicon.DateWordOf(d.Word(d.Tokens[i])).Kind != lexicon.DateOf {
		return true
	}
	if kind(d, i+2) != text.Word {
		return false
	}
	k := lexicon.DateWordOf(d.Word(d.Tokens[i+2])).Kind
	return k == lexicon.DayPart || k == lexicon.NightPart
}

// weekdayBehind returns the token of the weekday that stands behind a date as
// its own, or -1: 15 जनवरी 2024 (सोमवार), 15 जनवरी 2024, दिन सोमवार.
func weekdayBehind(d *text.Document, t *date) int {
	bracket, on := false, false
	for i := t.last; i < len(d.Tokens) && i < t.last+maxBetween; i++ {
		switch kind(d, i) {
		case text.Space:
			continue
		case text.Punct:
			if !anyMark(markAt(d, i), ",([-–—") {
				return -1
			}
			bracket = bracket || anyMark(markAt(d, i), "([")
			continue
		case text.Word:
		default:
			return -1
		}
		switch w := lexicon.DateWordOf(d.Word(d.Tokens[i])); w.Kind {
		case lexicon.Weekday, lexicon.WeekdayVariant, lexicon.WeekdayShort:
			closed := anyMark(markAt(d, i+1), ")]")
			if on && !bracket || bracket && !closed && markAt(d, i+1) != "," || !closed && !w.IsWeekday() || amongWeekdays(d, i) {
				return -1
			}
			return i
		case lexicon.DateLink:
		case lexicon.DateOn:
			on = true
		default:
			return -1
		}
	}
	return -1
}

// amongWeekdays reports whether the weekday at token i is one of several, as in
// शनिवार और रविवार, or means all of its kind, as in हर सोमवार.
func amongWeekdays(d *text.Document, i int) bool {
	if at := backOverSpace(d, i-1); kind(d, at) == text.Word && lexicon.DateWordOf(d.Word(d.Tokens[at])).Kind == lexicon.EveryDay {
		return true
	}
	return weekdayAcross(d, i, -1) || weekdayAcross(d, i, 1)
}

// weekdayAcross reports whether another weekday stands on one side of token i,
// with a comma, a dash or a word between that makes a list or a range of them.
func weekdayAcross(d *text.Document, i, step int) bool {
	for range 4 {
		i += step
		switch {
		case kind(d, i) == text.Space, anyMark(markAt(d, i), ",-–—/"):
			continue
		case kind(d, i) != text.Word:
			return false
		}
		switch w := lexicon.DateWordOf(d.Word(d.Tokens[i])); {
		case w.IsWeekday(), w.Kind == lexicon.WeekdayShort:
			return true
		case w.Kind != lexicon.DateRange:
			return false
		}
	}
	return false
}

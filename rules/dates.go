package rules

import (
	"slices"
	"time"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// date is a day of the calendar as the text names it: 15 जनवरी 2024, १५ जनवरी,
// छह मई, जनवरी 15, 2024, 15-01-2024, 15.01.2024, 2024-01-15.
type date struct {
	year       int // 0 where the text has none of four digits
	month, day int
	first      int  // its tokens
	last       int  // excluded
	listed     bool // joined to a number or another date before it: 14 और 15 जनवरी
	swappable  bool // digits that may also be read month first
}

// dates are the dates of a document, in text order.
var dates = text.NewShared(findDates)

func findDates(d *text.Document) []date {
	months := slices.ContainsFunc(d.Forms, func(f *text.Form) bool { return lexicon.DateWordOf(f).Kind == lexicon.Month })
	var out []date
	for i, t := range d.Tokens {
		var found date
		ok := false
		switch {
		case t.Kind == text.Word && months:
			if w := lexicon.DateWordOf(d.Word(t)); w.Kind == lexicon.Month {
				found, ok = namedDate(d, i, w.Number)
			}
		case t.Kind == text.Number:
			found, ok = numericDate(d, i)
		}
		if ok && (len(out) == 0 || out[len(out)-1].last <= found.first) {
			found.listed = joined(d, found.first)
			out = append(out, found)
		}
	}
	return out
}

// span returns the date's place in the text.
func (t date) span(d *text.Document) text.Span {
	return text.Span{Start: d.Tokens[t.first].Start(), End: d.Tokens[t.last-1].End()}
}

// days returns the number of days of the date's month, the most that it can
// have where the year is open or older than the calendar of today.
func (t date) days() int {
	year := t.year
	if year < firstYear {
		year = leapYear
	}
	return time.Date(year, time.Month(t.month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

func (t date) weekday() int {
	return int(time.Date(t.year, time.Month(t.month), t.day, 0, 0, 0, 0, time.UTC).Weekday())
}

const (
	// firstYear is the year from which all countries had the Gregorian calendar.
	firstYear = 1925
	// lastYear is the last of the numbers that are read as years.
	lastYear = 2100
	leapYear = 2000
)

// namedDate reads the date around the month at token m.
func namedDate(d *text.Document, m, month int) (date, bool) {
	out := date{month: month, first: m, last: m + 1}
	if at := besideMonth(d, m, -1); at >= 0 {
		if day, ok := dayAt(d, at); ok && !inNumber(d, at) {
			out.day, out.first = day, at
			out.year, out.last = yearBehind(d, m+1)
			return out, true
		}
	}
	at := besideMonth(d, m, 1)
	if at < 0 || kind(d, at) != text.Number {
		return out, false
	}
	day, ok := dayAt(d, at)
	if !ok || markAt(d, at+1) != "," {
		return out, false
	}
	out.day = day
	out.year, out.last = yearBehind(d, at+1)
	return out, out.year != 0
}

// besideMonth returns the token on one side of the month at token m, a space, a
// hyphen or a slash away; -1 at the line's end.
func besideMonth(d *text.Document, m, step int) int {
	at := m + step
	if kind(d, at) == text.Space || anyMark(markAt(d, at), "-/") {
		at += step
	}
	if kind(d, at) == text.Break {
		return -1
	}
	return at
}

// dayAt returns the day of a month that token i says in digits or in a word.
func dayAt(d *text.Document, i int) (day int, ok bool) {
	if kind(d, i) == text.Word {
		w := lexicon.DateWordOf(d.Word(d.Tokens[i]))
		return w.Number, w.Kind == lexicon.DayNumber
	}
	n, digits := numberAt(d, i)
	return n, n > 0 && (digits == 1 || digits == 2)
}

// numberAt returns the value of the digits of token i and their number, which
// is 0 where the token is anything else.
func numberAt(d *text.Document, i int) (value, digits int) {
	if kind(d, i) != text.Number {
		return 0, 0
	}
	for _, r := range d.Of(d.Tokens[i]) {
		n := digitValue(r)
		if n < 0 || digits == maxDigits {
			return 0, 0
		}
		value, digits = 10*value+n, digits+1
	}
	return value, digits
}

// maxDigits is more than the digits of any number in a date.
const maxDigits = 6

func digitValue(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case text.IsDevanagariDigit(r):
		return int(r - '०')
	}
	return -1
}

// inNumber reports whether the number at token i is the rest of a longer one:
// ₹15, A-15, 2.15.
func inNumber(d *text.Document, i int) bool {
	switch kind(d, i-1) {
	case text.Space, text.Break:
		return false
	case text.Punct:
		return !anyMark(markAt(d, i-1), openers+straights+",-–—/।.")
	}
	return i > 0
}

// yearBehind returns the year that stands at token i, behind a comma, a hyphen or
// a space, and the token behind it; else 0 and i. 2024-25 is no certain year.
func yearBehind(d *text.Document, i int) (year, last int) {
	at := i
	if anyMark(markAt(d, at), ",-/") {
		at++
	}
	if plain(d, at) {
		at++
	}
	n, digits := numberAt(d, at)
	if at == i || digits != 4 || n < 1000 || n > lastYear {
		return 0, i
	}
	if anyMark(markAt(d, at+1), "-–/") && kind(d, at+2) == text.Number {
		return 0, i
	}
	return n, at + 1
}

// numericDate reads the date in digits that begins at token i.
func numericDate(d *text.Document, i int) (date, bool) {
	parts, last, ok := dateDigits(d, i)
	if !ok || kind(d, last) == text.Latin || kind(d, last) == text.Word || anyMark(markAt(d, last), "-/") || inNumber(d, i) || anyMark(markAt(d, i-1), "-–—/.") {
		return date{}, false
	}
	day, month, year := parts[0], parts[1], parts[2]
	if day > 31 {
		day, year = year, day
	}
	if day < 1 || day > 31 || month < 1 || month > 12 || year < firstYear || year > lastYear {
		return date{}, false
	}
	return date{year: year, month: month, day: day, first: i, last: last, swappable: day <= 12 && year == parts[2]}, true
}

// dateDigits returns the three numbers of a date in digits and the token behind
// it: 15-01-2024, 15/01/2024, 15.01.2024, 2024-01-15.
func dateDigits(d *text.Document, i int) (parts [3]int, last int, ok bool) {
	s := d.Of(d.Tokens[i])
	if mark := markAt(d, i+1); anyMark(mark, "-/") {
		if markAt(d, i+3) != mark {
			return parts, 0, false
		}
		var digits [3]int
		for n := range parts {
			parts[n], digits[n] = numberAt(d, i+2*n)
		}
		return parts, i + 5, digits[1] >= 1 && digits[1] <= 2 && (digits[0] == 4 && digits[2] == 2 || digits[0] >= 1 && digits[0] <= 2 && digits[2] == 4)
	}
	if len(s) < len("1.1.2024") || len(s) > 3*len("15.01.2024") {
		return parts, 0, false
	}
	n, digits := 0, 0
	for _, r := range s {
		v := digitValue(r)
		switch {
		case v >= 0 && digits < 4:
			parts[n], digits = 10*parts[n]+v, digits+1
		case r == '.' && n < 2 && digits <= 2:
			n, digits = n+1, 0
		default:
			return parts, 0, false
		}
	}
	return parts, i + 1, n == 2 && digits == 4
}

// joined reports whether the date at token i is the second of a range or a list:
// 14-15 जनवरी, 14 से 15 जनवरी, 14, 15 जनवरी.
func joined(d *text.Document, i int) bool {
	at := backOverSpace(d, i-1)
	if !anyMark(markAt(d, at), "-–—/,") && (kind(d, at) != text.Word || lexicon.DateWordOf(d.Word(d.Tokens[at])).Kind != lexicon.DateRange) {
		return false
	}
	at = backOverSpace(d, at-1)
	if kind(d, at) == text.Number {
		return true
	}
	if kind(d, at) != text.Word {
		return false
	}
	k := lexicon.DateWordOf(d.Word(d.Tokens[at])).Kind
	return k == lexicon.Month || k == lexicon.DayNumber
}

func backOverSpace(d *text.Document, i int) int {
	if kind(d, i) == text.Space {
		return i - 1
	}
	return i
}

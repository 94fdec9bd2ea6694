package rules

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed number-grouping.md
var numberGroupingPage string

var numberGrouping = checker.Rule{
	Name:     "number-grouping",
	Category: "journalism",
	Severity: checker.Warning,
	Doc:      numberGroupingPage,
	Check:    checker.Each(checkNumberGrouping),
}

var (
	groupedByThousand = fault{checker.Warning, checker.Warning,
		say("%q has its digits grouped by thousands; Hindi groups by lakh and crore", "“%s” में अल्पविराम हज़ार के हिसाब से हैं; हिंदी में लाख-करोड़ के हिसाब से लगाएँ"),
		say("%q and others, %d in all, have their digits grouped by thousands; Hindi groups by lakh and crore", "“%s” जैसी संख्याओं में अल्पविराम हज़ार के हिसाब से हैं (%d जगह); हिंदी में लाख-करोड़ के हिसाब से लगाएँ"), ""}
	mixedGrouping = fault{checker.Warning, checker.Warning,
		say("%q has its digits grouped by thousands, other numbers of the text by lakh; group all by lakh and crore", "“%s” में अल्पविराम हज़ार के हिसाब से हैं, लेख की दूसरी संख्याओं में लाख के; सबमें लाख-करोड़ के हिसाब से लगाएँ"),
		say("%q and others, %d in all, have their digits grouped by thousands, other numbers of the text by lakh; group all by lakh and crore", "“%s” जैसी संख्याओं में अल्पविराम हज़ार के हिसाब से हैं (%d जगह), लेख की दूसरी संख्याओं में लाख के; सबमें लाख-करोड़ के हिसाब से लगाएँ"), ""}
)

// grouping is how the commas of a number group its digits.
type grouping uint8

const (
	noGrouping grouping = iota
	// byThousand is 100,000, byLakh is 1,00,000; shorter numbers are the same in
	// both.
	byThousand
	byLakh
)

func checkNumberGrouping(p *checker.Pass) {
	d := p.Doc
	var found []place
	var foreign []bool // of found: the number follows $ or another foreign sign
	lakhs := false
	for i, t := range d.Tokens {
		if t.Kind != text.Number || t.End()-t.Start() < len("100,000") {
			continue
		}
		s := d.Of(t)
		switch groupingOf(s) {
		case byLakh:
			lakhs = true
		case byThousand:
			if quantity(d, i) {
				found = append(found, place{t.Span(), s, []string{regroup(s)}, true})
				foreign = append(foreign, afterForeignSign(d, i))
			}
		}
	}
	if lakhs {
		mixedGrouping.report(p, found)
		return
	}
	n := 0
	for i, at := range found {
		if !foreign[i] {
			found[n] = at
			n++
		}
	}
	groupedByThousand.report(p, found[:n])
}

// groupingOf returns how a number of six or more digits is grouped.
func groupingOf(s string) grouping {
	if len(s) > maxNumber || strings.IndexByte(s, ',') < 0 {
		return noGrouping
	}
	whole, _, _ := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	digits := 0
	thousand, lakh := true, true
	for i, g := range groups {
		n := utf8.RuneCountInString(g)
		digits += n
		last := i == len(groups)-1
		thousand = thousand && (n == 3 || i == 0 && n < 3)
		lakh = lakh && (last && n == 3 || !last && (n == 2 || i == 0 && n == 1))
	}
	switch {
	case digits < 6:
		return noGrouping
	case thousand:
		return byThousand
	case lakh:
		return byLakh
	}
	return noGrouping
}

// maxNumber is more than the bytes of any number in prose.
const maxNumber = 90

// regroup returns a number grouped by lakh and crore.
func regroup(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	digits := []rune(strings.ReplaceAll(whole, ",", ""))
	var out strings.Builder
	for i, r := range digits {
		if left := len(digits) - i; i > 0 && left >= 3 && left%2 == 1 {
			out.WriteByte(',')
		}
		out.WriteRune(r)
	}
	if point {
		out.WriteString("." + fraction)
	}
	return out.String()
}

// quantity reports whether the number at token i counts something: it is no part
// of a name in Latin letters, no list of numbers written without spaces
// (147,148,149) and stands near no word whose digits are names.
func quantity(d *text.Document, i int) bool {
	if besideLatin(d, i, -1) || besideLatin(d, i, 1) || anyMark(markAt(d, i-1), "/.:") || anyMark(markAt(d, i+1), "/") {
		return false
	}
	return !ascending(d.Of(d.Tokens[i])) && !labelled(d, i, -1, 6) && !labelled(d, i, 1, 2)
}

// ascending reports whether the groups of a number rise by small steps from a
// first of three digits, as sections of a law do and a number hardly does.
func ascending(s string) bool {
	previous := 0
	for i, group := range strings.Split(s, ",") {
		n := 0
		for _, r := range group {
			n = 10*n + digitValue(r)
		}
		if i == 0 && n < 100 || i > 0 && (n <= previous || n > previous+maxStep) {
			return false
		}
		previous = n
	}
	return true
}

const maxStep = 30

// labelled reports whether a label (धारा, नंबर) stands within reach, a number of
// tokens, on one side of token i in its sentence.
func labelled(d *text.Document, i, step, reach int) bool {
	for range reach {
		i += step
		switch {
		case kind(d, i) == text.Break, anyMark(markAt(d, i), "।?!"):
			return false
		case kind(d, i) == text.Word && lexicon.NumberWordOf(d.Word(d.Tokens[i])).Unit == lexicon.Label:
			return true
		}
	}
	return false
}

// afterForeignSign reports whether a sign of a foreign currency stands before
// the number at token i.
func afterForeignSign(d *text.Document, i int) bool {
	at := backOverSpace(d, i-1)
	return at >= 0 && strings.Contains("$€£¥", d.Of(d.Tokens[at]))
}

package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed repeated-punctuation.md
var repeatedPunctuationPage string

var repeatedPunctuation = checker.Rule{
	Name:     "repeated-punctuation",
	Category: "punctuation",
	Severity: checker.Warning,
	Doc:      repeatedPunctuationPage,
	Check:    checker.Each(checkRepeated),
}

var repeated = fault{checker.Warning, checker.Info,
	say("the marks %q do not stand together; keep one", "“%s” एक साथ नहीं आते; एक ही चिह्न रखें"),
	say("marks such as %q do not stand together, in %d places; keep one", "“%s” जैसे चिह्न एक साथ नहीं आते (%d जगह); एक ही चिह्न रखें"), ""}

// meetings are the pairs of different marks that must not meet, with what may
// be meant, the likelier first.
var meetings = map[string][]string{
	",।": {"।"}, "।,": {",", "।"}, ",.": {".", ","}, "।.": {"।"}, ";,": {";", ","}, ",;": {";", ","},
	"?।": {"?"}, "।?": {"?"}, "!।": {"!"}, "।!": {"!"}, ",?": {"?"}, ",!": {"!"}, ":।": {"।"}, "।:": {"।", ":"},
}

// afterFinal are pairs that are right behind an abbreviation (लि.।, डॉ.,) and
// wrong behind a word that ends a sentence.
var afterFinal = map[string][]string{".।": {"।"}, ".,": {",", "."}, ".?": {"?"}}

func checkRepeated(p *checker.Pass) {
	d, k := p.Doc, punctuationOf.Of(p.Doc)
	var found []place
	end, low := 0, false
	for _, i := range k.marks {
		if i < end || !inRun(d, i) {
			continue
		}
		if end = markRunEnd(d, i); end > i+1 {
			span := text.Span{Start: d.Tokens[i].Start(), End: d.Tokens[end-1].End()}
			run := d.Text[span.Start:span.End]
			low = low || run == lowQuotes && !worded(d, i-1)
			if fixes := k.instead(d, i, end, run); fixes != nil && !(low && run == lowQuotes) {
				found = append(found, place{span, run, fixes, true})
			}
			continue
		}
		if again(d, i) {
			span := text.Span{Start: d.Tokens[i].Start(), End: d.Tokens[i+2].End()}
			found = append(found, place{span, d.Text[span.Start:span.End], []string{markAt(d, i)}, true})
			end = i + 3
		}
	}
	repeated.report(p, found)
}

// again reports whether the mark at token i stands a second time behind a space.
func again(d *text.Document, i int) bool {
	mark := markAt(d, i)
	return anyMark(mark, ",;?!") && plain(d, i+1) && markAt(d, i+2) == mark && alone(d, i+2)
}

// lowQuotes are commas that some type for „. Behind one that opens, another may
// close.
const lowQuotes = ",,"

// markRunEnd returns the end of the run of marks at token i.
func markRunEnd(d *text.Document, i int) int {
	for inRun(d, i) {
		i++
	}
	return i
}

// instead returns what the run of marks in tokens first to end should read, or
// nil when it may stand: ellipses, ?! and !?, lines of dots, marks in addresses
// and programs, marks behind no word, and ।। which is the rule danda's.
func (k *punctuation) instead(d *text.Document, first, end int, run string) []string {
	if len(run) > maxRun || !worded(d, first-1) || anyMark(markAt(d, end), "/\\=") {
		return nil
	}
	if fixes := meetings[run]; fixes != nil {
		return fixes
	}
	if fixes := afterFinal[run]; fixes != nil && final(d, first-1) {
		return fixes
	}
	mark := markAt(d, first)
	switch same := strings.Count(run, mark) == end-first; {
	case mark == "." && same && !inCode(d, first-1) && !inCode(d, end):
		return k.dots(d, end, len(run))
	case strings.Trim(run, "?!") == "":
		return shout(run)
	case same && anyMark(mark, ",;:"):
		return []string{mark}
	}
	return nil
}

// inCode reports whether token i is what a path, a range or a program has beside
// two dots.
func inCode(d *text.Document, i int) bool {
	return kind(d, i) == text.Latin || kind(d, i) == text.Number || kind(d, i) == text.Opaque
}

// maxRun is the length in bytes from which a run of marks is a line drawn with
// them.
const maxRun = 12

// maxDots is the number of dots from which a run fills a line or leaves room to
// write.
const maxDots = 6

// dots returns what a run of n dots should be: an ellipsis has three. Two that
// end a line are one too many where sentences end so.
func (k *punctuation) dots(d *text.Document, end, n int) []string {
	switch {
	case n == 3, n > maxDots:
		return nil
	case n == 2 && k.stop == "." && kind(d, end) == text.Break:
		return []string{".", "..."}
	case n == 2 && kind(d, end) == text.Break:
		return []string{"...", danda}
	}
	return []string{"..."}
}

// shout returns a run of ? and ! as one mark, or as ?! when it has both.
func shout(run string) []string {
	switch {
	case len(run) == 2 && run[0] != run[1]:
		return nil
	case strings.Trim(run, "?") == "":
		return []string{"?"}
	case strings.Trim(run, "!") == "":
		return []string{"!"}
	}
	return []string{"?!"}
}

package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed punctuation-spacing.md
var punctuationSpacingPage string

var punctuationSpacing = checker.Rule{
	Name:     "punctuation-spacing",
	Category: "punctuation",
	Severity: checker.Warning,
	Doc:      punctuationSpacingPage,
	Check:    checker.Each(checkSpacing),
}

var (
	curedAdd   = say("add a space", "एक जगह छोड़ें")
	curedBoth  = say("set the spaces right", "खाली जगह ठीक करें")
	curedWide  = say("one space", "एक ही जगह रखें")
	spaceAhead = fault{checker.Warning, checker.Info,
		say("space before %q; remove it", "“%s” से पहले खाली जगह है; हटाएँ"),
		say("space before %q and the like in %d places; remove it", "“%s” या ऐसे चिह्न से पहले खाली जगह है (%d जगह); हटाएँ"), curedBoth}
	noSpaceBehind = fault{checker.Warning, checker.Info,
		say("no space behind %q; add one", "“%s” के बाद खाली जगह नहीं है; छोड़ें"),
		say("no space behind %q and the like in %d places; add one", "“%s” या ऐसे चिह्न के बाद खाली जगह नहीं है (%d जगह); छोड़ें"), curedAdd}
	noSpaceBehindStop = fault{checker.Warning, checker.Info, noSpaceBehind.one,
		say("no space behind the sentence's end %q and the like in %d places; perhaps line breaks were lost", "वाक्य के अंत के “%s” जैसे चिह्न के बाद खाली जगह नहीं है (%d जगह); शायद पंक्तियों के बीच की जगह खो गई"), curedAdd}
	noSpaceAhead = fault{checker.Warning, checker.Info,
		say("no space before %q; add one", "“%s” से पहले खाली जगह नहीं है; छोड़ें"),
		say("no space before %q in %d places; add one", "“%s” से पहले खाली जगह नहीं है (%d जगह); छोड़ें"), curedAdd}
	spaceInside = fault{checker.Warning, checker.Info,
		say("space inside the brackets or quotes at %q; remove it", "“%s” के भीतर की ओर खाली जगह है; हटाएँ"),
		say("space inside brackets or quotes at %q and in other places, %d in all; remove it", "“%s” या ऐसे चिह्न के भीतर की ओर खाली जगह है (%d जगह); हटाएँ"), curedRemove}
	// No reader sees it: a page in HTML shows one space.
	wideSpace = fault{checker.Info, checker.Info,
		say("several spaces together%[1]s; one is enough", "एक से ज़्यादा खाली जगह हैं%[1]s; एक काफ़ी है"),
		say("several spaces together%[1]s in %[2]d places; one is enough", "एक से ज़्यादा खाली जगह हैं%[1]s (%[2]d जगह); एक काफ़ी है"), curedWide}
)

// spacing collects the faults of one document.
type spacing struct {
	d             *text.Document
	k             *punctuation
	tightBrackets bool // the document sets no space before (
	stops         int  // how many of behind are at marks that end a sentence

	ahead, behind, opening, inside, blank []place
	taken                                 map[int]bool // the ends of spans of inside
}

func checkSpacing(p *checker.Pass) {
	s := spacing{d: p.Doc, k: punctuationOf.Of(p.Doc)}
	if len(s.k.marks) == 0 && len(s.k.wide) == 0 {
		return
	}
	s.tightBrackets = tightBrackets(s.d, s.k.marks)
	wide := s.k.wide
	for b, marks := range s.k.blocks(s.d) {
		s.block(b, marks)
		n := 0
		for n < len(wide) && wide[n] < b.Last {
			n++
		}
		s.wide(b, wide[:n])
		wide = wide[n:]
	}
	spaceAhead.report(p, s.ahead)
	if 2*s.stops > len(s.behind) {
		noSpaceBehindStop.report(p, s.behind)
	} else {
		noSpaceBehind.report(p, s.behind)
	}
	noSpaceAhead.report(p, s.opening)
	spaceInside.report(p, s.inside)
	wideSpace.report(p, s.blank)
}

// block looks at the marks of one block. Brackets and quotes whose direction
// shows are followed, so that only the inside of a pair is called that.
func (s *spacing) block(b text.Block, marks []int) {
	var open []int
	for _, i := range marks {
		switch mark := markAt(s.d, i); mark {
		case ",", ";", "?", "!", danda, ".":
			if alone(s.d, i) && !again(s.d, i) {
				s.mark(i, mark)
			}
		case "(", "[", "“", "‘":
			open = append(open, i)
		case ")", "]", "”", "’":
			if n := len(open); n > 0 && closerOf[markAt(s.d, open[n-1])] == mark {
				s.pair(open[n-1], i)
				open = open[:n-1]
			}
		}
	}
	s.straight(b, marks)
}

var closerOf = map[string]string{"(": ")", "[": "]", "“": "”", "‘": "’"}

// mark looks at the space on both sides of a mark that closes a phrase.
func (s *spacing) mark(i int, mark string) {
	at, gap := before(s.d, i)
	if !worded(s.d, at) {
		return
	}
	glued, suggest := s.gluedBehind(at, i, mark)
	span := s.d.Tokens[i].Span()
	with := mark
	if glued {
		with += " "
	}
	switch {
	case gap && s.unwanted(i, mark):
		span.Start = s.d.Tokens[i-1].Start()
		s.ahead = append(s.ahead, place{span, mark, []string{with}, suggest})
	case glued && gap && !s.k.spacedStops:
	case glued:
		if s.k.ended(s.d, i, mark) {
			s.stops++
		}
		s.behind = append(s.behind, place{span, mark, []string{with}, suggest})
	}
}

// unwanted reports whether the space before the mark at token i is a fault:
// not where it is the document's habit. That before । is the rule danda's.
func (s *spacing) unwanted(i int, mark string) bool {
	switch next := kind(s.d, i+1); next {
	case text.Space, text.Break, text.Word:
	case text.Punct:
		if !anyMark(markAt(s.d, i+1), closers) {
			return false
		}
	default:
		return false
	}
	switch mark {
	case ",", ";":
		return !s.k.spacedCommas
	case "?", "!":
		return !s.k.spacedStops
	case ".":
		return !s.k.spacedStops && s.k.ended(s.d, i, mark)
	}
	return false
}

// gluedBehind reports whether the mark at token i lacks the space behind it,
// at being the token before it. It says so only where the mark can be no part
// of a number, an abbreviation, an address or an entity, and not behind a
// danda before a digit, which may be a note's. A full stop is never sure.
func (s *spacing) gluedBehind(at, i int, mark string) (glued, suggest bool) {
	switch next := kind(s.d, i+1); {
	case mark == ".":
		return next == text.Word && s.k.ended(s.d, i, mark) && s.k.ends > 1, true
	case mark == danda && s.k.stop == ".":
		return false, false
	case next == text.Latin:
		return mark == danda, false
	case next == text.Punct:
		return mark != ";" && anyMark(markAt(s.d, i+1), "(“‘"), false
	case mark == ";":
		return next == text.Word && kind(s.d, at) == text.Word, false
	default:
		return next == text.Word, false
	}
}

// pair looks at the space inside and outside of a pair of brackets or quotes.
func (s *spacing) pair(open, closed int) {
	if closed == open+1 || closed == open+2 && kind(s.d, open+1) == text.Space || closed == open+4 && kind(s.d, open+2) == text.Punct {
		return // nothing inside, or a mark that is spoken of
	}
	remark := markAt(s.d, open) == "(" && wordy(s.d, open, closed)
	span, mark := s.d.Tokens[open].Span(), markAt(s.d, open)
	outside := remark && !s.tightBrackets && kind(s.d, open-1) == text.Word
	inside := plain(s.d, open+1) && !inRun(s.d, open+2) && !anyMark(markAt(s.d, open+2), closers+"|")
	if inside {
		span.End = s.d.Tokens[open+1].End()
	}
	s.side(span, mark, pad(outside)+mark, inside, outside, &s.opening)

	span, mark = s.d.Tokens[closed].Span(), markAt(s.d, closed)
	outside = remark && kind(s.d, closed+1) == text.Word
	inside = plain(s.d, closed-1) && !anyMark(markAt(s.d, closed-2), openers+straights)
	if inside {
		span.Start = s.d.Tokens[closed-1].Start()
	}
	s.side(span, mark, mark+pad(outside), inside, outside, &s.behind)
}

// pad returns a space where one is wanted.
func pad(wanted bool) string {
	if wanted {
		return " "
	}
	return ""
}

// side records the fault on one side of a pair: a space inside, or else one
// that is missing outside.
func (s *spacing) side(span text.Span, mark, with string, inside, outside bool, missing *[]place) {
	switch at := (place{span, mark, []string{with}, false}); {
	case inside:
		if s.taken == nil {
			s.taken = map[int]bool{}
		}
		s.taken[span.Start], s.taken[span.End] = true, true
		s.inside = append(s.inside, at)
	case outside:
		*missing = append(*missing, at)
	}
}

// wordy reports whether a pair of brackets holds a remark. An ending in
// brackets, as in छात्र(ओं), belongs to its word, and a number may count a list.
func wordy(d *text.Document, open, closed int) bool {
	inside := d.Tokens[open+1]
	return closed > open+2 || inside.Kind == text.Word && len(d.Word(inside).Folded) > maxEnding
}

// maxEnding is the length in bytes of the longest ending that stands in
// brackets behind its word: four code points, as in इयाँ.
const maxEnding = 4 * 3

// tightBrackets reports whether it is a document's habit to open brackets behind
// a word without a space.
func tightBrackets(d *text.Document, marks []int) bool {
	var t tally
	for _, i := range marks {
		if at, _ := before(d, i); markAt(d, i) == "(" && kind(d, at) == text.Word {
			t.add(d, i)
		}
	}
	tight := t.all - t.spaced
	return tight >= minHabit && 2*tight > t.all
}

// straight looks inside of straight double quotes, where their number and all
// that stands around them in the block shows which open and which close.
func (s *spacing) straight(b text.Block, marks []int) {
	var quotes []int
	for _, i := range marks {
		if markAt(s.d, i) == `"` {
			quotes = append(quotes, i)
		}
	}
	if len(quotes)%2 != 0 {
		return
	}
	for n, i := range quotes {
		if n%2 == 0 && i > b.First && !opensHere(s.d, i-1) || n%2 == 1 && i+1 < b.Last && !closesHere(s.d, i+1) {
			return
		}
	}
	for n := 0; n < len(quotes); n += 2 {
		s.pair(quotes[n], quotes[n+1])
	}
}

// opensHere reports whether an opening quote can follow token i.
func opensHere(d *text.Document, i int) bool {
	return kind(d, i) == text.Space || anyMark(markAt(d, i), openers+":-–—")
}

// closesHere reports whether token i can follow a closing quote.
func closesHere(d *text.Document, i int) bool {
	return kind(d, i) == text.Space || kind(d, i) == text.Punct
}

// wide looks at the runs of spaces in a block. Several long ones set columns.
// Those beside a mark that has a rule of its own are left to that rule; those at
// a line's ends and around markup are nobody's fault.
func (s *spacing) wide(b text.Block, runs []int) {
	columns := 0
	for _, i := range runs {
		if s.d.Tokens[i].End()-s.d.Tokens[i].Start() >= minColumn {
			columns++
		}
	}
	for _, i := range runs {
		span := s.d.Tokens[i].Span()
		switch {
		case s.taken[span.Start], s.taken[span.End]:
		case kind(s.d, i-1) == text.Break, kind(s.d, i+1) == text.Break:
		case bullet(s.d, b, i), columns > 1 && span.Len() >= minColumn:
		case anyMark(markAt(s.d, i-1), openers+dashSigns), anyMark(markAt(s.d, i+1), closers+dashSigns+",;?!।|."), stroke(s.d, i+1):
		case !s.d.Whole(span):
		default:
			s.blank = append(s.blank, place{span, "", []string{" "}, false})
		}
	}
}

// bullet reports whether nothing but a bullet or a number stands before token i
// in its block.
func bullet(d *text.Document, b text.Block, i int) bool {
	for j := b.First; j < i; j++ {
		if k := kind(d, j); k != text.Punct && k != text.Number && k != text.Other || j > b.First+2 {
			return false
		}
	}
	return true
}

// minColumn is the number of spaces from which a run may set columns.
const minColumn = 4

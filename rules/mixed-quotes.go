package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed mixed-quotes.md
var mixedQuotesPage string

var mixedQuotes = checker.Rule{
	Name:     "mixed-quotes",
	Category: "quotes",
	Severity: checker.Warning,
	Doc:      mixedQuotesPage,
	Check:    checker.Each(checkMixedQuotes),
}

var (
	msgMixedQuotes = say(
		"%[1]s here, but the text quotes with %[2]s…%[3]s; use one kind of marks",
		"यहाँ %[1]s लगा है, पर इस लेख के उद्धरण चिह्न %[2]s…%[3]s हैं; एक ही तरह के चिह्न रखें")
	msgMixedQuotesTie = say(
		"the text quotes with %[2]s…%[3]s and, from here on, with %[1]s as often; use one kind of marks",
		"इस लेख में %[2]s…%[3]s भी हैं और यहाँ से उतने ही %[1]s भी; एक ही तरह के चिह्न रखें")
	msgNoQuote = say(
		"%[1]s is no quotation mark of Hindi; write %[2]s",
		"%[1]s हिंदी का उद्धरण चिह्न नहीं है; %[2]s लिखें")
)

// quoteStyle is how a document draws the quotes of one level.
type quoteStyle struct {
	family quoteFamily
	// tied says that another family stands as often.
	tied        bool
	open, close string
}

// quoteShapes are the opening and closing marks of the families that serve as
// a norm, by level, and those that are made of two single marks.
var quoteShapes = [...]struct{ shapes, doubled [2]string }{
	familyStraight:  {[2]string{"''", `""`}, [2]string{"", "''''"}},
	familyCurly:     {[2]string{"‘’", "“”"}, [2]string{"", "‘‘’’"}},
	familyGuillemet: {[2]string{"‹›", "«»"}, [2]string{"", "‹‹››"}},
}

func checkMixedQuotes(p *checker.Pass) {
	marks := quotes.Of(p.Doc)
	if len(marks) == 0 {
		return
	}
	styles := stylesOf(marks)
	var told [2]bool // a tie is told once a level
	for i := range marks {
		c := &marks[i]
		if c.role != quoteCloses || c.partner < 0 || c.fault == quoteOtherLevel {
			continue
		}
		o, style := &marks[c.partner], styles[c.level]
		switch {
		case o.family == familyLow:
			reportLow(p, o, c, style)
		case o.family >= familyAccent || c.family >= familyAccent || !style.tied && (o.family != style.family || c.family != style.family):
			reportForeign(p, o, style.open, style)
			reportForeign(p, c, style.close, style)
		case counterpart(markText(p, o)) != markText(p, c):
			reportPair(p, o, c, style)
		case o.family != style.family && !told[c.level]:
			told[c.level] = true
			p.Report(checker.Finding{Span: o.span, Message: p.Sprintf(msgMixedQuotesTie, markText(p, o), style.open, style.close)})
		}
	}
}

func markText(p *checker.Pass, m *quoteMark) string { return p.Doc.Text[m.span.Start:m.span.End] }

// reportForeign reports a mark that is not of the document's style.
func reportForeign(p *checker.Pass, m *quoteMark, want string, style quoteStyle) {
	if m.family == style.family || m.fault != quoteSound {
		return
	}
	f := checker.Finding{Span: m.span, Fixes: []checker.Fix{checker.Replace(m.span, want)}}
	f.Message = p.Sprintf(msgMixedQuotes, markText(p, m), style.open, style.close)
	if m.family >= familyAccent {
		f.Message = p.Sprintf(msgNoQuote, markText(p, m), want)
	}
	p.Report(f)
}

// reportPair reports the two marks of one pair that do not belong together:
// the opening one where only the closing one is of the document's style, else
// the closing one.
func reportPair(p *checker.Pass, o, c *quoteMark, style quoteStyle) {
	if o.fault != quoteSound || c.fault != quoteSound {
		return
	}
	opening, closing := markText(p, o), markText(p, c)
	f := checker.Finding{
		Span: c.span, Message: p.Sprintf(msgQuotePair, closing, opening),
		Related: []checker.Related{{Span: o.span, Message: opening}},
		Fixes:   []checker.Fix{checker.Replace(c.span, counterpart(opening))},
	}
	if !style.tied && closing == style.close {
		f.Span = o.span
		f.Related[0] = checker.Related{Span: c.span, Message: closing}
		f.Fixes[0] = checker.Replace(o.span, style.open)
	}
	p.Report(f)
}

// reportLow reports a quotation that opens at the foot of the line, „so“, and
// mends both its marks.
func reportLow(p *checker.Pass, o, c *quoteMark, style quoteStyle) {
	fix := checker.Replace(o.span, style.open)
	if markText(p, c) != style.close {
		fix.Edits = append(fix.Edits, checker.Edit{Span: c.span, Text: style.close})
	}
	p.Report(checker.Finding{Span: o.span, Message: p.Sprintf(msgNoQuote, markText(p, o), style.open), Fixes: []checker.Fix{fix}})
}

// stylesOf returns the styles of both levels. Where a level has no marks, or
// as many of one family as of another, the other level decides.
func stylesOf(marks []quoteMark) [2]quoteStyle {
	own := [2]quoteStyle{styleOf(marks, singleQuote, familyCount), styleOf(marks, doubleQuote, familyCount)}
	styles := own
	for l, s := range own {
		other := own[1-l]
		switch {
		case s.open == "":
			styles[l] = shapeOf(other.family, quoteLevel(l), false)
		case s.tied && other.open != "" && !other.tied:
			styles[l] = styleOf(marks, quoteLevel(l), other.family)
		}
	}
	return styles
}

// styleOf returns the style of most marks of a level, at a tie the preferred
// one, else that of the first mark; the zero style where there is none.
func styleOf(marks []quoteMark, level quoteLevel, preferred quoteFamily) quoteStyle {
	var count, doubled [familyCount]int
	best := familyCount
	for i := range marks {
		m := &marks[i]
		if m.level != level || m.partner < 0 || m.family >= familyAccent {
			continue
		}
		if best == familyCount {
			best = m.family
		}
		count[m.family]++
		switch {
		case m.signs == 2 && count[m.family] == 1:
			doubled[m.family] += 3 // so that the first decides a tie
		case m.signs == 2:
			doubled[m.family] += 2
		}
	}
	if best == familyCount {
		return quoteStyle{}
	}
	tied := false
	for f := range familyAccent {
		switch {
		case count[f] > count[best]:
			best, tied = f, false
		case f != best && count[f] == count[best]:
			tied = true
		}
	}
	if tied && preferred < familyAccent && count[preferred] == count[best] {
		best, tied = preferred, false
	}
	style := shapeOf(best, level, doubled[best] > count[best])
	style.tied = tied
	return style
}

// shapeOf returns the marks of a family and level, typed as one character or
// as two.
func shapeOf(f quoteFamily, level quoteLevel, doubled bool) quoteStyle {
	shape := quoteShapes[f].shapes[level]
	if doubled {
		shape = quoteShapes[f].doubled[level]
	}
	return quoteStyle{family: f, open: shape[:len(shape)/2], close: shape[len(shape)/2:]}
}

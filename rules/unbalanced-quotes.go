package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed unbalanced-quotes.md
var unbalancedQuotesPage string

var unbalancedQuotes = checker.Rule{
	Name:     "unbalanced-quotes",
	Category: "quotes",
	Severity: checker.Error,
	Doc:      unbalancedQuotesPage,
	Check:    checker.Each(checkUnbalancedQuotes),
}

var (
	msgQuoteUnclosed = say(
		"the quotation opened here with %[1]s is closed nowhere in its paragraph; close it or remove the mark",
		"यहाँ %[1]s से खुला उद्धरण अनुच्छेद के अंत तक बंद नहीं होता; उसे बंद करें या चिह्न हटाएँ")
	msgQuoteUnopened = say(
		"%[1]s closes a quotation that was opened nowhere; open it or remove the mark",
		"%[1]s जिस उद्धरण को बंद करता है वह कहीं खुला ही नहीं; उसे खोलें या चिह्न हटाएँ")
	msgQuoteBackwards = say(
		"%[1]s faces the wrong way; %[2]s belongs here",
		"%[1]s उलटा लगा है; यहाँ %[2]s होना चाहिए")
	msgQuotePair = say(
		"the quotation opens with %[2]s but closes with %[1]s; use one pair",
		"उद्धरण %[2]s से खुला और %[1]s से बंद हुआ; एक ही जोड़ी रखें")
	msgQuoteCrossing = say(
		"%[1]s closes before the quotation inside it does; close the inner one first",
		"%[1]s भीतर वाले उद्धरण से पहले बंद हो गया; पहले भीतर वाला बंद करें")
)

func checkUnbalancedQuotes(p *checker.Pass) {
	marks := quotes.Of(p.Doc)
	for i, m := range marks {
		mark := p.Doc.Text[m.span.Start:m.span.End]
		f := checker.Finding{Span: m.span}
		switch m.fault {
		case quoteSound, quoteHushed:
			continue
		case quoteUnclosed:
			f.Message = p.Sprintf(msgQuoteUnclosed, mark)
			f.Fixes = closingFix(p.Doc, marks, i)
		case quoteUnopened:
			f.Message = p.Sprintf(msgQuoteUnopened, mark)
		case quoteBackwards:
			turned := counterpart(mark)
			f.Message = p.Sprintf(msgQuoteBackwards, mark, turned)
			f.Fixes = []checker.Fix{checker.Replace(m.span, turned)}
		case quoteOtherLevel:
			open := marks[m.partner].span
			f.Message = p.Sprintf(msgQuotePair, mark, p.Doc.Text[open.Start:open.End])
			f.Related = []checker.Related{{Span: open, Message: p.Doc.Text[open.Start:open.End]}}
		case quoteCrossing:
			f.Message = p.Sprintf(msgQuoteCrossing, mark)
			f.Related = []checker.Related{{Span: marks[m.partner].span, Message: mark}}
		}
		if !inGarbled(p.Doc, f.Span) {
			p.Report(f)
		}
	}
}

// counterparts are the glyphs that face the other way.
var counterparts = map[string]string{
	"“": "”", "”": "“", "‘": "’", "’": "‘", "‘‘": "’’", "’’": "‘‘", "‟": "”", "‛": "’",
	"«": "»", "»": "«", "‹": "›", "›": "‹", "„": "”", "‚": "’", ",,": "”", "`": "´", "``": "´´",
}

// counterpart returns the mark that closes what a mark opens, or opens what it
// closes.
func counterpart(mark string) string {
	if c, ok := counterparts[mark]; ok {
		return c
	}
	return mark
}

// closingFix returns the fix of an unclosed quotation where it can end at one
// place alone: speech behind `कहा,` that is the last sentence of its block and
// has no pause in which the words of the reporter may begin.
func closingFix(d *text.Document, marks []quoteMark, i int) []checker.Fix {
	m := marks[i]
	b := d.Blocks[m.block]
	if sideBefore(d, b, m.token) != sideSpaceComma || m.token-2 < b.First {
		return nil
	}
	if s := d.Of(d.Tokens[m.token-2]); s != "," && s != ":" {
		return nil
	}
	last := b.Last - 1
	for last > m.token && d.Tokens[last].Kind == text.Space {
		last--
	}
	if s := d.Of(d.Tokens[last]); s != "।" && s != "?" && s != "!" {
		return nil
	}
	for j := d.TokenAt(m.span.End); j < last; j++ {
		if d.Tokens[j].Kind == text.Punct {
			return nil
		}
	}
	mark := counterpart(d.Text[m.span.Start:m.span.End])
	at := d.Tokens[last].End()
	return []checker.Fix{{Title: mark, Edits: []checker.Edit{{Span: text.Span{Start: at, End: at}, Text: mark}}}}
}

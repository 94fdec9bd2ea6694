package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed initials.md
var initialsPage string

var initials = checker.Rule{
	Name:     "initials",
	Category: "names",
	Severity: checker.Info,
	Doc:      initialsPage,
	Check:    checker.Each(checkInitials),
}

var msgInitials = say(
	"%[1]q here, but %[2]q elsewhere in the text; write initials one way",
	"यहाँ “%[1]s” लिखा है, पर इसी लेख में “%[2]s” भी है; नाम के आद्याक्षर एक ही तरह लिखें")

// initialled is one name with initials before it.
type initialled struct {
	span    text.Span
	letters string // the initials without stops and spaces
	name    string // the folded word behind them
	style   string // the initials as typed, each letter as x
}

func checkInitials(p *checker.Pass) {
	letters := make([]bool, len(p.Doc.Forms))
	some := false
	for i, f := range p.Doc.Forms {
		letters[i] = text.IsLetterName(f.Folded)
		some = some || letters[i]
	}
	if !some {
		return
	}
	byName := map[string][]initialled{}
	var order []string
	for i := 0; i < len(p.Doc.Tokens); i++ {
		if t := p.Doc.Tokens[i]; t.Kind != text.Word || !letters[t.Form] {
			continue
		}
		found, last, ok := initialsAt(p.Doc, i)
		if !ok {
			continue
		}
		key := found.letters + " " + found.name
		if byName[key] == nil {
			order = append(order, key)
		}
		byName[key] = append(byName[key], found)
		i = last
	}
	for _, key := range order {
		reportInitials(p, byName[key])
	}
}

// initialsAt returns the initials and the name that begin at token i. Letters
// stand apart from one another by stops, spaces or both.
func initialsAt(d *text.Document, i int) (found initialled, last int, ok bool) {
	start := i
	if i > 0 && d.Tokens[i-1].Kind != text.Space && d.Tokens[i-1].Kind != text.Break && d.Tokens[i-1].Kind != text.Punct {
		return found, 0, false
	}
	for i < len(d.Tokens) && d.Tokens[i].Kind == text.Word && text.IsLetterName(d.Word(d.Tokens[i]).Folded) {
		found.letters += d.Word(d.Tokens[i]).Folded
		found.style += "x"
		i++
		if i < len(d.Tokens) && (d.Of(d.Tokens[i]) == "." || d.Of(d.Tokens[i]) == "॰") {
			found.style += "."
			i++
		}
		if i < len(d.Tokens) && d.Tokens[i].Kind == text.Space {
			found.style += " "
			i++
		}
	}
	if len(found.style) > 1 && found.style[1] != '.' && lexicon.IsFunctionWord(d.Word(d.Tokens[start])) {
		return found, 0, false
	}
	if found.style == "" || i >= len(d.Tokens) || d.Tokens[i].Kind != text.Word || found.style[len(found.style)-1] == 'x' {
		return found, 0, false
	}
	found.name = d.Word(d.Tokens[i]).Folded
	found.span = text.Span{Start: d.Tokens[start].Start(), End: d.Tokens[i].End()}
	return found, i, true
}

// reportInitials reports the names of one bearer that are not in the style of
// most. Letters that no stop ever follows may be words.
func reportInitials(p *checker.Pass, all []initialled) {
	count := map[string]int{}
	sure := false // that they are initials: a stop stands behind one
	best := all[0]
	for _, n := range all {
		count[n.style]++
		sure = sure || n.style[1] == '.'
	}
	for _, n := range all {
		if count[n.style] > count[best.style] {
			best = n
		}
	}
	if !sure || len(count) < 2 {
		return
	}
	for _, n := range all {
		if n.style == best.style {
			continue
		}
		right := p.Doc.Text[best.span.Start:best.span.End]
		f := checker.Finding{
			Span:    n.span,
			Message: p.Sprintf(msgInitials, p.Doc.Text[n.span.Start:n.span.End], right),
			Related: []checker.Related{{Span: best.span, Message: right}},
		}
		if count[best.style] > count[n.style] {
			f.Fixes = []checker.Fix{checker.Replace(n.span, right)}
		}
		p.Report(f)
	}
}

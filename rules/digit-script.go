package rules

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed digit-script.md
var digitScriptPage string

var digitScript = checker.Rule{
	Name:     "digit-script",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      digitScriptPage,
	Check:    checker.Each(checkDigitScript),
}

var (
	msgDigits = say(
		"%[1]s here, but the other numbers of the text are written like %[2]s; use one set of digits",
		"यहाँ %[1]s लिखा है, पर इस लेख की बाकी संख्याएँ %[2]s जैसे अंकों में हैं; एक ही तरह के अंक रखें")
	msgDigitsTie = say(
		"%[1]s here and %[2]s elsewhere: the text writes as many numbers in one set of digits as in the other; use one",
		"यहाँ %[1]s और दूसरी जगह %[2]s: लेख में दोनों तरह के अंक बराबर हैं; एक ही तरह के रखें")
)

var (
	toDevanagari = strings.NewReplacer("0", "०", "1", "१", "2", "२", "3", "३", "4", "४", "5", "५", "6", "६", "7", "७", "8", "८", "9", "९")
	toASCII      = strings.NewReplacer("०", "0", "१", "1", "२", "2", "३", "3", "४", "4", "५", "5", "६", "6", "७", "7", "८", "8", "९", "9")
)

// devanagariLead is the first byte of every Devanagari digit, and of every mark
// of that block.
const devanagariLead = 0xe0

func checkDigitScript(p *checker.Pass) {
	d := p.Doc
	if !slices.ContainsFunc(d.Tokens, func(t text.Token) bool { return t.Kind == text.Number && d.Of(t)[0] == devanagariLead }) {
		return
	}
	var ascii, devanagari []int
	marks := quotes.Of(d)
	for i, t := range d.Tokens {
		if t.Kind != text.Number || !plainNumber(d, i) || inTitle(marks, i) {
			continue
		}
		switch s := d.Of(t); {
		case strings.IndexByte(s, devanagariLead) < 0:
			ascii = append(ascii, i)
		case !strings.ContainsAny(s, "0123456789"):
			devanagari = append(devanagari, i)
		}
	}
	if len(ascii) == 0 || len(devanagari) == 0 {
		return
	}
	few, many, change := ascii, devanagari, toDevanagari
	if len(devanagari) < len(ascii) || len(devanagari) == len(ascii) && ascii[0] < devanagari[0] {
		few, many, change = devanagari, ascii, toASCII
	}
	reportDigits(p, few, many, change)
}

// reportDigits reports the numbers of the rarer digits; at a tie without a fix.
func reportDigits(p *checker.Pass, few, many []int, change *strings.Replacer) {
	model := p.Doc.Tokens[many[0]].Span()
	for _, i := range few {
		span := p.Doc.Tokens[i].Span()
		number := p.Doc.Text[span.Start:span.End]
		f := checker.Finding{Span: span, Related: []checker.Related{{Span: model, Message: p.Doc.Text[model.Start:model.End]}}}
		if len(few) == len(many) {
			f.Message = p.Sprintf(msgDigitsTie, number, f.Related[0].Message)
		} else {
			f.Message = p.Sprintf(msgDigits, number, f.Related[0].Message)
			f.Fixes = []checker.Fix{checker.Replace(span, change.Replace(number))}
		}
		p.Report(f)
	}
}

// plainNumber reports whether the number at token i is one that Hindi prose
// chose digits for: no ० that shortens a word (डा०, बी०ए०) and no digits of a
// Latin name (COVID-19, 5G, iPhone 12).
func plainNumber(d *text.Document, i int) bool {
	t := d.Tokens[i]
	if d.Of(t) == "०" && i > 0 && d.Tokens[i-1].Kind == text.Word {
		return false
	}
	return !besideLatin(d, i, -1) && !besideLatin(d, i, 1)
}

// besideLatin reports whether a Latin word stands on one side of token i, at
// most a space or a hyphen away.
func besideLatin(d *text.Document, i, step int) bool {
	for range 2 {
		i += step
		if i < 0 || i >= len(d.Tokens) {
			return false
		}
		switch t := d.Tokens[i]; t.Kind {
		case text.Latin, text.Opaque:
			return true
		case text.Space:
		case text.Punct:
			if d.Of(t) != "-" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// maxTitle is the length in tokens of the longest quotation that is taken for a
// title.
const maxTitle = 16

// inTitle reports whether token i stands in a short quotation: a title keeps
// the digits that its owner gave it (“विज़न २०४७”).
func inTitle(marks []quoteMark, i int) bool {
	at, _ := slices.BinarySearchFunc(marks, i, func(m quoteMark, token int) int { return cmp.Compare(m.token, token) })
	if at == 0 {
		return false
	}
	m := marks[at-1]
	return m.role == quoteOpens && m.partner > 0 && marks[m.partner].token > i && marks[m.partner].token-m.token <= maxTitle
}

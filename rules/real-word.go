package rules

import (
	_ "embed"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed real-word.md
var realWordPage string

var realWord = checker.Rule{
	Name:     "real-word",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      realWordPage,
	Check:    checker.Each(checkRealWord),
}

var (
	msgHave   = say("%[3]q is plural and takes %[2]q, not %[1]q", "“%[3]s” बहुवचन है, इसके साथ “%[1]s” नहीं, “%[2]s” आएगा")
	msgHas    = say("%[3]q is singular and takes %[2]q, not %[1]q", "“%[3]s” एकवचन है, इसके साथ “%[1]s” नहीं, “%[2]s” आएगा")
	msgSpoken = say("%[1]q is how %[2]q is spoken; write %[2]q", "“%[1]s” बोलचाल का रूप है; लेख में “%[2]s” लिखें")
	msgReal   = say("%[1]q makes no sense here; %[2]q is meant", "यहाँ “%[1]s” नहीं, “%[2]s” होना चाहिए")
)

// confusion is a function word that is typed for another: where the sentence
// decides that it was, and the message.
type confusion struct {
	wrong   func(d *text.Document, i int) bool
	message string
}

var confusions = map[string]confusion{
	"has":    {singularAuxiliary, msgHave},
	"have":   {pluralAuxiliary, msgHas},
	"of":     {ofForThat, msgReal},
	"that":   {thatForOf, msgReal},
	"in":     {inWithoutNasal, msgReal},
	"i":      {selfWithoutNasal, msgReal},
	"inside": {insideForSelf, msgReal},
	"self":   {selfForInside, msgReal},
	"and":    {andForSide, msgReal},
	"side":   {sideForAnd, msgReal},
	"not":    {notForAgent, msgReal},
	"on":     {onShort, msgSpoken},
	"logo":   {peopleForLogo, msgReal},
}

func checkRealWord(p *checker.Pass) {
	d := p.Doc
	slips := make([]bool, len(d.Forms))
	for i, f := range d.Forms {
		slips[i] = lexicon.FunctionOf(f).Slip != ""
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word || !slips[t.Form] || mentioned(d, i) {
			continue
		}
		f := lexicon.FunctionOf(d.Word(t))
		if c := confusions[f.Slip]; c.wrong(d, i) {
			reportFunctionWord(p, i, c.message, f.Meant)
		}
	}
}

func reportFunctionWord(p *checker.Pass, i int, message, meant string) {
	span, before := p.Doc.Tokens[i].Span(), ""
	if j := participleBefore(p.Doc, i); j >= 0 {
		before = p.Doc.Of(p.Doc.Tokens[j])
	}
	p.Report(checker.Finding{
		Span:       span,
		Message:    p.Sprintf(message, p.Doc.Of(p.Doc.Tokens[i]), meant, before),
		Confidence: 0.95,
		Fixes:      []checker.Fix{signFix(p.Doc.Text, span, meant)},
	})
}

// signFix returns a suggested fix that changes only the signs in which a word
// and the one that is meant differ.
func signFix(source string, span text.Span, meant string) checker.Fix {
	found, with := source[span.Start:span.End], meant
	for found != "" && with != "" {
		r, n := utf8.DecodeRuneInString(found)
		if s, _ := utf8.DecodeRuneInString(with); r != s {
			break
		}
		found, with = found[n:], with[n:]
	}
	at := text.Span{Start: span.End - len(found), End: span.End}
	return checker.Fix{Title: meant, Edits: []checker.Edit{{Span: at, Text: with}}}
}

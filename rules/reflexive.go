package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed reflexive.md
var reflexivePage string

var reflexive = checker.Rule{
	Name:     "reflexive",
	Category: "grammar",
	Severity: checker.Info,
	Doc:      reflexivePage,
	Check:    checker.Each(checkReflexive),
}

var msgReflexive = say(
	"behind the subject %[2]q write %[3]q for %[1]q",
	"कर्ता “%[2]s” के बाद “%[1]s” नहीं, “%[3]s” लिखें")

func checkReflexive(p *checker.Pass) {
	d := p.Doc
	for i, t := range d.Tokens {
		if t.Kind != text.Word {
			continue
		}
		subject := lexicon.GrammarOf(d.Word(t))
		if subject.Person == 0 || subject.Own != "" {
			continue
		}
		j := pastAdverbs(d, i)
		if j < 0 {
			continue
		}
		own := lexicon.GrammarOf(d.Word(d.Tokens[j]))
		if own.Own == "" || own.Person != subject.Person {
			continue
		}
		found := d.Tokens[j]
		p.Report(checker.Finding{
			Span:       found.Span(),
			Message:    p.Sprintf(msgReflexive, d.Of(found), d.Of(t), own.Own),
			Confidence: 0.8,
			Related:    []checker.Related{{Span: t.Span(), Message: d.Of(t)}},
			Fixes:      []checker.Fix{checker.Replace(found.Span(), own.Own)},
		})
	}
}

// maxAdverbs is the number of adverbs, particles and times that may stand between a
// subject and its possessive: हमने आज भी हमारे.
const maxAdverbs = 3

// pastAdverbs returns the first word behind token i that is no adverb, or -1.
func pastAdverbs(d *text.Document, i int) int {
	for range maxAdverbs + 1 {
		if i = followingWord(d, i); i < 0 {
			return -1
		}
		g := lexicon.GrammarOf(d.Word(d.Tokens[i]))
		if g.Part != lexicon.Adverb && g.Part != lexicon.Particle && !g.Bare {
			return i
		}
	}
	return -1
}

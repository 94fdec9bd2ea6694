package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed adjective-gender.md
var adjectiveGenderPage string

var adjectiveGender = checker.Rule{
	Name:     "adjective-gender",
	Category: "grammar",
	Severity: checker.Warning,
	Doc:      adjectiveGenderPage,
	Check:    checker.Each(checkAdjectiveGender),
}

func checkAdjectiveGender(p *checker.Pass) {
	d := p.Doc
	declined := make([]*lexicon.Grammar, len(d.Forms))
	some := false
	for i, f := range d.Forms {
		if g := lexicon.GrammarOf(f); declines(g) {
			declined[i], some = g, true
		}
	}
	if !some {
		return
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word || declined[t.Form] == nil || i > 0 && d.Of(d.Tokens[i-1]) == "-" {
			continue
		}
		g := declined[t.Form]
		ph, ok := phraseAfter(d, i)
		if !ok || !ph.against(g.Agrees) || !attributive(d, i, ph) {
			continue
		}
		key := msgGenderM
		if g.Agrees == lexicon.Masculine {
			key = msgGenderF
		}
		reportGender(p, i, ph.head, declinedFor(d, i, ph, g.Agrees), key)
	}
}

// declines reports whether a form is a declined adjective and nothing else.
func declines(g *lexicon.Grammar) bool {
	return g.Adjective == 'd' && g.Agrees != lexicon.Unknown && !g.Noun && !g.Determiner && !g.Case && !g.Compound && !g.Adverbial && g.Part == lexicon.NoPart
}

// attributive reports whether an adjective belongs to the noun of a phrase and to
// nothing else: only nouns, numerals and adjectives that do not decline stand
// between, and the noun ends its phrase. Before a noun of place it may be a part of a name: नई बाजार.
func attributive(d *text.Document, i int, ph nounPhrase) bool {
	head := d.Word(d.Tokens[ph.head])
	g := lexicon.GrammarOf(head)
	if g.Adverbial && behindVerbal(d, i) || g.Kind || len(lexicon.NamesOf(head)) > 0 || placeName(d, ph.head) {
		return false
	}
	for j := i + 2; j < ph.head; j += 2 {
		if d.Tokens[j].Kind != text.Word {
			continue
		}
		if between := lexicon.GrammarOf(d.Word(d.Tokens[j])); between.Adjective != 'i' && !between.Noun && !between.Determiner {
			return false
		}
	}
	written := lexicon.GrammarOf(d.Word(d.Tokens[i])).Agrees
	switch end, next := ph.end(d); end {
	case endsSentence:
		return true
	case endsVerb:
		// In नई मकान बनाने की योजना it would belong to the plan.
		return !lexicon.GrammarOf(d.Word(d.Tokens[next])).Verbal || !lexicon.FunctionOf(d.Word(d.Tokens[next])).Infinitive
	case endsCase:
		return !g.Direct
	case endsJoint:
		second, ok := phraseAfter(d, next)
		return ok && second.against(written)
	case endsPhrase:
		return opensOther(d, next)
	case endsGenitive:
		outer, ok := phraseAfter(d, next)
		return otherCase(d, i, next) && written == lexicon.Masculine || ok && outer.against(written)
	}
	return false
}

// declensions are the endings of a masculine form and of the feminine one.
var declensions = [...]struct{ masculine, feminine string }{{"ए", "ई"}, {"ये", "यी"}, {"या", "ई"}, {"े", "ी"}, {"ा", "ी"}}

// declinedFor returns an adjective in the form for the other gender.
func declinedFor(d *text.Document, i int, ph nounPhrase, written lexicon.Gender) string {
	word := d.Of(d.Tokens[i])
	if written == lexicon.Masculine {
		for _, e := range declensions {
			if stem, ok := strings.CutSuffix(word, e.masculine); ok {
				return stem + e.feminine
			}
		}
		return word
	}
	end, _ := ph.end(d)
	head := d.Word(d.Tokens[ph.head])
	direct := (end == endsVerb || end == endsSentence) && !strings.HasSuffix(head.Folded, "े") && !lexicon.GrammarOf(head).Bare
	for _, e := range declensions {
		if direct != (strings.HasSuffix(e.masculine, "ा")) {
			continue
		}
		if stem, ok := strings.CutSuffix(word, e.feminine); ok {
			return stem + e.masculine
		}
	}
	return word
}

package rules

import (
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

var verbAgreement = checker.Rule{
	Name:     "verb-agreement",
	Category: "grammar",
	Severity: checker.Warning,
	Doc:      page("verb-agreement"),
	Check:    checker.Each(checkVerbAgreement),
}

var msgAgreement = say(
	"%[2]q is a feminine plural: write %[3]q, not %[1]q",
	"“%[2]s” स्त्रीलिंग बहुवचन है: “%[1]s” नहीं, “%[3]s” होगा")

func checkVerbAgreement(p *checker.Pass) {
	d := p.Doc
	for i, t := range d.Tokens {
		if t.Kind != text.Word || i < 2 || d.Tokens[i-2].Kind != text.Word || nextWord(d, i-2) != i {
			continue
		}
		f := d.Word(t)
		if !singularPerfective(f) || !endsClause(d, i) || !pluralFeminine(d.Word(d.Tokens[i-2])) {
			continue
		}
		found, noun := d.Of(t), d.Of(d.Tokens[i-2])
		p.Report(checker.Finding{
			Span:       t.Span(),
			Message:    p.Sprintf(msgAgreement, found, noun, found+"ं"),
			Confidence: 0.8,
			Related:    []checker.Related{{Span: d.Tokens[i-2].Span(), Message: noun}},
			Fixes:      []checker.Fix{checker.Replace(t.Span(), found+"ं")},
		})
	}
}

// singularPerfective reports whether a form is a feminine singular participle:
// बदली, पहुंचाई, की; not the future करेगी, nor the imperfective करती, which a
// word behind it completes.
func singularPerfective(f *text.Form) bool {
	w := f.Folded
	if !strings.HasSuffix(w, "ी") && !strings.HasSuffix(w, "ई") || strings.HasSuffix(w, "गी") || strings.HasSuffix(w, "ती") {
		return false
	}
	g := lexicon.GrammarOf(f)
	return g.Verb || isGenitiveMark(f, g)
}

// endsClause reports whether a clause ends behind token i.
func endsClause(d *text.Document, i int) bool {
	i++
	if i < len(d.Tokens) && d.Tokens[i].Kind == text.Space {
		i++
	}
	return i >= len(d.Tokens) || d.Tokens[i].Kind == text.Break || d.Of(d.Tokens[i]) == "," || endOfSentence(d, i) == endsSentence
}

// pluralEndings are those of the bare plural of feminine nouns.
var pluralEndings = [...]string{"एं", "इयां", "ियां", "ें"}

// pluralFeminine reports whether a form is clearly the bare plural of a feminine
// noun.
func pluralFeminine(f *text.Form) bool {
	g := lexicon.GrammarOf(f)
	if !g.Noun || g.Gender != lexicon.Feminine || g.Case {
		return false
	}
	key := lexicon.KeyOf(f)
	for _, e := range pluralEndings {
		if strings.HasSuffix(key, e) {
			return true
		}
	}
	return false
}

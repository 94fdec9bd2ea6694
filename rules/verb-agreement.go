package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed verb-agreement.md
var verbAgreementPage string

var verbAgreement = checker.Rule{
	Name:     "verb-agreement",
	Category: "grammar",
	Severity: checker.Warning,
	Doc:      verbAgreementPage,
	Check:    checker.Each(checkVerbAgreement),
}

var (
	msgAgreement = say(
		"%[2]q is a feminine plural: write %[3]q, not %[1]q",
		"“%[2]s” स्त्रीलिंग बहुवचन है: “%[1]s” नहीं, “%[3]s” होगा")
	msgFeminineVerb = say(
		"the verb agrees with %[2]q, which is feminine: write %[3]q, not %[1]q",
		"क्रिया “%[2]s” के साथ चलेगी, जो स्त्रीलिंग है: “%[1]s” नहीं, “%[3]s” होगा")
)

func checkVerbAgreement(p *checker.Pass) {
	d := p.Doc
	shapes := make([]verbShape, len(d.Forms))
	for i, f := range d.Forms {
		shapes[i] = agreementOf(f)
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word {
			continue
		}
		switch shapes[t.Form] {
		case noShape:
		case madeMasculine:
			if noun := previousWord(d, i); noun >= 0 && feminineObject(d, noun) && !goesOnVerbal(d, i) {
				reportAgreement(p, i, noun, msgFeminineVerb, lexicon.GrammarOf(d.Word(t)).Agreeing)
			}
		default:
			if noun := pluralBefore(d, i); noun >= 0 && endsClause(d, i) {
				reportAgreement(p, i, noun, msgAgreement, d.Of(t)+"ं")
			}
		}
	}
}

func reportAgreement(p *checker.Pass, verb, noun int, message, meant string) {
	d := p.Doc
	span := d.Tokens[verb].Span()
	p.Report(checker.Finding{
		Span:       span,
		Message:    p.Sprintf(message, d.Of(d.Tokens[verb]), d.Of(d.Tokens[noun]), meant),
		Confidence: 0.8,
		Related:    []checker.Related{{Span: d.Tokens[noun].Span(), Message: d.Of(d.Tokens[noun])}},
		Fixes:      []checker.Fix{checker.Replace(span, meant)},
	})
}

// verbShape says in what way a verb form agrees.
type verbShape byte

const (
	noShape       verbShape = iota
	perfective              // a feminine singular participle: बदली, पहुंचाई, की
	auxiliary               // है, थी
	madeMasculine           // the masculine participle of करना: किया
)

func agreementOf(f *text.Form) verbShape {
	g := lexicon.GrammarOf(f)
	switch {
	case g.Agreement == "subject":
		return noShape
	case g.Agreement == "made":
		return madeMasculine
	case g.Agreement == "auxiliary":
		return auxiliary
	case singularPerfective(f, g):
		return perfective
	}
	return noShape
}

// singularPerfective reports whether a form is a feminine singular participle:
// बदली, पहुंचाई, की; not the future करेगी, nor the imperfective करती, which a
// word behind it completes.
func singularPerfective(f *text.Form, g *lexicon.Grammar) bool {
	w := f.Folded
	if !strings.HasSuffix(w, "ी") && !strings.HasSuffix(w, "ई") || strings.HasSuffix(w, "गी") || strings.HasSuffix(w, "ती") {
		return false
	}
	return g.Verb || isGenitiveMark(f, g)
}

// pluralBefore returns the feminine plural that the verb form at token i should
// agree with, or -1: the noun before it, or before the participle, the passive or
// the stem that it completes: बनाई है, भेजी गई थी, बना दी.
func pluralBefore(d *text.Document, i int) int {
	j := previousWord(d, i)
	if j < 0 {
		return -1
	}
	verb := d.Word(d.Tokens[i])
	if agreementOf(verb) == auxiliary && lexicon.GrammarOf(d.Word(d.Tokens[j])).Verb {
		if verb = d.Word(d.Tokens[j]); agreementOf(verb) != perfective {
			return -1
		}
		if j = previousWord(d, j); j < 0 {
			return -1
		}
	} else if lexicon.FunctionOf(verb).Slip != "" {
		return -1 // है alone says what something is
	}
	before := d.Word(d.Tokens[j])
	switch lexicon.GrammarOf(verb).Agreement {
	case "passive":
		if agreementOf(before) == perfective && !pluralFeminine(before) {
			j = previousWord(d, j)
		}
	case "completes":
		if lexicon.GrammarOf(before).Part == lexicon.Stem {
			j = previousWord(d, j)
		}
	}
	if j < 0 || !pluralFeminine(d.Word(d.Tokens[j])) {
		return -1
	}
	return j
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

// feminineObject reports whether the noun at token i is a feminine with which
// करना agrees: जांच की, not याद किया, शाम किया nor लेखा-जोखा किया.
func feminineObject(d *text.Document, i int) bool {
	f := d.Word(d.Tokens[i])
	g := lexicon.GrammarOf(f)
	if !g.Noun || g.Gender != lexicon.Feminine || g.Case || g.Adverbial || g.Compound || g.Adjective != 0 || g.Part != lexicon.NoPart {
		return false
	}
	return !strings.Contains(g.Governs, "verb") && !strings.HasSuffix(f.Folded, "ों") && len(lexicon.NamesOf(f)) == 0 && (i == 0 || d.Of(d.Tokens[i-1]) != "-")
}

// goesOnVerbal reports whether a verbal noun or an imperfective participle stands
// behind token i: before it किया does not agree (किया जाना, किया करती थी).
func goesOnVerbal(d *text.Document, i int) bool {
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	f := d.Word(d.Tokens[j])
	return lexicon.GrammarOf(f).Verbal || strings.HasSuffix(f.Folded, "ती") || strings.HasSuffix(f.Folded, "नी")
}

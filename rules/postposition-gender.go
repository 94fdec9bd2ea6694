package rules

import (
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

var postpositionGender = checker.Rule{
	Name:     "postposition-gender",
	Category: "grammar",
	Severity: checker.Error,
	Doc:      page("postposition-gender"),
	Check:    checker.Each(checkPostpositionGender),
}

var (
	msgGenderF = say(
		"%[2]q is feminine: write %[3]q, not %[1]q, before it",
		"“%[2]s” स्त्रीलिंग है: इसके पहले “%[1]s” नहीं, “%[3]s” होगा")
	msgGenderM = say(
		"%[2]q is masculine: write %[3]q, not %[1]q, before it",
		"“%[2]s” पुल्लिंग है: इसके पहले “%[1]s” नहीं, “%[3]s” होगा")
	msgCompound = say(
		"%[2]q takes %[3]q, not %[1]q",
		"“%[2]s” के पहले “%[1]s” नहीं, “%[3]s” आता है")
)

func checkPostpositionGender(p *checker.Pass) {
	d := p.Doc
	genitive := make([]*lexicon.Grammar, len(d.Forms))
	some := false
	for i, f := range d.Forms {
		if g := lexicon.GrammarOf(f); g.Genitive != lexicon.Unknown && g.Other != "" {
			genitive[i], some = g, true
		}
	}
	if !some {
		return
	}
	for i, t := range d.Tokens {
		if t.Kind != text.Word || genitive[t.Form] == nil || i > 0 && d.Of(d.Tokens[i-1]) == "-" {
			continue
		}
		g := genitive[t.Form]
		if makesPostposition(d, i, g) {
			continue
		}
		if noun, ok := compoundFault(d, i, g); ok {
			reportGender(p, i, noun, g.Other, msgCompound)
			continue
		}
		if ph, ok := phraseAfter(d, i); ok && ph.against(g.Genitive) && certain(d, i, ph, g) {
			key := msgGenderM
			if g.Genitive == lexicon.Masculine {
				key = msgGenderF
			}
			reportGender(p, i, ph.head, g.Other, key)
		}
	}
}

// makesPostposition reports whether a genitive and the word behind it make a
// postposition, rightly: के प्रति, though प्रति is a feminine noun too.
func makesPostposition(d *text.Document, i int, g *lexicon.Grammar) bool {
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	w := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return w.Compound && strings.IndexByte(w.Takes, byte(g.Genitive)) >= 0
}

// compoundFault reports whether the word behind a genitive makes a postposition
// that takes the other gender (की पश्चात), and that word.
func compoundFault(d *text.Document, i int, g *lexicon.Grammar) (word int, ok bool) {
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return 0, false
	}
	w := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	if !w.Compound || w.Noun || w.Adjective != 0 || len(w.Takes) != 1 || w.Takes[0] == byte(g.Genitive) {
		return 0, false
	}
	return j, !verbGenitive(d, i, g) && !modifies(d, j)
}

// modifies reports whether the word at token i is itself modified or modifies
// what follows: उनकी बाद की फिल्में, की करीब तीन गाड़ियां.
func modifies(d *text.Document, i int) bool {
	j := nextWord(d, i)
	if j < 0 {
		return false
	}
	if d.Tokens[j].Kind != text.Word {
		return d.Tokens[j].Kind == text.Number
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return g.Genitive != lexicon.Unknown || g.Determiner
}

// certain reports whether a genitive that agrees with no noun of a phrase can
// belong to nothing else.
func certain(d *text.Document, i int, ph nounPhrase, g *lexicon.Grammar) bool {
	head := d.Word(d.Tokens[ph.head])
	if lexicon.GrammarOf(head).Adverbial || namesOther(head) || verbGenitive(d, i, g) {
		return false
	}
	c := claim{gender: g.Genitive, oblique: strings.HasSuffix(d.Word(d.Tokens[i]).Folded, "े")}
	switch end, next := ph.end(d); end {
	case endsSentence:
		return true
	case endsVerb:
		return !c.takesVerb(d, next)
	case endsCase:
		return ph.head == i+2 && fixedPostposition(head, g) || c.oblique && lexicon.GrammarOf(d.Word(d.Tokens[next])).Ergative || !c.claimed(d, next, false)
	case endsJoint, endsPhrase:
		c.anywhere = true
		return !c.claimed(d, next, end == endsPhrase)
	case endsGenitive:
		// भारत की समर्थन की आश्वासन: it fits neither this noun nor the next.
		outer, ok := phraseAfter(d, next)
		if !ok {
			return false
		}
		end, after := outer.end(d)
		if g.Genitive == lexicon.Masculine && otherCase(d, i, next) && end == endsVerb && bareObject(d, after) {
			return true
		}
		if !otherCase(d, i, next) && !outer.against(g.Genitive) {
			return false
		}
		return end != endsNot && end != endsGenitive && (after >= len(d.Tokens) || !c.claimed(d, after, false))
	}
	return false
}

// bareObject reports whether a verb form is finite or says a purpose: पहलों का
// विकास किया, पहलों का विकास करने के लिए. Before another verbal noun के may
// introduce its subject.
func bareObject(d *text.Document, verb int) bool {
	if !lexicon.GrammarOf(d.Word(d.Tokens[verb])).Verbal {
		return true
	}
	j := nextWord(d, verb)
	return j >= 0 && ofPurpose(d, j)
}

// namesOther reports whether a form is a name too, other than a given name,
// which a genitive seldom introduces: मध्य प्रदेश के धार में, उनके राय साहब.
func namesOther(f *text.Form) bool {
	return slices.ContainsFunc(lexicon.NamesOf(f), func(n lexicon.Name) bool { return n.Kind != "given" })
}

// fixedPostposition reports whether a head makes a postposition with a genitive
// of the other gender, as in के आधार पर: nothing comes between the two.
func fixedPostposition(head *text.Form, g *lexicon.Grammar) bool {
	w := lexicon.GrammarOf(head)
	return w.Compound && strings.IndexByte(w.Takes, byte(g.Genitive)) < 0
}

// verbGenitive reports whether की may be a slip for कि (कहा की, यहां तक की): a
// verb, a case mark or an adverb stands before it.
func verbGenitive(d *text.Document, i int, g *lexicon.Grammar) bool {
	if g.Genitive != lexicon.Feminine || len(d.Of(d.Tokens[i])) != len("की") || i < 2 || d.Tokens[i-2].Kind != text.Word {
		return false
	}
	w := lexicon.GrammarOf(d.Word(d.Tokens[i-2]))
	return w.Verb && !w.Verbal || w.Case || w.Part == lexicon.Adverb
}

func reportGender(p *checker.Pass, i, noun int, with string, key string) {
	t := p.Doc.Tokens[i]
	found := p.Doc.Of(t)
	p.Report(checker.Finding{
		Span:       t.Span(),
		Message:    p.Sprintf(key, found, p.Doc.Of(p.Doc.Tokens[noun]), with),
		Confidence: 0.9,
		Related:    []checker.Related{{Span: p.Doc.Tokens[noun].Span(), Message: p.Doc.Of(p.Doc.Tokens[noun])}},
		Fixes:      []checker.Fix{checker.Replace(t.Span(), with)},
	})
}

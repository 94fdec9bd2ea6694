package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed postposition-gender.md
var postpositionGenderPage string

var postpositionGender = checker.Rule{
	Name:     "postposition-gender",
	Category: "grammar",
	Severity: checker.Error,
	Doc:      postpositionGenderPage,
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
			reportGender(p, i, ph.head, otherForm(d, ph, g), key)
		}
	}
}

// otherForm returns the form of a genitive for the noun of a phrase: for a
// masculine that stands bare in the singular it ends in ा.
func otherForm(d *text.Document, ph nounPhrase, g *lexicon.Grammar) string {
	head := d.Word(d.Tokens[ph.head])
	end, next := ph.end(d)
	bare := end == endsVerb && !pluralVerb(d.Word(d.Tokens[next])) || end == endsPhrase || end == endsNot || end == endsSentence
	if g.Genitive == lexicon.Feminine && bare && !strings.HasSuffix(head.Folded, "े") && !strings.HasSuffix(head.Folded, "ों") {
		return strings.TrimSuffix(g.Other, "े") + "ा"
	}
	return g.Other
}

// makesPostposition reports whether a genitive and the word behind it make a
// postposition, rightly: के प्रति, though प्रति is a feminine noun too.
func makesPostposition(d *text.Document, i int, g *lexicon.Grammar) bool {
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	w := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return w.Compound && strings.IndexByte(w.Takes, byte(g.Genitive)) >= 0
}

// compoundFault reports whether the word behind a genitive makes a postposition
// that takes the other gender (की पश्चात), and that word.
func compoundFault(d *text.Document, i int, g *lexicon.Grammar) (word int, ok bool) {
	j := followingWord(d, i)
	if j < 0 {
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
	adverbial := lexicon.GrammarOf(head).Adverbial
	fixed := fixedPostposition(head, g)
	if lexicon.GrammarOf(head).Bare || lexicon.GrammarOf(head).Agreement != "" || namesOther(head) || verbGenitive(d, i, g) || placeName(d, ph.head) || fixed && determined(d, ph.head) {
		return false
	}
	c := claim{gender: g.Genitive, oblique: strings.HasSuffix(d.Word(d.Tokens[i]).Folded, "े"), verbal: behindVerbal(d, i)}
	if c.verbal && nameAhead(d, i) {
		return false // what is done to a name belongs to a noun behind it: बनाने की भारत के साथ योजना
	}
	switch end, next := ph.end(d); end {
	case endsSentence:
		return true
	case endsVerb:
		return !c.takesVerb(d, next)
	case endsCase:
		if lexicon.GrammarOf(head).Direct {
			return false // before a case mark it would end in े, and is a name
		}
		c.anywhere = adverbial
		return fixed && ph.head == i+2 && !adverbial || c.oblique && lexicon.GrammarOf(d.Word(d.Tokens[next])).Ergative || !c.claimed(d, next, false)
	case endsJoint:
		return c.joint(d, next)
	case endsNot:
		return wholePhrase(head) && lexicon.GrammarOf(head).Heads == "" && next < len(d.Tokens) && d.Tokens[next].Kind == text.Word
	case endsPhrase:
		if wholePhrase(head) {
			return true
		}
		if !adverbial && opensOther(d, next) && lexicon.NumberWordOf(head).Unit != lexicon.Label {
			return true
		}
		c.anywhere = true
		return !c.claimed(d, next, true)
	case endsGenitive:
		return !adverbial && c.outer(d, i, next)
	}
	return false
}

// outer reports whether a genitive fits neither the noun before the genitive at
// token next nor the one behind it: भारत की समर्थन की आश्वासन.
func (c claim) outer(d *text.Document, i, next int) bool {
	outer, ok := phraseAfter(d, next)
	if !ok {
		return false
	}
	end, after := outer.end(d)
	if c.gender == lexicon.Masculine && otherCase(d, i, next) && end == endsVerb && bareObject(d, after) {
		return true
	}
	if !otherCase(d, i, next) && !outer.against(c.gender) {
		return false
	}
	return end != endsNot && end != endsGenitive && (after >= len(d.Tokens) || !c.claimed(d, after, false))
}

// joint reports whether a genitive fits none of the nouns that token next joins:
// के सुरक्षा और बेहतरी में.
func (c claim) joint(d *text.Document, next int) bool {
	if second, ok := phraseAfter(d, next); ok && second.against(c.gender) {
		if end, after := second.end(d); end == endsCase {
			return !c.claimed(d, after, false)
		}
	}
	c.anywhere = true
	return !c.claimed(d, next, false)
}

// behindVerbal reports whether a verbal noun stands before token i.
func behindVerbal(d *text.Document, i int) bool {
	j := previousWord(d, i)
	return j >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[j])).Infinitive
}

// nameAhead reports whether a known name stands behind token i.
func nameAhead(d *text.Document, i int) bool {
	j := followingWord(d, i)
	return j >= 0 && len(lexicon.NamesOf(d.Word(d.Tokens[j]))) > 0
}

// opensOther reports whether token i begins a phrase that the noun before it is no
// part of: a number, a determiner, a pronoun, a time or the name of a body, not an
// adjective as in मान्यता प्राप्त.
func opensOther(d *text.Document, i int) bool {
	t := d.Tokens[i]
	if t.Kind == text.Number {
		return true
	}
	g := lexicon.GrammarOf(d.Word(t))
	return (!g.Noun && namesBody(d.Word(t)) || g.Determiner || g.Bare || g.Part == lexicon.Pronoun || g.Genitive != lexicon.Unknown) && !g.Compound && g.Adjective == 0
}

// wholePhrase reports whether the form of a noun shows that it stands bare: कहानियां,
// फैसला. It is then no first part of a compound.
func wholePhrase(head *text.Form) bool {
	return lexicon.GrammarOf(head).Direct || pluralFeminine(head)
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

// determined reports whether a determiner stands before token i: before तरफ and ओर
// it makes a genitive oblique (सड़क के दोनों ओर).
func determined(d *text.Document, i int) bool {
	j := previousWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Determiner
}

// placeName reports whether a head is the last word of a place's name of several:
// मध्य प्रदेश.
func placeName(d *text.Document, head int) bool {
	last := lexicon.KeyOf(d.Word(d.Tokens[head]))
	before := previousWord(d, head)
	return before >= 0 && slices.ContainsFunc(lexicon.PhrasesOf(d.Word(d.Tokens[before])), func(p lexicon.Phrase) bool {
		return len(p.Rest) == 1 && p.Rest[0] == last && isPlace(p.Name)
	})
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

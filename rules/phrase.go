package rules

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// The reading of noun phrases that the agreement rules share. It is careful
// rather than clever: a phrase whose head or whose end is not certain is not
// read at all.

// nounPhrase is a noun phrase behind a word that agrees with it.
type nounPhrase struct {
	head int // token of the last noun
	// genders are those of its nouns: the last one is the head, unless the phrase
	// goes on in a way that is not read.
	genders [maxNouns]lexicon.Gender
	nouns   int
	next    int // token behind the head, or -1 where something else than a word stands
}

const (
	// maxModifiers is the number of determiners and adjectives before a head.
	maxModifiers = 4
	// maxNouns is the number of nouns that a compound may have.
	maxNouns = 3
)

// against reports whether every noun of the phrase is of another gender than
// one: whichever is the head, what stands before does not agree.
func (ph nounPhrase) against(g lexicon.Gender) bool {
	for _, gender := range ph.genders[:ph.nouns] {
		if gender == g || gender == lexicon.Unknown {
			return false
		}
	}
	return ph.nouns > 0
}

// phraseAfter reads the noun phrase behind token i: determiners, adjectives and
// numbers, then nouns.
func phraseAfter(d *text.Document, i int) (ph nounPhrase, ok bool) {
	modifiers := 0
	for {
		if i = nextWord(d, i); i < 0 || d.Tokens[i].Kind != text.Word && d.Tokens[i].Kind != text.Number {
			ph.next = i
			return ph, ph.nouns > 0
		}
		g := new(lexicon.Grammar)
		if d.Tokens[i].Kind == text.Word {
			g = lexicon.GrammarOf(d.Word(d.Tokens[i]))
		}
		switch {
		case ph.nouns == 0 && (d.Tokens[i].Kind == text.Number || g.Determiner || g.Adjective != 0 || !g.Noun && namesPlace(d.Word(d.Tokens[i]))):
			if modifiers++; modifiers > maxModifiers {
				return ph, false
			}
		case ph.nouns > 0 && g.Adverbial:
			ph.next = i
			return ph, true
		case g.Noun && !g.Case && g.Genitive == lexicon.Unknown:
			if ph.nouns == maxNouns {
				return ph, false
			}
			ph.genders[ph.nouns], ph.head = g.Gender, i
			ph.nouns++
		default:
			ph.next = i
			return ph, ph.nouns > 0
		}
	}
}

// nextWord returns the token behind token i and one space, or -1 when
// something else stands between or the text ends.
func nextWord(d *text.Document, i int) int {
	i++
	if i >= len(d.Tokens) || d.Tokens[i].Kind != text.Space {
		return -1
	}
	if i++; i >= len(d.Tokens) || d.Tokens[i].Kind == text.Break {
		return -1
	}
	return i
}

// ends says what shows that a phrase ends at its head.
type ends int

const (
	endsNot      ends = iota
	endsSentence      // a danda, ? or !, or the end of the block
	endsCase          // a case mark, or a genitive with a word that makes a postposition
	endsVerb          // a verb form
	endsGenitive      // another genitive: the head may belong to what follows
	endsJoint         // a word that joins phrases or clauses
	endsPhrase        // a word that begins another phrase: an adjective, a pronoun, an adverb
)

// end returns what stands behind a phrase's head, and the token that shows it.
func (ph nounPhrase) end(d *text.Document) (ends, int) {
	next := ph.next
	for next >= 0 && d.Tokens[next].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[next])).Part == lexicon.Particle {
		next = nextWord(d, next)
	}
	if next < 0 {
		return endOfSentence(d, ph.head+1), ph.head + 1
	}
	t := d.Tokens[next]
	if t.Kind == text.Number {
		return endsPhrase, next
	}
	if t.Kind != text.Word {
		return endOfSentence(d, next), next
	}
	f := d.Word(t)
	g := lexicon.GrammarOf(f)
	switch {
	case isGenitiveMark(f, g):
		return endOfGenitive(d, next), next
	case g.Case:
		return endsCase, next
	case g.Verb, g.Part == lexicon.Stem:
		return endsVerb, next
	case g.Part == lexicon.Joins:
		return endsJoint, next
	case g.Genitive != lexicon.Unknown, g.Adjective != 0, g.Determiner, g.Adverbial, g.Part != lexicon.NoPart, lexicon.IsFunctionWord(f), opensPhrase(f, g):
		return endsPhrase, next
	}
	return endsNot, next
}

// opensPhrase reports whether a word behind a noun is no part of its compound,
// as a person's name is not.
func opensPhrase(f *text.Form, g *lexicon.Grammar) bool {
	if g.Noun {
		return false
	}
	return namesPerson(f)
}

func namesPerson(f *text.Form) bool {
	for _, n := range lexicon.NamesOf(f) {
		switch n.Kind {
		case "person", "surname", "given":
			return true
		}
	}
	return false
}

// namesPlace reports whether a form is the name of a place and no other name: such
// a name stands before a noun as an adjective does (पुंछ जिला).
func namesPlace(f *text.Form) bool {
	names := lexicon.NamesOf(f)
	for _, n := range names {
		switch n.Kind {
		case "city", "district", "country", "state", "region", "capital", "river":
		default:
			return false
		}
	}
	return len(names) > 0
}

// isGenitiveMark reports whether a form is का, के or की, not a pronoun.
func isGenitiveMark(f *text.Form, g *lexicon.Grammar) bool {
	return g.Genitive != lexicon.Unknown && len(f.Folded) == len("का")
}

// endOfGenitive says what a का, के or की behind a head is: a part of a
// postposition (के लिए), the verb of the sentence (घोषणा की।), or a genitive.
func endOfGenitive(d *text.Document, i int) ends {
	j := nextWord(d, i)
	switch {
	case j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Compound:
		return endsCase
	case lexicon.GrammarOf(d.Word(d.Tokens[i])).Genitive == lexicon.Feminine && verbAhead(d, j):
		return endsVerb
	case j < 0 && endOfSentence(d, i+1) == endsSentence, j >= 0 && endOfSentence(d, j) == endsSentence,
		j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Part == lexicon.Joins:
		return endsVerb
	}
	return endsGenitive
}

// verbAhead reports whether token j makes की before it a verb: की है, की जाएगी.
func verbAhead(d *text.Document, j int) bool {
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return (g.Verb || g.Part == lexicon.Stem) && !g.Verbal
}

// verbalAhead reports whether token j is a verbal noun.
func verbalAhead(d *text.Document, j int) bool {
	return j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Verbal
}

// endOfSentence says what token i ends, when it is no word.
func endOfSentence(d *text.Document, i int) ends {
	if i >= len(d.Tokens) {
		return endsSentence
	}
	switch d.Of(d.Tokens[i]) {
	case "।", "?", "!":
		return endsSentence
	}
	return endsNot
}

// maxClause is the number of words that are read behind a phrase to see whether
// what stands before it belongs there.
const maxClause = 14

// claim is what a genitive that does not agree with the noun behind it may
// belong to, later in its clause.
type claim struct {
	gender lexicon.Gender
	// oblique says that the genitive ends in े: it agrees with no masculine
	// noun that stands bare before a verb, but introduces the subject of a verbal
	// noun, as in उनके सत्ता में रहते.
	oblique bool
	// anywhere says that any noun of the gender takes the genitive.
	anywhere bool
}

// modifiesNoun reports whether a verb form is a participle before a noun, as in
// चीन से आई किट: a noun, adjective or numeral stands behind it.
func modifiesNoun(d *text.Document, i int) bool {
	j := nextWord(d, i)
	if j < 0 {
		return false
	}
	if d.Tokens[j].Kind != text.Word {
		return d.Tokens[j].Kind == text.Number
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return g.Noun || g.Adjective != 0 || g.Determiner
}

// otherCase reports whether the genitive mark at token i shows that what stands
// behind it is of another case than a masculine word before: बड़े and के cannot
// belong to a noun that का introduces, नया and का to none behind के.
func otherCase(d *text.Document, before, i int) bool {
	b, m := d.Word(d.Tokens[before]).Folded, d.Word(d.Tokens[i])
	if lexicon.GrammarOf(m).Genitive != lexicon.Masculine {
		return false
	}
	return strings.HasSuffix(b, "ा") && strings.HasSuffix(m.Folded, "े") ||
		!strings.HasSuffix(b, "ा") && strings.HasSuffix(m.Folded, "ा")
}

// ofPurpose reports whether token i and the word behind it say what something is
// for (के लिए): what stands before them is seldom the subject of a verbal noun.
func ofPurpose(d *text.Document, i int) bool {
	j := nextWord(d, i)
	return j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Purpose
}

// participle reports whether a verb form may be a participle of the claim's
// gender.
func (c claim) participle(f *text.Form) bool {
	feminine := strings.HasSuffix(f.Folded, "ी") || strings.HasSuffix(f.Folded, "ई")
	if c.gender == lexicon.Feminine {
		return feminine
	}
	return !feminine && (strings.HasSuffix(f.Folded, "े") || strings.HasSuffix(f.Folded, "ए") || strings.HasSuffix(f.Folded, "ा"))
}

// maxAdjuncts is the number of phrases with a postposition that may stand
// between a genitive and its noun.
const maxAdjuncts = 2

// claimed reports whether a noun from token i on, the first one behind a phrase,
// may be what the genitive belongs to: one that follows a postposition directly
// (मरीज का अस्पताल में इलाज) or stands directly before a verb (हत्याकांड का पुलिस
// ने खुलासा किया), and that has no genitive of its own.
func (c claim) claimed(d *text.Document, i int, fresh bool) bool {
	owned, agrees, near, noun, purpose := false, false, false, true, false
	adjuncts := 0
	for range maxClause {
		if d.Tokens[i].Kind != text.Word && d.Tokens[i].Kind != text.Number {
			return near
		}
		if d.Tokens[i].Kind == text.Word {
			f := d.Word(d.Tokens[i])
			g := lexicon.GrammarOf(f)
			mark := isGenitiveMark(f, g)
			switch {
			case g.Verbal && !g.Noun && !g.Compound:
				if c.subjectOf(f) && !purpose || agrees && !c.oblique {
					return true
				}
				agrees, near = false, false
			case mark && endOfGenitive(d, i) == endsGenitive:
				if near {
					return true
				}
				// करने की अपील and तक के विद्यालय have no owner, मरीजों की मांग has.
				owned, agrees, fresh = noun, false, !noun
			case mark && verbAhead(d, nextWord(d, i)):
			case g.Verb && verbalAhead(d, nextWord(d, i)): // खारिज करने, बदले जाने
			case g.Verb && c.participle(f) && modifiesNoun(d, i):
				owned, agrees, near, fresh = false, false, false, true
			case g.Verb, mark && endOfGenitive(d, i) == endsVerb:
				if c.oblique {
					return near && !strings.HasSuffix(f.Folded, "ा")
				}
				return agrees
			case g.Part == lexicon.Subordinates:
				return agrees
			case g.Case, g.Compound && !g.Noun && g.Adjective == 0, mark:
				if near {
					return true
				}
				purpose = purpose || mark && ofPurpose(d, i)
				if !mark {
					adjuncts++
				}
				if adjuncts > maxAdjuncts && !c.anywhere {
					return false
				}
				owned, agrees, fresh = false, false, true
			case g.Noun && g.Adverbial:
				if fresh && adjuncts == 0 && g.Gender == c.gender {
					return true
				}
				agrees = false
			case g.Noun:
				takes := (g.Gender == c.gender || c.anywhere && g.Gender == lexicon.Unknown) && !owned
				if takes && (fresh && !c.oblique || c.anywhere) {
					return true
				}
				near = takes && fresh
				agrees = takes
			case g.Part == lexicon.Joins:
				fresh = false
			case g.Determiner, g.Adjective != 0, g.Part != lexicon.NoPart, lexicon.IsFunctionWord(f):
			case fresh && !owned && mayBeNoun(f):
				return true
			default:
				agrees = false
			}
			if g.Part != lexicon.Particle {
				noun = g.Noun || !g.Verbal && !g.Case
			}
		}
		if i = nextWord(d, i); i < 0 {
			return near
		}
	}
	return near
}

// nounCount is how often a word that is on no list must occur in books to
// be taken for a noun rather than a name.
const nounCount = 5

func mayBeNoun(f *text.Form) bool {
	return len(lexicon.NamesOf(f)) == 0 && lexicon.CountOfForm(f).Books >= nounCount && !strings.HasSuffix(f.Folded, "ों")
}

// subjectOf reports whether the genitive may introduce the subject of a verbal
// noun or participle: के with होने and रहते, का with होना.
func (c claim) subjectOf(f *text.Form) bool {
	if c.gender != lexicon.Masculine {
		return false
	}
	return c.oblique == strings.HasSuffix(f.Folded, "े")
}

// takesVerb reports whether the genitive may belong to what a verb form behind
// the noun begins: उनके जान गंवाने के बाद, भारत की कप जीतने वाली टीम, राज्यों की
// कर बढ़ाने की मांग.
func (c claim) takesVerb(d *text.Document, i int) bool {
	f := d.Word(d.Tokens[i])
	g := lexicon.GrammarOf(f)
	if g.Part == lexicon.Stem && !stemGoesOn(d, i) {
		return true
	}
	if !g.Verbal {
		return c.claimed(d, i, g.Part == lexicon.Stem)
	}
	if c.subjectOf(f) {
		return true
	}
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	f = d.Word(d.Tokens[j])
	g = lexicon.GrammarOf(f)
	if isGenitiveMark(f, g) {
		ph, ok := phraseAfter(d, j)
		return !ok || !ph.against(c.gender)
	}
	return g.Adjective == 'd'
}

// stemGoesOn reports whether a word that is neither a case mark nor begins a clause
// stands behind the stem of a verb: another would make it a noun, as in बिक्री कर.
func stemGoesOn(d *text.Document, i int) bool {
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return !g.Case && g.Genitive == lexicon.Unknown && g.Part != lexicon.Subordinates && g.Part != lexicon.Joins
}

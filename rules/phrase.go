package rules

import (
	"slices"
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
	maxModifiers = 6
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

// phraseAfter reads the noun phrase behind token i: determiners, adjectives,
// numbers and adverbs, then nouns.
func phraseAfter(d *text.Document, i int) (ph nounPhrase, ok bool) {
	for modifiers := 0; ; {
		joined := -1
		if ph.nouns > 0 {
			joined = secondPart(d, i) // दिशा-निर्देश
		}
		if i = nextWord(d, i); joined >= 0 {
			i = joined
		}
		if i < 0 || d.Tokens[i].Kind != text.Word && d.Tokens[i].Kind != text.Number {
			ph.next = i
			return ph, ph.nouns > 0
		}
		g := noGrammar
		if d.Tokens[i].Kind == text.Word {
			g = lexicon.GrammarOf(d.Word(d.Tokens[i]))
		}
		switch {
		case ph.nouns == 0 && modifiesNext(d, i, g):
			if modifiers++; modifiers > maxModifiers {
				return ph, false
			}
		case ph.nouns > 0 && g.Adverbial:
			ph.next = i
			return ph, true
		case g.Noun && !g.Case && g.Genitive == lexicon.Unknown && !(g.Part == lexicon.Stem && verbAhead(d, nextWord(d, i))):
			if ph.nouns == maxNouns {
				return ph, false
			}
			if ph.nouns > 0 && makesCompound(d, ph.head, i) {
				ph.nouns-- // विकास दर: its head is the last
			}
			ph.genders[ph.nouns], ph.head = g.Gender, i
			ph.nouns++
		default:
			ph.next = i
			return ph, ph.nouns > 0 && joined < 0
		}
	}
}

// makesCompound reports whether a noun makes a compound with the word at token i.
func makesCompound(d *text.Document, noun, i int) bool {
	heads := lexicon.GrammarOf(d.Word(d.Tokens[noun])).Heads
	for heads != "" {
		var head string
		if head, heads, _ = strings.Cut(heads, " "); head == d.Word(d.Tokens[i]).Folded {
			return true
		}
	}
	return false
}

// noGrammar is that of a token that is no word.
var noGrammar = new(lexicon.Grammar)

// modifiesNext reports whether a token stands between a genitive and its noun: a
// determiner, a number, an adjective, an adverb or subject pronoun (इसकी हम निंदा
// करते हैं), the unit of a measure, or a name.
func modifiesNext(d *text.Document, i int, g *lexicon.Grammar) bool {
	if d.Tokens[i].Kind == text.Number || g.Determiner || g.Adjective != 0 {
		return true
	}
	if g.Part == lexicon.Adverb || g.Part == lexicon.Pronoun && isMarkBefore(d, i) {
		return !g.Case && !g.Compound && !lexicon.FunctionOf(d.Word(d.Tokens[i])).Between
	}
	if g.Noun {
		return isUnit(d, i) && measured(d, i) && nounAhead(d, i)
	}
	f := d.Word(d.Tokens[i])
	return namesPlace(f) || kindAhead(d, i, g, f)
}

// isMarkBefore reports whether का, के or की stands before token i: behind अपने a
// pronoun is its own (अपने आपको).
func isMarkBefore(d *text.Document, i int) bool {
	j := previousWord(d, i)
	return j >= 0 && isGenitiveMark(d.Word(d.Tokens[j]), lexicon.GrammarOf(d.Word(d.Tokens[j])))
}

func isUnit(d *text.Document, i int) bool {
	switch lexicon.NumberWordOf(d.Word(d.Tokens[i])).Unit {
	case "", lexicon.Scale, lexicon.Label:
		return false
	}
	return true
}

// measured reports whether a number stands before token i.
func measured(d *text.Document, i int) bool {
	if i < 2 || d.Tokens[i-1].Kind != text.Space {
		return false
	}
	t := d.Tokens[i-2]
	return t.Kind == text.Number || t.Kind == text.Word && (lexicon.NumberWordOf(d.Word(t)).Unit == lexicon.Scale || lexicon.GrammarOf(d.Word(t)).Begins)
}

// nounAhead reports whether a noun or an adjective stands behind token i.
func nounAhead(d *text.Document, i int) bool {
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return (g.Noun || g.Adjective != 0) && !g.Case && !g.Compound
}

// kindAhead reports whether an unknown word is a name before the noun that says
// what it names: मानेसर संयंत्र.
func kindAhead(d *text.Document, i int, g *lexicon.Grammar, f *text.Form) bool {
	if g.Verb || g.Verbal || g.Case || g.Compound || g.Genitive != lexicon.Unknown || g.Part != lexicon.NoPart || lexicon.IsFunctionWord(f) {
		return false
	}
	j := followingWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Kind
}

// secondPart returns the word behind a hyphen that follows token i, or -1. A hyphen
// may stand between spaces.
func secondPart(d *text.Document, i int) int {
	if i+4 < len(d.Tokens) && d.Tokens[i+1].Kind == text.Space && d.Tokens[i+3].Kind == text.Space {
		i++
		if d.Of(d.Tokens[i+1]) == "-" && d.Tokens[i+3].Kind == text.Word {
			return i + 3
		}
		return -1
	}
	if i+2 < len(d.Tokens) && d.Tokens[i+2].Kind == text.Word && d.Of(d.Tokens[i+1]) == "-" {
		return i + 2
	}
	return -1
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
// as a name is not.
func opensPhrase(f *text.Form, g *lexicon.Grammar) bool {
	return !g.Noun && (namesPerson(f) || namesBody(f))
}

// namesBody reports whether a form is a name of no person and no place: of a party,
// an organisation or a company.
func namesBody(f *text.Form) bool {
	return namesOther(f) && !namesPerson(f) && !slices.ContainsFunc(lexicon.NamesOf(f), isPlace)
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
		if !isPlace(n) {
			return false
		}
	}
	return len(names) > 0
}

func isPlace(n lexicon.Name) bool {
	switch n.Kind {
	case "city", "district", "country", "state", "region", "capital", "river":
		return true
	}
	return false
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

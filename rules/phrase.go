package rules

import (
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
		case ph.nouns == 0 && (d.Tokens[i].Kind == text.Number || g.Determiner || g.Adjective != 0):
			if modifiers++; modifiers > maxModifiers {
				return ph, false
			}
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
)

// end returns what stands behind a phrase's head.
func (ph nounPhrase) end(d *text.Document) ends {
	if ph.next < 0 {
		return endOfSentence(d, ph.head+1)
	}
	t := d.Tokens[ph.next]
	if t.Kind != text.Word {
		return endOfSentence(d, ph.next)
	}
	g := lexicon.GrammarOf(d.Word(t))
	switch {
	case g.Genitive != lexicon.Unknown && len(d.Word(t).Folded) == len("का"):
		return endOfGenitive(d, ph.next)
	case g.Case:
		return endsCase
	case g.Verb:
		return endsVerb
	}
	return endsNot
}

// endOfGenitive says what a का, के or की behind a head is: a part of a
// postposition (के लिए), the verb of the sentence (घोषणा की।), or a genitive.
func endOfGenitive(d *text.Document, i int) ends {
	j := nextWord(d, i)
	switch {
	case j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Compound:
		return endsCase
	case j < 0 && endOfSentence(d, i+1) == endsSentence, j >= 0 && endOfSentence(d, j) == endsSentence:
		return endsVerb
	}
	return endsGenitive
}

// endOfSentence reports whether token i ends a sentence.
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
const maxClause = 12

// interleaved reports whether what stands before token i may belong behind it:
// to a noun of its gender directly before a verb, as in हत्याकांड का पुलिस ने
// खुलासा किया, or to a verbal noun or participle, as in उनके सत्ता में रहते.
func interleaved(d *text.Document, i int, gender lexicon.Gender) bool {
	agrees := false
	for range maxClause {
		if i = nextWord(d, i); i < 0 || d.Tokens[i].Kind != text.Word {
			return false
		}
		f := d.Word(d.Tokens[i])
		g := lexicon.GrammarOf(f)
		switch {
		case lexicon.IsVerbal(f):
			return true
		case g.Verb, g.Genitive == lexicon.Feminine && endOfGenitive(d, i) == endsVerb:
			return agrees
		}
		agrees = g.Noun && gender != lexicon.Unknown && g.Gender == gender
	}
	return false
}

package rules

import (
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

// Words that no word accounts for, and whose build says that they are meant as
// ordinary ones and not as names.

const (
	// everydayPart and learnedPart are the weights of the parts of a compound that
	// is judged: the second may be rarer where it is a learned adjective.
	everydayPart, learnedPart = 60, 10
	// unknownProbability is that of such a word being a fault.
	unknownProbability = 0.6
)

// coinedWord returns what is said of a learned word on a stem that does not exist,
// or nil: प्रतिष्ठान्तरात्मक.
func coinedWord(f *text.Form) *meant {
	if lexicon.Weight(f.Folded) > 0 || len(lexicon.NamesOf(f)) > 0 || lexicon.MisspellingOf(f) != nil || loanShape(f) || !variant.Coined(f.Folded) {
		return nil
	}
	return &meant{coined: true, probability: unknownProbability, strong: true}
}

// unknownWord returns what may be said of a form that is in no list: nothing,
// unless it is coined, or two words that are never written as one (देरशाम,
// क्रमसूची).
func unknownWord(f *text.Form) *meant {
	if variant.Known(f.Folded) >= 1 || loanShape(f) {
		return nil
	}
	if m := coinedWord(f); m != nil {
		return m
	}
	var out *meant
	lexicon.Parts(f.Folded, func(first, last string) bool {
		if neverJoined(first, last) {
			out = &meant{coined: true, probability: unknownProbability, words: []string{first + " " + last}}
		}
		return out == nil
	})
	return out
}

// neverJoined reports whether two words are usual, each of a kind that Hindi does
// not make one word of with the other, and neither makes compounds freely.
func neverJoined(first, last string) bool {
	least := float64(everydayPart)
	learned := variant.Adjectival(last)
	if learned {
		least = learnedPart
	}
	if lexicon.Weight(first) < everydayPart || lexicon.Weight(last) < least || lexicon.EndsFreely(last) || !learned && lexicon.BeginsFreely(first) {
		return false
	}
	a, b := text.FormOf(first), text.FormOf(last)
	if lexicon.IsFunctionWord(a) || lexicon.IsFunctionWord(b) {
		return true
	}
	x, y := lexicon.GrammarOf(a), lexicon.GrammarOf(b)
	return x.Noun && (y.Noun || y.Part == lexicon.Stem || learned && y.Adjective != 0) && !properPart(a) && !properPart(b)
}

// properPart reports whether a form can be a part of a name.
func properPart(f *text.Form) bool { return len(lexicon.NamesOf(f)) > 0 }

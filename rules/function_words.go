package rules

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// Where the words beside a function word decide that another one is meant.

// previousWord returns the word before token i and one space, or -1 when
// something else stands there.
func previousWord(d *text.Document, i int) int {
	if i < 2 || d.Tokens[i-1].Kind != text.Space || d.Tokens[i-2].Kind != text.Word {
		return -1
	}
	return i - 2
}

// followingWord returns the word behind token i and one space, or -1.
func followingWord(d *text.Document, i int) int {
	if j := nextWord(d, i); j >= 0 && d.Tokens[j].Kind == text.Word {
		return j
	}
	return -1
}

// participleBefore returns the word before an auxiliary, past one that may stand
// between: करते नहीं है.
func participleBefore(d *text.Document, i int) int {
	j := previousWord(d, i)
	if j >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[j])).Between {
		j = previousWord(d, j)
	}
	return j
}

// singularAuxiliary reports है behind a plural: करते है, लोग है. A participle and
// its auxiliary agree whatever the subject.
func singularAuxiliary(d *text.Document, i int) bool {
	j := participleBefore(d, i)
	return j >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[j])).Plural
}

// pluralAuxiliary reports हैं behind a masculine singular: करता हैं, गया हैं.
func pluralAuxiliary(d *text.Document, i int) bool {
	j := participleBefore(d, i)
	return j >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[j])).Singular
}

// ofForThat reports की behind a word that ends its clause: बताया की सब ठीक है. Behind
// जो it may be the verb: बैठक जो की गई. A verb form that is a noun or a name too
// (बोली, माना) decides nothing.
func ofForThat(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j < 0 || k < 0 {
		return false
	}
	before, behind := d.Word(d.Tokens[j]), lexicon.GrammarOf(d.Word(d.Tokens[k]))
	f := lexicon.FunctionOf(before)
	joined := anyMark(markAt(d, j-1), dashSigns)
	return f.Finite || f.Relative && !behind.Verb || !joined && finiteOnly(before) && !behind.Case && !behind.Compound && !behind.Verb
}

// finiteOnly reports whether a form is a finite verb and nothing else.
func finiteOnly(f *text.Form) bool {
	g := lexicon.GrammarOf(f)
	function := lexicon.FunctionOf(f)
	return lexicon.EndsSentence(f) && !g.Noun && g.Adjective == 0 && len(lexicon.NamesOf(f)) == 0 && !function.Infinitive && !function.Between
}

// thatForOf reports कि between a noun and a feminine postposition (देश कि ओर),
// between an infinitive and a feminine noun (जाने कि कोशिश), or behind an oblique
// plural, which only a case mark can follow (लोगों कि मदद).
func thatForOf(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j < 0 || k < 0 {
		return false
	}
	f := d.Word(d.Tokens[j])
	before, behind := lexicon.GrammarOf(f), lexicon.GrammarOf(d.Word(d.Tokens[k]))
	if obliquePlural(f) && behind.Noun && behind.Gender == lexicon.Feminine {
		return true
	}
	if behind.Compound && behind.Takes == "f" {
		return (before.Noun || len(lexicon.NamesOf(f)) > 0) && caseBehind(d, k)
	}
	return lexicon.FunctionOf(f).Infinitive && behind.Noun && behind.Gender == lexicon.Feminine && !negatedBefore(d, j)
}

// obliquePlural reports whether a form is the oblique plural of a noun.
func obliquePlural(f *text.Form) bool {
	return strings.HasSuffix(f.Folded, "ों") && lexicon.GrammarOf(f).Noun && !lexicon.IsFunctionWord(f)
}

// onShort reports पे, as पर is spoken, behind an ordinary word. It is the English
// pay too: गूगल पे, पे कमीशन.
func onShort(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j < 0 || k >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[k])).Pay {
		return false
	}
	f := d.Word(d.Tokens[j])
	return !lexicon.FunctionOf(f).Pay && !nameLike(f) && !loanShape(f) && (lexicon.GrammarOf(f).Noun || lexicon.IsFunctionWord(f))
}

// peopleForLogo reports लोगो in the place of लोगों: between a word for several or a
// case mark and a case mark. A logo has an owner or a quality: कंपनी के लोगो को.
func peopleForLogo(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j < 0 || k < 0 {
		return false
	}
	before, behind := d.Word(d.Tokens[j]), lexicon.GrammarOf(d.Word(d.Tokens[k]))
	return (lexicon.FunctionOf(before).Several || lexicon.GrammarOf(before).Case) && (behind.Case || behind.Genitive != lexicon.Unknown)
}

// caseBehind reports whether a case mark stands behind token i: की वजह से. Of a
// postposition that stands alone कि may still begin a clause.
func caseBehind(d *text.Document, i int) bool {
	j := followingWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Case
}

// negatedBefore reports whether न stands before a word: न जाने कि क्या हो.
func negatedBefore(d *text.Document, i int) bool {
	j := previousWord(d, i)
	return j >= 0 && (lexicon.FunctionOf(d.Word(d.Tokens[j])).Slip == "not" || lexicon.FunctionOf(d.Word(d.Tokens[j])).Between)
}

// everyday is the weight from which a word is taken for no rare name.
const everyday = 100

// inWithoutNasal reports मे behind an ordinary word. It is a surname too, which
// stands behind a name or a title and before a case mark.
func inWithoutNasal(d *text.Document, i int) bool {
	j := previousWord(d, i)
	if j < 0 {
		return false
	}
	f := d.Word(d.Tokens[j])
	if nameLike(f) || mayIsSurname.Of(d) {
		return false
	}
	k := followingWord(d, i)
	if k < 0 {
		return lexicon.IsFunctionWord(f)
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[k]))
	return !g.Case && g.Genitive == lexicon.Unknown
}

// mayIsSurname says of a document whether मे stands in it behind a known name or a
// rare word: it then speaks of somebody.
var mayIsSurname = text.NewShared(func(d *text.Document) bool {
	for i, t := range d.Tokens {
		if t.Kind != text.Word || lexicon.FunctionOf(d.Word(t)).Slip != "in" {
			continue
		}
		if j := previousWord(d, i); j >= 0 && nameLike(d.Word(d.Tokens[j])) {
			return true
		}
	}
	return false
})

// nameLike reports whether a form is a known name or a rare word.
func nameLike(f *text.Form) bool {
	return len(lexicon.NamesOf(f)) > 0 || lexicon.Weight(f.Folded) < everyday
}

// selfWithoutNasal reports मै at the start of a sentence or behind कि.
func selfWithoutNasal(d *text.Document, i int) bool {
	if followingWord(d, i) < 0 {
		return false
	}
	j := previousWord(d, i)
	if j < 0 {
		return startsSentence(d, i)
	}
	return lexicon.FunctionOf(d.Word(d.Tokens[j])).Slip != ""
}

// insideForSelf reports में where no noun can stand before it: behind कि, or
// behind a danda on the same line.
func insideForSelf(d *text.Document, i int) bool {
	if followingWord(d, i) < 0 {
		return false
	}
	if j := previousWord(d, i); j >= 0 {
		return lexicon.FunctionOf(d.Word(d.Tokens[j])).Slip == "that"
	}
	before := backOverSpace(d, i-1)
	return i == 0 || before >= 0 && d.Of(d.Tokens[before]) == danda
}

// selfForInside reports मैं before से: उन मैं से एक.
func selfForInside(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	return j >= 0 && k >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[k])).Case
}

// startsSentence reports whether a token is the first of its block or stands
// behind a mark that ends a sentence.
func startsSentence(d *text.Document, i int) bool {
	i = backOverSpace(d, i-1)
	return i < 0 || d.Tokens[i].Kind == text.Break || endOfSentence(d, i) == endsSentence
}

// andForSide reports और in the place of ओर: behind चारों or दूसरी where nothing of
// their kind follows (दूसरी और तीसरी), or with की of a masculine noun before it,
// which can be no verb, and behind it a word of direction: शहर की और रवाना.
func andForSide(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[j])).Sides {
		return k < 0 && markAt(d, i+1) == "," || k >= 0 && !modifier(d.Word(d.Tokens[k]))
	}
	if j < 0 || k < 0 || lexicon.GrammarOf(d.Word(d.Tokens[j])).Genitive != lexicon.Feminine || !lexicon.FunctionOf(d.Word(d.Tokens[k])).Toward {
		return false
	}
	noun := previousWord(d, j)
	return noun >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[noun])).Gender == lexicon.Masculine
}

// sideForAnd reports ओर in the place of और: at the start of a sentence, or behind
// a word that ends a clause.
func sideForAnd(d *text.Document, i int) bool {
	if followingWord(d, i) < 0 {
		return false
	}
	j := previousWord(d, i)
	if j < 0 {
		return startsSentence(d, i)
	}
	f := d.Word(d.Tokens[j])
	return lexicon.FunctionOf(f).Finite && lexicon.IsFunctionWord(f)
}

// notForAgent reports न in the place of ने: behind a noun or a name and before a
// verb of saying with its clause: मंत्री न कहा कि.
func notForAgent(d *text.Document, i int) bool {
	j, k := previousWord(d, i), followingWord(d, i)
	if j < 0 || k < 0 || !lexicon.FunctionOf(d.Word(d.Tokens[k])).Clause {
		return false
	}
	f, next := d.Word(d.Tokens[j]), followingWord(d, k)
	return (lexicon.GrammarOf(f).Noun || len(lexicon.NamesOf(f)) > 0) && next >= 0 && lexicon.FunctionOf(d.Word(d.Tokens[next])).Slip == "that"
}

// modifier reports whether a form can be one more of a row of adjectives, numbers
// or determiners.
func modifier(f *text.Form) bool {
	g := lexicon.GrammarOf(f)
	return g.Determiner || g.Adjective != 0 || !g.Noun && !g.Verb && !g.Case && !lexicon.IsFunctionWord(f)
}

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
		head, heads, _ = strings.Cut(heads[1:], " ")
		if head == d.Word(d.Tokens[i]).Folded {
			return true
		}
		if heads != "" {
			heads = " " + heads
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
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
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
	j := nextWord(d, i)
	return j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Kind
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
	// verbal says that the genitive stands behind a verbal noun, which is nobody's
	// name and so no subject: करने की.
	verbal bool
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
	s := clause{claim: c, fresh: fresh, noun: true}
	for range maxClause {
		if d.Tokens[i].Kind != text.Word && d.Tokens[i].Kind != text.Number {
			return s.near
		}
		if done, taken := s.read(d, i); done {
			return taken
		}
		joined := secondPart(d, i) // के साथ-साथ
		if i = nextWord(d, i); joined >= 0 {
			i = joined
		}
		if i < 0 {
			return s.near
		}
	}
	return s.near
}

// clause is what has been read of the words behind a phrase.
type clause struct {
	claim
	// owned says that the nouns ahead have a genitive of their own, fresh that a
	// postposition stands directly before, but for modifiers, and begun that a phrase
	// of its own has begun since.
	owned, fresh, begun bool
	// agrees says that the last word is a noun that can take the genitive, near
	// that it does so unless what follows shows that it does not.
	agrees, near bool
	// noun says that the last word is a noun or a name, purpose that what was read
	// says what something is for.
	noun, purpose bool
	adjuncts      int
	mark          string // the last case mark
}

// read takes in token i; it reports whether that decides the matter, and how.
func (s *clause) read(d *text.Document, i int) (done, taken bool) {
	if d.Tokens[i].Kind == text.Number {
		s.begin()
		return false, false
	}
	f := d.Word(d.Tokens[i])
	g := lexicon.GrammarOf(f)
	mark := isGenitiveMark(f, g)
	switch {
	case g.Verbal && !g.Noun && !g.Compound && !finite(d, i):
		if s.subjectOf(d, i) && !s.purpose || !s.oblique && (s.agrees || s.gender == lexicon.Masculine) {
			return true, true
		}
		s.agrees, s.near = false, false
	case mark && endOfGenitive(d, i) == endsGenitive:
		if s.near && !s.recipient(d, i) {
			return true, true
		}
		// करने की अपील and तक के विद्यालय have no owner, मरीजों की मांग has.
		s.owned, s.agrees, s.fresh, s.begun = s.noun, false, !s.noun, s.begun && s.noun
	case mark && verbAhead(d, nextWord(d, i)):
	case g.Genitive != lexicon.Unknown && !mark:
		s.owned, s.agrees, s.near, s.fresh = true, false, false, false
	case g.Verb && verbalAhead(d, nextWord(d, i)): // खारिज करने, बदले जाने
	case g.Verb && s.modifierAhead(d, i):
		s.owned, s.agrees, s.near, s.fresh = false, false, false, true
	case g.Verb, g.Verbal && !g.Noun && !g.Compound, mark && endOfGenitive(d, i) == endsVerb:
		if s.oblique {
			return true, s.near && pluralVerb(f)
		}
		return true, s.agrees
	case g.Part == lexicon.Subordinates:
		return true, s.agrees
	case g.Ergative:
		s.owned, s.agrees, s.near, s.begun, s.fresh, s.mark = false, false, false, false, true, f.Folded
	case g.Case, g.Compound && !g.Noun && g.Adjective == 0, mark:
		if s.near && !s.recipient(d, i) {
			return true, true
		}
		s.purpose = s.purpose || mark && ofPurpose(d, i)
		if !mark {
			s.adjuncts++
		}
		if s.adjuncts > maxAdjuncts && !s.anywhere {
			return true, false
		}
		s.owned, s.agrees, s.begun, s.fresh, s.mark = false, false, false, true, f.Folded
	case g.Compound && isMarkBefore(d, i): // के विरोध में, की दिशा में
		s.fresh = true
	case g.Noun && g.Adverbial && (g.Bare || caseBehind(d, i)):
		if s.fresh && s.adjuncts == 0 && g.Gender == s.gender {
			return true, true
		}
		s.agrees = false
	case g.Noun:
		return s.readNoun(d, i, g)
	case g.Part == lexicon.Joins:
		s.fresh = false
	case g.Determiner && g.Begins:
		s.begin()
	case g.Determiner, g.Adjective != 0, g.Part != lexicon.NoPart, lexicon.IsFunctionWord(f):
	default:
		s.agrees = false
	}
	if g.Part != lexicon.Particle {
		s.noun = g.Noun || !g.Verbal && !g.Case && !g.Determiner
	}
	return false, false
}

// modifierAhead reports whether the verb form at token i is a participle before a
// noun, alone or in the passive: बुलाई गई सभा.
func (s *clause) modifierAhead(d *text.Document, i int) bool {
	if !s.participle(d.Word(d.Tokens[i])) {
		return false
	}
	if modifiesNoun(d, i) {
		return true
	}
	j := nextWord(d, i)
	return j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Verb && s.participle(d.Word(d.Tokens[j])) && modifiesNoun(d, j)
}

// begin takes in a word that begins another phrase.
func (s *clause) begin() {
	s.noun = false
	if !s.anywhere {
		s.fresh, s.begun = false, true
	}
}

// readNoun takes in a noun that is no adverbial.
func (s *clause) readNoun(d *text.Document, i int, g *lexicon.Grammar) (done, taken bool) {
	takes := (g.Gender == s.gender || s.anywhere && g.Gender == lexicon.Unknown) && !s.owned && !s.begun && !namesOther(d.Word(d.Tokens[i])) && (s.anywhere || !agentBehind(d, i)) && !s.governed(d, i, g)
	if takes && (s.fresh && !s.oblique || s.anywhere) {
		return true, true
	}
	s.near, s.agrees = takes && s.fresh, takes
	s.noun = !measured(d, i)
	return false, false
}

// recipient reports whether को or a genitive mark stands at token i behind a
// plural: यात्रियों को. Its noun has seldom a genitive from afar.
func (s *clause) recipient(d *text.Document, i int) bool {
	j := previousWord(d, i)
	g := lexicon.GrammarOf(d.Word(d.Tokens[i]))
	return j >= 0 && s.oblique && (g.Recipient || g.Genitive != lexicon.Unknown) && strings.HasSuffix(d.Word(d.Tokens[j]).Folded, "ों")
}

// governed reports whether a noun before a verb or a genitive is of what the case
// mark before it marks: प्रवेश पर रोक लगाई, कीमतों में गिरावट का. In a headline it
// may be the deed of the owner (अदालत की प्रवेश पर रोक).
func (s *clause) governed(d *text.Document, i int, g *lexicon.Grammar) bool {
	if g.Governs == "" || s.mark == "" || !strings.Contains(g.Governs, s.mark) {
		return false
	}
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	behind := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return behind.Verb || behind.Verbal || behind.Part == lexicon.Stem || isGenitiveMark(d.Word(d.Tokens[j]), behind)
}

// agentBehind reports whether ने stands behind token i.
func agentBehind(d *text.Document, i int) bool {
	j := nextWord(d, i)
	return j >= 0 && d.Tokens[j].Kind == text.Word && lexicon.GrammarOf(d.Word(d.Tokens[j])).Ergative
}

// finite reports whether what looks like a verbal noun or a participle is a finite
// verb with its auxiliary, as in रह सकते हैं and करने लगे, not in रहते हुए.
func finite(d *text.Document, i int) bool {
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	f := d.Word(d.Tokens[j])
	return lexicon.GrammarOf(f).Verb && lexicon.EndsSentence(f) && !strings.HasSuffix(f.Folded, "ए") && !strings.HasSuffix(f.Folded, "ये")
}

// pluralVerb reports whether a verb form agrees with a masculine plural.
func pluralVerb(f *text.Form) bool {
	return strings.HasSuffix(f.Folded, "े") || strings.HasSuffix(f.Folded, "ए") || strings.HasSuffix(f.Folded, "ं")
}

// subjectOf reports whether the genitive may introduce the subject of the verbal
// noun or participle at token i: के with होने and सत्ता में रहते, का with होना.
func (c claim) subjectOf(d *text.Document, i int) bool {
	if c.gender != lexicon.Masculine || c.verbal || c.oblique != strings.HasSuffix(d.Word(d.Tokens[i]).Folded, "े") {
		return false
	}
	return !withoutSubject(d, i)
}

// withoutSubject reports whether a verbal noun or participle has the subject of its
// clause: आलोचना करने की आदत, रिपोर्ट को खारिज करते हुए.
func withoutSubject(d *text.Document, i int) bool {
	j := nextWord(d, i)
	if j < 0 || d.Tokens[j].Kind != text.Word {
		return false
	}
	f := d.Word(d.Tokens[j])
	g := lexicon.GrammarOf(f)
	if isGenitiveMark(f, g) {
		noun := nextWord(d, j)
		return noun >= 0 && d.Tokens[noun].Kind == text.Word && strings.Contains(lexicon.GrammarOf(d.Word(d.Tokens[noun])).Governs, "ना")
	}
	before := previousWord(d, i)
	if before < 0 || !g.Verb || !strings.HasSuffix(d.Word(d.Tokens[i]).Folded, "ते") {
		return false
	}
	mark := lexicon.GrammarOf(d.Word(d.Tokens[before]))
	return !mark.Case || mark.Recipient
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
	if finite(d, i) {
		return false
	}
	if c.subjectOf(d, i) {
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
	return g.Adjective == 'd' && (g.Agrees == c.gender || g.Agrees == lexicon.Unknown)
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

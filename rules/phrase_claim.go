package rules

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// What a genitive that does not agree with the noun behind it may belong to, later
// in its clause.

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
	j := followingWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Purpose
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
	// modified says that what was read since the last postposition is a modifier with
	// it: जेल में बंद.
	modified bool
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
		s.owned, s.agrees, s.near, s.fresh, s.modified = false, false, false, true, true
	case g.Verb, g.Verbal && !g.Noun && !g.Compound, mark && endOfGenitive(d, i) == endsVerb:
		if s.oblique {
			return true, s.near && pluralVerb(f)
		}
		return true, s.agrees
	case g.Part == lexicon.Subordinates:
		return true, s.agrees
	case g.Case, g.Compound && !g.Noun && g.Adjective == 0, mark:
		return s.readCase(d, i, g)
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
	case g.Adjective != 0:
		s.modified = s.modified || s.mark != "" && strings.Contains(g.Governs, s.mark)
	case g.Determiner, g.Part != lexicon.NoPart, lexicon.IsFunctionWord(f):
	default:
		s.agrees = false
	}
	if g.Part != lexicon.Particle {
		s.noun = g.Noun || !g.Verbal && !g.Case && !g.Determiner
	}
	return false, false
}

// readCase takes in a case mark, or a word that makes a postposition.
func (s *clause) readCase(d *text.Document, i int, g *lexicon.Grammar) (done, taken bool) {
	mark := g.Genitive != lexicon.Unknown
	switch {
	case g.Ergative:
		s.near = false // the noun before it is the subject of the clause
	case s.near && !s.recipient(d, i):
		return true, true
	case !mark && d.Of(d.Tokens[i-1]) != "-": // साथ-साथ counts once
		s.adjuncts++
	}
	s.purpose = s.purpose || mark && ofPurpose(d, i)
	s.owned, s.agrees, s.begun, s.modified, s.fresh = false, false, false, false, true
	s.mark, s.noun = d.Word(d.Tokens[i]).Folded, mark
	return s.adjuncts > maxAdjuncts && !s.anywhere, false
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
	j := followingWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Verb && s.participle(d.Word(d.Tokens[j])) && modifiesNoun(d, j)
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
	takes := (g.Gender == s.gender || (s.anywhere || s.fresh && !g.Common) && g.Gender == lexicon.Unknown) && !s.owned && !s.begun && !namesOther(d.Word(d.Tokens[i])) && (s.anywhere || !agentBehind(d, i)) && !s.governed(d, i, g)
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
	return j >= 0 && s.oblique && !s.modified && (g.Recipient || g.Genitive != lexicon.Unknown) && strings.HasSuffix(d.Word(d.Tokens[j]).Folded, "ों")
}

// governed reports whether a noun before a verb or a genitive is of what the case
// mark before it marks: प्रवेश पर रोक लगाई, कीमतों में गिरावट का. In a headline it
// may be the deed of the owner (अदालत की प्रवेश पर रोक).
func (s *clause) governed(d *text.Document, i int, g *lexicon.Grammar) bool {
	if g.Governs == "" || s.mark == "" || !strings.Contains(g.Governs, s.mark) {
		return false
	}
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	behind := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return behind.Verb || behind.Verbal || behind.Part == lexicon.Stem || isGenitiveMark(d.Word(d.Tokens[j]), behind)
}

// agentBehind reports whether ने stands behind token i.
func agentBehind(d *text.Document, i int) bool {
	j := followingWord(d, i)
	return j >= 0 && lexicon.GrammarOf(d.Word(d.Tokens[j])).Ergative
}

// finite reports whether what looks like a verbal noun or a participle is a finite
// verb with its auxiliary, as in रह सकते हैं and करने लगे, not in रहते हुए.
func finite(d *text.Document, i int) bool {
	j := followingWord(d, i)
	if j < 0 {
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
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	f := d.Word(d.Tokens[j])
	g := lexicon.GrammarOf(f)
	if isGenitiveMark(f, g) {
		noun := followingWord(d, j)
		return noun >= 0 && strings.Contains(lexicon.GrammarOf(d.Word(d.Tokens[noun])).Governs, "ना")
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
	j := followingWord(d, i)
	if j < 0 {
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
	j := followingWord(d, i)
	if j < 0 {
		return false
	}
	g := lexicon.GrammarOf(d.Word(d.Tokens[j]))
	return !g.Case && g.Genitive == lexicon.Unknown && g.Part != lexicon.Subordinates && g.Part != lexicon.Joins
}

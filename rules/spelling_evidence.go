package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

// Misspellings by the evidence of counts: a form that the language hardly knows,
// one likely slip from a word that it uses all the time.

// meant is what a form is taken to be a slip for.
type meant struct {
	// words are the words that may be meant, likeliest first.
	words []string
	// probability is that of the first.
	probability float64
	// strong says that the form is long or its word so usual that even a second
	// occurrence, or a name beside it, speaks for no name.
	strong bool
	// coined says that no word is meant: the form is built as no word is. Words are
	// then those that it may have been made of, if any.
	coined bool
	// vocative says that the form is right where it calls somebody: साथियो!
	vocative bool
}

const (
	// leastTimes is how many times as frequent as a form the word must be.
	leastTimes = 20
	// nearlyCertain is the probability from which a slip is a warning, likely that
	// from which it is an info.
	nearlyCertain, likely = 0.9, 0.8
	// maxSuggestions is the number of words that are suggested.
	maxSuggestions = 5
	// surely is the probability of a slip that is told by the counts alone, and of
	// letters in the wrong order.
	surely = 0.93
	// cheapest is the cost of the commonest slips.
	cheapest = 1
	// strongLength is the number of letters and signs of a form that is hardly a
	// name by chance, strongWeight the weight of a word that everybody means.
	strongLength, strongWeight = 6, 300
)

var meantMemo = text.NewMemo(func(f *text.Form) *meant {
	if !f.WellFormed || len(f.Folded) > lexicon.MaxWord {
		return nil
	}
	if m := missingNasal(f); m != nil && !inLists(f) {
		return m // the grammar takes it for a plural that calls somebody
	}
	if known(f) {
		return coinedWord(f) // a learned ending alone makes the grammar take a form for an adjective
	}
	if m := judge(f, variant.MeantBy(f.Folded)); m != nil {
		return m
	}
	return unknownWord(f)
})

// known reports whether a form needs no counts to be right, or is another
// rule's matter.
func known(f *text.Form) bool {
	return lexicon.Weight(f.Folded) >= lexicon.UsualWeight || inLists(f) ||
		lexicon.GrammarOf(f).Noun || lexicon.GrammarOf(f).Adjective != 0 || lexicon.GrammarOf(f).Verb ||
		variant.Letters(f) != "" || text.IsLetterName(f.Folded)
}

// inLists reports whether a form is a function word, a name or a known wrong form.
func inLists(f *text.Form) bool {
	return lexicon.IsFunctionWord(f) || lexicon.MisspellingOf(f) != nil || len(lexicon.NamesOf(f)) > 0
}

// judge chooses among the words near a form those that it can be a slip for.
func judge(f *text.Form, near []variant.Meant) *meant {
	out := &meant{}
	for _, m := range near {
		p := slipProbability(f, m)
		if p < likely {
			continue
		}
		if p > out.probability {
			out.words = slices.Insert(out.words, 0, m.Form)
			out.probability = p
			out.strong = strong(f, m, p)
			continue
		}
		out.words = append(out.words, m.Form)
	}
	if len(out.words) == 0 || compoundOfKnown(f.Folded) {
		return nil
	}
	out.words = out.words[:min(len(out.words), maxSuggestions)]
	return out
}

// strong reports whether a form is hardly a name by chance.
func strong(f *text.Form, m variant.Meant, p float64) bool {
	n := letterCount(f)
	return n >= strongLength-2 && !m.Exchange && lexicon.Weight(m.Form) >= strongWeight || n >= strongLength && p >= 0.95
}

// letterCount returns the number of letters and signs of a form.
func letterCount(f *text.Form) int { return utf8.RuneCountInString(f.Folded) }

// slipProbability is the probability that a form is a slip for a word.
func slipProbability(f *text.Form, m variant.Meant) float64 {
	right := text.FormOf(m.Form)
	if lexicon.Distinct(f.Folded, m.Form) || namesPeople(right) || alternative(f, m.Form) || flapLost(f.Folded, m.Form) {
		return 0
	}
	pair := variant.Compare(f, right)
	p := pair.Probability(variant.Context{CountA: 1, CountB: 1})
	times := lexicon.Weight(m.Form) / max(variant.Known(f.Folded), 1)
	switch {
	case pair.Orthographic():
		return 0
	case dominant(f, m, p, times), nowhere(f, m):
		return max(p, surely)
	case times < leastTimes || local(m.Form):
		return 0
	case pair.Apart && m.Exchange && lexicon.Weight(f.Folded) == 0 && letterCount(f) >= exchangedLength(m.Form):
		return surely
	case m.Cost > cheapest && (m.Cost > 2 && p < 0.95 || lexicon.Weight(m.Form) < everyday && letterCount(f) < strongLength || variant.Inflects(f.Folded, m.Form) || loanShape(f) || loanShape(right)):
		return p * nearlyCertain
	}
	return p
}

// exchangedLength is the number of letters and signs that a form must have to be
// taken for a word with two of them exchanged: one less for a usual word.
func exchangedLength(right string) int {
	if lexicon.Weight(right) >= strongWeight {
		return strongLength - 1
	}
	return strongLength
}

// dominant reports whether a word is so usual, and the slip so common, that the
// form can be nothing else: हि for ही, ठिक for ठीक.
func dominant(f *text.Form, m variant.Meant, p, times float64) bool {
	if m.Cost > cheapest {
		return false
	}
	w := lexicon.Weight(m.Form)
	if w >= 800 && w >= 180*max(lexicon.Weight(f.Folded), 1) {
		return true
	}
	return p >= 0.1 && w >= strongWeight && times >= 100 && letterCount(f) >= 3
}

// nowhere reports whether a form that print has not once is a word's slip for
// certain: the commonest slips in a form of some length, any likely slip in a
// long form of which no stem is known either. How alike the two sound does not
// matter: देगे for देंगे, उन्होंन for उन्होंने.
func nowhere(f *text.Form, m variant.Meant) bool {
	w, n := lexicon.Weight(m.Form), letterCount(f)
	switch {
	case lexicon.Weight(f.Folded) > 0 || loanShape(f):
		return false
	case m.Cost <= cheapest:
		return w >= everyday && n >= strongLength-1 || w >= strongWeight && n >= strongLength-2
	}
	return m.Cost <= 2 && n >= strongLength && w >= everydayPart && variant.Known(f.Folded) < 1 && !local(m.Form)
}

// alternative reports whether a form is established beside a word: print has it
// at least once for a hundred times of the other.
func alternative(f *text.Form, right string) bool {
	preferred, _, same := lexicon.SamePair(f.Folded, right)
	return same && (preferred != right || 100*max(lexicon.Weight(f.Folded), 1) > lexicon.Weight(right))
}

// local reports whether a word is known from news alone and not often: a place or
// a name of the day, whose own spelling is not certain.
func local(word string) bool {
	return lexicon.CountOf(word).Books == 0 && lexicon.Weight(word) < 60
}

// flapLost reports whether a word differs from a form by lacking the dot of ड़ or
// ढ़ behind a vowel: it is the word that is wrong, however often print has it.
func flapLost(form, word string) bool {
	const dot = string(text.Nukta)
	return strings.Count(form, dot) > strings.Count(word, dot) && strings.ReplaceAll(form, dot, "") == strings.ReplaceAll(word, dot, "") &&
		!strings.HasPrefix(word, "ड") && !strings.HasPrefix(word, "ढ") && !strings.Contains(word, "ंड") && !strings.Contains(word, "ंढ")
}

// namesPeople reports whether a form names people, who spell their names in more
// than one way.
func namesPeople(f *text.Form) bool {
	return slices.ContainsFunc(lexicon.NamesOf(f), func(n lexicon.Name) bool {
		return n.Kind == "given" || n.Kind == "surname" || n.Kind == "person"
	})
}

// missingNasal recognises plurals that lack their nasal sign: अधिकारियो, लकड़िया.
// Their stems are known, so that no count speaks against the form but its own.
func missingNasal(f *text.Form) *meant {
	right, vocative, ok := variant.BarePlural(f.Folded)
	if !ok || letterCount(f) < strongLength-1 {
		return nil
	}
	if w := lexicon.Weight(right); w < lexicon.UsualWeight || w < leastTimes*max(lexicon.Weight(f.Folded), 1) {
		return nil
	}
	return &meant{words: []string{right}, probability: 0.95, strong: true, vocative: vocative}
}

// compoundOfKnown reports whether a form is two usual words in one.
func compoundOfKnown(form string) bool {
	found := false
	lexicon.Parts(form, func(first, last string) bool {
		found = lexicon.Weight(first) >= lexicon.UsualWeight && lexicon.Weight(last) >= lexicon.UsualWeight
		return !found
	})
	return found
}

var (
	msgSlip = say(
		"%[1]q is hardly a word; %[2]q may be meant",
		"“%[1]s” शब्द नहीं मिलता; शायद “%[2]s” लिखना था")
	msgJoined = say(
		"%[1]q is in no list of words; are %[2]q meant, or another word?",
		"“%[1]s” शब्द नहीं मिलता; “%[2]s” अलग-अलग लिखना था, या कोई और शब्द?")
	msgCoined = say(
		"%[1]q is in no list of words; check it, or use a usual word",
		"“%[1]s” शब्द नहीं मिलता; जाँच लें या प्रचलित शब्द लिखें")
	msgSlipSure = say(
		"%[1]q looks misspelt; write %[2]q",
		"“%[1]s” की वर्तनी अशुद्ध लगती है; “%[2]s” लिखें")
)

// reportSlips reports the slips of a document.
func reportSlips(p *checker.Pass) {
	d := p.Doc
	slips := make([]*meant, len(d.Forms))
	some := false
	least := leastOf(p.Options)
	for i, f := range d.Forms {
		if m := meantMemo.Of(f.Canonical); m != nil && m.probability >= least {
			slips[i], some = m, true
		}
	}
	if !some {
		return
	}
	count := make([]int, len(d.Forms))
	for _, t := range d.Tokens {
		if t.Kind == text.Word {
			count[t.Form]++
		}
	}
	places := newFormPlaces(d)
	for i, t := range d.Tokens {
		if t.Kind != text.Word || slips[t.Form] == nil {
			continue
		}
		m, f := slips[t.Form], d.Word(t)
		if changed(p)[f.Canonical] || p.House.Word(f.Folded).Standing != checker.Unlisted || standsApart(d, i) {
			continue
		}
		if m.strong || count[t.Form] == 1 && !besideName(d, i) {
			places.add(t)
		}
	}
	for _, i := range places.forms {
		reportSlip(p, places.of[i], slips[i])
	}
}

// standsApart reports whether a word is written as no ordinary word of the
// sentence: in quotes, joined to another by a hyphen, a digit or a Latin letter,
// cut short, or called out.
func standsApart(d *text.Document, i int) bool {
	if mentioned(d, i) {
		return true
	}
	switch kind(d, i-1) {
	case text.Latin, text.Number, text.Opaque, text.Word:
		return true
	}
	switch kind(d, i+1) {
	case text.Latin, text.Number, text.Opaque, text.Word:
		return true
	}
	before, behind := markAt(d, i-1), markAt(d, i+1)
	if anyMark(before, joining) || anyMark(behind, joining+":॰") {
		return true
	}
	m := meantMemo.Of(d.Word(d.Tokens[i]).Canonical)
	return m.vocative && anyMark(behind, "!,")
}

// joining are the marks that make one word of two.
const joining = "-‐‑–'’.@#/_"

// besideName reports whether a word stands directly beside one that is a name or
// that the language does not know: it may be a part of a name.
func besideName(d *text.Document, i int) bool {
	for _, step := range [2]int{-1, 1} {
		if f := neighbour(d, i, step); f != nil && (len(lexicon.NamesOf(f)) > 0 || variant.Known(f.Folded) < 4) {
			return true
		}
	}
	return false
}

func reportSlip(p *checker.Pass, places []text.Span, m *meant) {
	key, severity := msgSlip, checker.Info
	switch {
	case m.coined && len(m.words) > 0:
		key = msgJoined
	case m.coined:
		key = msgCoined
	case m.probability >= nearlyCertain:
		key, severity = msgSlipSure, checker.Warning
	}
	args := []any{p.Doc.Text[places[0].Start:places[0].End]}
	if len(m.words) > 0 {
		args = append(args, m.words[0])
	}
	f := checker.Finding{Confidence: m.probability, Message: p.Sprintf(key, args...)}
	everywhere(&f, p.Doc, places, m.words...)
	p.ReportAs(severity, f)
}

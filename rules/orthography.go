package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

// orthographyOptions are the options of a rule about one choice of orthography.
type orthographyOptions struct {
	// Policy is consistent (the text against itself), always or never (write
	// the sign that names the rule always, or never).
	Policy string `yaml:"policy"`
	// Mixed also tells, once a text, that different words follow different
	// choices.
	Mixed bool `yaml:"mixed"`
}

// orthography is one choice that Hindi leaves open.
type orthography struct {
	rule string
	// with is the sign or spelling of the one choice, without of the other.
	with, without string
	// other returns the form in the other choice, and whether the form itself
	// has the first; ok is false for a form that leaves no choice.
	other func(form string) (other string, with, ok bool)
	memo  *text.Memo[*orthographyFact]
}

type orthographyFact struct {
	other    string
	with, ok bool
}

// noChoice is the fact of most forms.
var noChoice = new(orthographyFact)

func newOrthography(rule, with, without string, other func(string) (string, bool, bool)) *orthography {
	o := &orthography{rule: rule, with: with, without: without, other: other}
	o.memo = text.NewMemo(func(f *text.Form) *orthographyFact {
		if !f.WellFormed || len(f.Folded) > lexicon.MaxWord || lexicon.MisspellingOf(f) != nil {
			return noChoice
		}
		if other, with, ok := other(f.Folded); ok {
			return &orthographyFact{other, with, ok}
		}
		return noChoice
	})
	return o
}

// check returns the rule's check: clashes of one word first, then the policy.
func (o *orthography) check() checker.Check {
	return checker.Each(func(p *checker.Pass) {
		options := p.Options.(orthographyOptions)
		if options.Policy == "always" || options.Policy == "never" {
			o.enforce(p, options.Policy == "always")
			return
		}
		var mine []clash
		for _, c := range clashes(p.Doc, p.House) {
			if c.rule == o.rule {
				mine = append(mine, c)
			}
		}
		reportClashes(p, p.Doc, mine)
		if options.Mixed {
			o.reportMixed(p)
		}
	})
}

var msgPolicy = say(
	"%[1]q is not in the house's orthography; write %[2]q",
	"संस्थान की वर्तनी “%[2]s” है, “%[1]s” नहीं")

// enforce reports every word that is not in the choice that the house made.
func (o *orthography) enforce(p *checker.Pass, with bool) {
	for i, t := range p.Doc.Tokens {
		if t.Kind != text.Word {
			continue
		}
		f := p.Doc.Word(t).Canonical
		fact := o.memo.Of(f)
		if !fact.ok || fact.with == with || mentioned(p.Doc, i) || p.House.Word(f.Folded).Standing >= checker.AcceptedByHouse {
			continue
		}
		p.Report(checker.Finding{
			Span:    t.Span(),
			Message: p.Sprintf(msgPolicy, f.Folded, fact.other),
			Fixes:   []checker.Fix{checker.Replace(t.Span(), fact.other)},
		})
	}
}

const (
	// maxMinority bounds the places of the minority that a note shows.
	maxMinority = 20
	// maxExamples bounds the words of the majority that it shows, one of those
	// that sound alike.
	maxExamples = 5
)

var msgMixed = say(
	"orthography is mixed: %[2]s in %[1]d places (as %[3]q), %[5]s in %[4]d (as %[6]q); keep to one",
	"लेख में दो तरह की वर्तनी है: %[2]s %[1]d जगह (जैसे “%[3]s”), %[5]s %[4]d जगह (जैसे “%[6]s”); एक ही रखें")

// reportMixed reports once that different words follow different choices, at
// the first word of the minority, with the other places as related.
func (o *orthography) reportMixed(p *checker.Pass) {
	var chosen [2]bool
	for _, f := range p.Doc.Forms {
		if fact := o.memo.Of(f.Canonical); fact.ok {
			chosen[sideOf(fact)] = true
		}
	}
	if !chosen[0] || !chosen[1] {
		return
	}
	choices := make([]bool, len(p.Doc.Forms))
	for i, f := range p.Doc.Forms {
		// A name is spelt as its bearer spells it.
		choices[i] = o.memo.Of(f.Canonical).ok && len(lexicon.NamesOf(f)) == 0
	}
	skip := changed(p)
	var sides [2][]int // tokens without and with
	for i, t := range p.Doc.Tokens {
		if t.Kind != text.Word || !choices[t.Form] {
			continue
		}
		if f := p.Doc.Word(t).Canonical; !skip[f] && !mentioned(p.Doc, i) {
			at := sideOf(o.memo.Of(f))
			sides[at] = append(sides[at], i)
		}
	}
	if len(sides[0]) == 0 || len(sides[1]) == 0 {
		return
	}
	minority := 0
	if len(sides[1]) < len(sides[0]) {
		minority = 1
	}
	names := [2]string{o.without, o.with}
	few, most := sides[minority], sides[1-minority]
	word := func(i int) string { return p.Doc.Word(p.Doc.Tokens[i]).Folded }
	f := checker.Finding{
		Span:    p.Doc.Tokens[few[0]].Span(),
		Message: p.Sprintf(msgMixed, len(few), names[minority], word(few[0]), len(most), names[1-minority], word(most[0])),
	}
	var edits []checker.Edit
	for n, i := range few {
		span := p.Doc.Tokens[i].Span()
		edits = append(edits, checker.Edit{Span: span, Text: o.memo.Of(p.Doc.Word(p.Doc.Tokens[i]).Canonical).other})
		if n > 0 && n < maxMinority {
			f.Related = append(f.Related, checker.Related{Span: span, Message: names[minority]})
		}
	}
	shown := map[uint64]bool{}
	for _, i := range few {
		shown[variant.SoundKey(p.Doc.Word(p.Doc.Tokens[i]))] = true
	}
	examples := 0
	for _, i := range most {
		key := variant.SoundKey(p.Doc.Word(p.Doc.Tokens[i]))
		if examples < maxExamples && !shown[key] {
			shown[key] = true
			examples++
			f.Related = append(f.Related, checker.Related{Span: p.Doc.Tokens[i].Span(), Message: names[1-minority]})
		}
	}
	if 2*len(few) < len(most) {
		f.Fixes = []checker.Fix{{Title: names[1-minority], Edits: edits}}
	}
	p.ReportAs(checker.Info, f)
}

// sideOf is 1 for the choice that names the rule, else 0.
func sideOf(fact *orthographyFact) int {
	if fact.with {
		return 1
	}
	return 0
}

var (
	nuktaChoice        = newOrthography("nukta-consistency", "नुक़्ता", "बिना नुक़्ता", otherNukta)
	anusvaraChoice     = newOrthography("anusvara-consistency", "अनुस्वार", "पंचमाक्षर", otherAnusvara)
	chandrabinduChoice = newOrthography("chandrabindu-consistency", "चंद्रबिंदु", "अनुस्वार", otherChandrabindu)
	yeChoice           = newOrthography("ye-consistency", "ये/यी", "ए/ई", otherYe)
)

// leastShare is the part of a word's occurrences from which a spelling of it
// counts as a choice that print makes, leastPrinted the weight from which it is
// printed at all.
const (
	leastShare   = 0.05
	leastPrinted = 2
)

// bothPrinted reports whether print spells a word both ways.
func bothPrinted(a, b string) bool {
	x, y := lexicon.CountOf(a), lexicon.CountOf(b)
	m, n := float64(x.News)+float64(x.Books)/3, float64(y.News)+float64(y.Books)/3
	return min(m, n) >= leastPrinted && min(m, n) >= leastShare*max(m, n) && !lexicon.Distinct(a, b)
}

// otherNukta takes the nukta of क ख ग ज फ out, or puts one in where print does
// so too. A word with several letters that could take one gets those that make
// the most usual form.
func otherNukta(form string) (other string, with, ok bool) {
	bare := removeNukta(form)
	if bare != form {
		return bare, true, !lexicon.Distinct(form, bare) && !misplacedNukta(form)
	}
	if len(form) > lexicon.MaxWord {
		return "", false, false
	}
	best := 0.0
	for i, r := range form {
		if !strings.ContainsRune("कखगजफ", r) {
			continue
		}
		n := i + utf8.RuneLen(r)
		dotted := form[:n] + string(text.Nukta) + form[n:]
		c := lexicon.CountOf(dotted)
		if w := float64(c.News) + float64(c.Books)/3; w > best && bothPrinted(dotted, form) {
			best, other = w, dotted
		}
	}
	return other, false, other != "" && !lexicon.Overmarked(other) && !misplacedNukta(other)
}

// misplacedNukta reports whether a nukta stands on the क behind a ड or ढ that
// lacks it, as in सडक़ for सड़क: a slip and no choice.
func misplacedNukta(form string) bool {
	return strings.Contains(form, "डक"+string(text.Nukta)) || strings.Contains(form, "ढक"+string(text.Nukta))
}

func removeNukta(form string) string {
	if !strings.ContainsRune(form, text.Nukta) {
		return form
	}
	var out strings.Builder
	last := rune(0)
	for _, r := range form {
		if r != text.Nukta || !strings.ContainsRune("कखगजफ", last) {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}

// nasals maps a consonant to the nasal letter of its class.
var nasals = func() map[rune]rune {
	m := map[rune]rune{}
	for nasal, class := range map[rune]string{'ङ': "कखगघ", 'ञ': "चछजझ", 'ण': "टठडढ", 'न': "तथदध", 'म': "पफबभ"} {
		for _, r := range class {
			m[r] = nasal
		}
	}
	return m
}()

// otherAnusvara writes half nasal letters before a consonant of their class as
// anusvaras, or the other way round. A form with the anusvara is the first
// choice.
func otherAnusvara(form string) (other string, with, ok bool) {
	runes := []rune(form)
	var out strings.Builder
	half, dot := false, false
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case i+2 < len(runes) && runes[i+1] == text.Halant && nasals[runes[i+2]] == r && r != 0:
			out.WriteRune(text.Anusvara)
			half = true
			i++
		case r == text.Anusvara && i+1 < len(runes) && nasals[runes[i+1]] != 0:
			out.WriteRune(nasals[runes[i+1]])
			out.WriteRune(text.Halant)
			dot = true
		default:
			out.WriteRune(r)
		}
	}
	if half == dot {
		return "", false, false
	}
	other = out.String()
	if half && lexicon.Weight(other) >= leastPrinted {
		return other, false, !lexicon.Distinct(form, other) // the dot can always stand for it
	}
	return other, dot, bothPrinted(form, other)
}

// otherChandrabindu writes ँ as ं, or ं as ँ where print does so too: over a
// letter whose vowel sign leaves room for it.
func otherChandrabindu(form string) (other string, with, ok bool) {
	if strings.ContainsRune(form, text.Candrabindu) {
		other = strings.ReplaceAll(form, string(text.Candrabindu), string(text.Anusvara))
		return other, true, !lexicon.Distinct(form, other)
	}
	at := strings.LastIndex(form, string(text.Anusvara))
	if at <= 0 {
		return "", false, false
	}
	before, _ := utf8.DecodeLastRuneInString(form[:at])
	if !roomAbove(before) {
		return "", false, false
	}
	other = form[:at] + string(text.Candrabindu) + form[at+len(string(text.Anusvara)):]
	if at+len(string(text.Anusvara)) == len(form) && (before == '\u093e' || before == 'ए' || before == 'ऊ' || before == '\u0942') {
		return other, false, true
	}
	return other, false, bothPrinted(form, other) && !lexicon.Overmarked(other)
}

// roomAbove reports whether a letter or sign leaves room for a ँ above it: अ आ
// उ ऊ ए, consonants with no sign, ा ु ू.
func roomAbove(r rune) bool {
	switch text.ClassOf(r) {
	case text.ClassConsonant:
		return true
	case text.ClassVowel:
		return strings.ContainsRune("अआउऊए", r)
	case text.ClassMatra:
		return r == '\u093e' || r == '\u0941' || r == '\u0942'
	}
	return false
}

// otherYe writes a final ये or यी behind a vowel as ए or ई, or the other way
// round, where print does both: in the forms of words in या (गया, नया) and in
// लिए, चाहिए. In स्थायी and उत्तरदायी the य is the word's own, and in the forms of
// nouns in या (रुपये, रवैये), which those write who write गए, too.
func otherYe(form string) (other string, with, ok bool) {
	for _, e := range [...]struct{ with, without string }{{"ये", "ए"}, {"यी", "ई"}, {"यें", "एं"}, {"यीं", "ईं"}} {
		for _, choice := range [...]struct {
			from, to string
			with     bool
		}{{e.with, e.without, true}, {e.without, e.with, false}} {
			stem, found := strings.CutSuffix(form, choice.from)
			if !found || stem == "" {
				continue
			}
			if !glides(stem, choice.from) {
				return "", false, false
			}
			other = stem + choice.to
			if choice.with && lexicon.Weight(other) >= leastPrinted {
				return other, true, !lexicon.Distinct(form, other) // the vowel can always stand for it
			}
			return other, choice.with, bothPrinted(form, other)
		}
	}
	return "", false, false
}

// glides reports whether the य of an ending behind a stem is one that speech puts
// in: in the forms of participles and adjectives in या, of हुआ, and behind an ि. It
// is the word's own in nouns: रुपये, गायें.
func glides(stem, ending string) bool {
	noun := func(word string) bool { return lexicon.GrammarOf(text.FormOf(word)).Noun }
	if noun(stem+"या") || strings.HasSuffix(ending, string(text.Anusvara)) && noun(stem+"य") {
		return false
	}
	return strings.HasSuffix(stem, "ि") || lexicon.Weight(stem+"या") >= leastPrinted || lexicon.Weight(stem+"आ") >= leastPrinted
}

package rules

import (
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// mixedTermOptions are the options of mixed-term.
type mixedTermOptions struct {
	// Synonyms also tells of everyday words (स्कूल/विद्यालय), as infos.
	Synonyms bool `yaml:"synonyms"`
	// Expansions also tells of acronyms that stand before the full name that
	// they shorten, as infos.
	Expansions bool `yaml:"expansions"`
}

var mixedTerm = checker.Rule{
	Name:     "mixed-term",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      page("mixed-term"),
	Options:  mixedTermOptions{},
	Check:    checker.Each(checkMixedTerm),
}

// mention is one occurrence of a term: a range of tokens.
type mention struct {
	term        lexicon.Term
	first, last int // tokens, last included
	heading     bool
}

func checkMixedTerm(p *checker.Pass) {
	options := p.Options.(mixedTermOptions)
	byTerm := map[int][]mention{}
	var order []int
	for _, m := range mentions(p.Doc) {
		if byTerm[m.term.ID] == nil {
			order = append(order, m.term.ID)
		}
		byTerm[m.term.ID] = append(byTerm[m.term.ID], m)
	}
	// Terms of more words first: what they report hides a shorter term inside.
	slices.SortStableFunc(order, func(a, b int) int {
		return len(byTerm[b][0].term.Rest) - len(byTerm[a][0].term.Rest)
	})
	r := termReporter{p, map[int]bool{}}
	for _, id := range order {
		english, hindi := sides(p.Doc, byTerm[id])
		if len(english) == 0 || len(hindi) == 0 {
			continue
		}
		switch kind := english[0].term.Kind; {
		case kind == "synonym" && !options.Synonyms:
		case kind == "expansion" && (!options.Expansions || hindi[0].first < english[0].first):
		case kind == "acronym" && len(english) > len(hindi):
			r.report(hindi, english[0], checker.Warning, p.Doc.Text[spanOf(p.Doc, english[0]).Start:spanOf(p.Doc, english[0]).End])
		case kind == "acronym", kind == "title":
			r.report(english, hindi[0], checker.Warning, english[0].term.Hindi)
		case kind == "term" && oneThing(p.Doc, english, hindi):
			r.report(english, hindi[0], checker.Warning, english[0].term.Hindi)
		default:
			r.report(english, hindi[0], checker.Info, english[0].term.Hindi)
		}
	}
}

// mentions returns the terms that a document mentions, in order, a term inside
// a longer one included.
func mentions(d *text.Document) []mention {
	starts := make([]bool, len(d.Forms))
	some := false
	for i, f := range d.Forms {
		starts[i] = len(lexicon.TermsOf(f)) > 0
		some = some || starts[i]
	}
	if !some {
		return nil
	}
	var out []mention
	heading := headingEnd(d)
	for i, t := range d.Tokens {
		if t.Kind != text.Word || !starts[t.Form] {
			continue
		}
		for _, term := range lexicon.TermsOf(d.Word(t)) {
			if last, ok := matchRest(d, i, term.Rest); ok {
				out = append(out, mention{term, i, last, i < heading})
			}
		}
	}
	return out
}

// headingEnd returns the first token behind the document's headline.
func headingEnd(d *text.Document) int {
	if len(d.Blocks) > 0 && d.Blocks[0].Kind == text.Heading {
		return d.Blocks[0].Last
	}
	return 0
}

// matchRest reports whether the words behind token i are those of a phrase, and
// the last token of it. A hyphen may stand for a space.
func matchRest(d *text.Document, i int, rest []string) (last int, ok bool) {
	for _, key := range rest {
		j := i + 1
		if j < len(d.Tokens) && (d.Tokens[j].Kind == text.Space || d.Of(d.Tokens[j]) == "-") {
			j++
		}
		if j >= len(d.Tokens) || d.Tokens[j].Kind != text.Word || !lexicon.SameForm(d.Word(d.Tokens[j]), key) {
			return 0, false
		}
		i = j
	}
	return i, true
}

// sides parts the mentions of a term into transliterated and Hindi ones. A
// mention in brackets glosses what stands before it and counts for neither; nor
// does one in a headline, where the shorter word has to do.
func sides(d *text.Document, all []mention) (english, hindi []mention) {
	for _, m := range all {
		switch {
		case m.heading || bracketed(d, m.first, m.last) || m.term.English && inName(d, m.last):
		case m.term.English:
			english = append(english, m)
		default:
			hindi = append(hindi, m)
		}
	}
	return english, hindi
}

// inName reports whether a transliterated term is the beginning of a name: a
// hyphen or another loan stands behind it (यूएस-बांग्ला, यूएस जियोलॉजिकल सर्वे).
func inName(d *text.Document, last int) bool {
	if last+2 >= len(d.Tokens) || d.Tokens[last+2].Kind != text.Word {
		return false
	}
	return d.Of(d.Tokens[last+1]) == "-" || d.Tokens[last+1].Kind == text.Space && loanShape(d.Word(d.Tokens[last+2]))
}

// bracketed reports whether an opening bracket stands directly before the
// tokens first to last and a closing one behind them.
func bracketed(d *text.Document, first, last int) bool {
	return first > 0 && last+1 < len(d.Tokens) && d.Of(d.Tokens[first-1]) == "(" && d.Of(d.Tokens[last+1]) == ")"
}

// oneThing reports whether both words name one thing in the document: a content
// word stands beside both on the same side.
func oneThing(d *text.Document, a, b []mention) bool {
	edges := func(ms []mention, last bool) []int {
		var out []int
		for _, m := range ms {
			if last {
				out = append(out, m.last)
			} else {
				out = append(out, m.first)
			}
		}
		return out
	}
	return shareOn(d, edges(a, true), edges(b, true), 1) || shareOn(d, edges(a, false), edges(b, false), -1)
}

func spanOf(d *text.Document, m mention) text.Span {
	return text.Span{Start: d.Tokens[m.first].Start(), End: d.Tokens[m.last].End()}
}

var msgMixedTerm = say(
	"both %[1]q and %[2]q are used in this text; choose one",
	"इस लेख में “%[1]s” और “%[2]s” दोनों चल रहे हैं; एक चुनें")

// termReporter reports mentions and remembers where.
type termReporter struct {
	p    *checker.Pass
	done map[int]bool // tokens reported
}

// report reports each mention of the side to change that is not inside a place
// reported before.
func (r *termReporter) report(wrong []mention, other mention, s checker.Severity, with string) {
	source := r.p.Doc.Text
	related := spanOf(r.p.Doc, other)
	for _, m := range wrong {
		span := spanOf(r.p.Doc, m)
		if r.done[m.first] || r.done[m.last] {
			continue
		}
		for i := m.first; i <= m.last; i++ {
			r.done[i] = true
		}
		r.p.ReportAs(s, checker.Finding{
			Span:    span,
			Message: r.p.Sprintf(msgMixedTerm, source[span.Start:span.End], source[related.Start:related.End]),
			Related: []checker.Related{{Span: related, Message: source[related.Start:related.End]}},
			Fixes:   []checker.Fix{checker.Replace(span, with)},
		})
	}
}

// maxBeside bounds the occurrences of a word whose neighbours are looked at.
const maxBeside = 200

// shareOn reports whether one content word stands beside a token of each list,
// on the side of step.
func shareOn(d *text.Document, a, b []int, step int) bool {
	a, b = a[:min(len(a), maxBeside)], b[:min(len(b), maxBeside)]
	var beside []*text.Form
	for _, i := range a {
		if f := neighbour(d, i, step); f != nil && !slices.Contains(beside, f) {
			beside = append(beside, f)
		}
	}
	for _, i := range b {
		if f := neighbour(d, i, step); f != nil && slices.Contains(beside, f) {
			return true
		}
	}
	return false
}

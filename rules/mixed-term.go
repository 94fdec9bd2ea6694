package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed mixed-term.md
var mixedTermPage string

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
	Doc:      mixedTermPage,
	Options:  mixedTermOptions{},
	Check:    checker.Each(checkMixedTerm),
}

// mention is one occurrence of a term: a range of tokens.
type mention struct {
	term        *lexicon.Term
	first, last int // tokens, last included
	heading     bool
	bracketed   bool
}

func checkMixedTerm(p *checker.Pass) {
	options := p.Options.(mixedTermOptions)
	all := mentions(p.Doc)
	if len(all) == 0 {
		return
	}
	r := termReporter{p, map[int]bool{}}
	for _, group := range byTerm(all) {
		english, hindi := sides(p.Doc, group)
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

// byTerm parts mentions, which are in order, by their terms: terms of more words
// first, because what they report hides a shorter term inside, then in the order
// of their first mentions.
func byTerm(all []mention) [][]mention {
	var groups [][]mention
	index := map[int]int{}
	for _, m := range all {
		at, known := index[m.term.ID]
		if !known {
			at = len(groups)
			index[m.term.ID] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], m)
	}
	slices.SortStableFunc(groups, func(a, b []mention) int { return len(b[0].term.Rest) - len(a[0].term.Rest) })
	return groups
}

// mentions returns the terms that a document mentions, in order, a term inside
// a longer one included: of the terms whose transliteration and whose Hindi
// equivalent both can begin with words of the document.
func mentions(d *text.Document) []mention {
	both := twoSided(d)
	if len(both) == 0 {
		return nil
	}
	open := func(t lexicon.Term) bool {
		_, found := slices.BinarySearch(both, t.ID)
		return found
	}
	starts := make([]bool, len(d.Forms))
	for i, f := range d.Forms {
		starts[i] = slices.ContainsFunc(lexicon.TermsOf(f), open)
	}
	var out []mention
	heading, depth := headingEnd(d), 0
	for i, t := range d.Tokens {
		if t.Kind == text.Break || t.Kind == text.Punct {
			depth = bracketDepth(depth, d.Of(t))
		}
		if t.Kind != text.Word || !starts[t.Form] {
			continue
		}
		terms := lexicon.TermsOf(d.Word(t))
		for k := range terms {
			if last, ok := matchRest(d, i, terms[k].Rest); ok && open(terms[k]) {
				out = append(out, mention{&terms[k], i, last, i < heading, depth > 0})
			}
		}
	}
	return out
}

// twoSided returns in order the IDs of the terms of which forms of a document
// begin both sides.
func twoSided(d *text.Document) []int {
	var seen []int // 2·ID of a Hindi side, 2·ID+1 of a transliterated one
	for _, f := range d.Forms {
		for _, t := range lexicon.TermsOf(f) {
			if t.English {
				seen = append(seen, 2*t.ID+1)
			} else {
				seen = append(seen, 2*t.ID)
			}
		}
	}
	slices.Sort(seen)
	both := seen[:0]
	for i := 1; i < len(seen); i++ {
		if seen[i-1]%2 == 0 && seen[i] == seen[i-1]+1 {
			both = append(both, seen[i]/2)
		}
	}
	return both
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
		case m.heading || m.bracketed || m.term.English && inName(d, m.last):
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

// bracketDepth returns how many brackets are open behind a mark or a line end,
// which ends them all.
func bracketDepth(depth int, mark string) int {
	switch mark {
	case "(", "[":
		return depth + 1
	case ")", "]":
		return max(depth-1, 0)
	}
	if strings.ContainsAny(mark, "\r\n") {
		return 0
	}
	return depth
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

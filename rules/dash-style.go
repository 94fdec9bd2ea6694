package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed dash-style.md
var dashStylePage string

var dashStyle = checker.Rule{
	Name:     "dash-style",
	Category: "punctuation",
	Severity: checker.Info,
	Doc:      dashStylePage,
	Check:    checker.Each(checkDashes),
}

var (
	brokenCompound = fault{checker.Info, checker.Info,
		say("%q in a compound; join it with a hyphen", "जुड़े हुए शब्द में “%s” है; बिना खाली जगह के योजक चिह्न (-) लगाएँ"),
		say("%q and the like in %d compounds; join them with a hyphen", "जुड़े हुए शब्दों में “%s” जैसे चिह्न हैं (%d जगह); बिना खाली जगह के योजक चिह्न (-) लगाएँ"), ""}
	mixedDash = fault{checker.Info, checker.Info,
		say("%q as a dash here, but another mark elsewhere in the text; use one", "यहाँ निर्देशक चिह्न “%s” है, लेख में दूसरी जगह कोई और; एक ही रखें"),
		say("%q as a dash in %d places, but another mark elsewhere in the text; use one", "निर्देशक चिह्न कहीं “%s” है (%d जगह), कहीं कोई और; एक ही रखें"), ""}
)

// dash is a hyphen or dash with the tokens that stand before and behind it.
type dash struct {
	mark        string
	first, last int // its tokens: -- has two
	left, right int // the tokens around it, spaces set aside
	gapL, gapR  bool
	inside      bool // a sentence's end follows in the block
}

func (a dash) tight() bool  { return !a.gapL && !a.gapR }
func (a dash) spaced() bool { return a.gapL && a.gapR }

// words returns the words on both sides, or nil when there are none.
func (a dash) words(d *text.Document) (l, r *text.Form) {
	if kind(d, a.left) != text.Word || kind(d, a.right) != text.Word {
		return nil, nil
	}
	return d.Word(d.Tokens[a.left]).Canonical, d.Word(d.Tokens[a.right]).Canonical
}

func checkDashes(p *checker.Pass) {
	d := p.Doc
	all := findDashes(d, punctuationOf.Of(d))
	joined := compounds(d, all)
	var broken []place
	var rest []dash
	for _, a := range all {
		l, r := a.words(d)
		switch {
		case a.mark == "-" && a.tight():
		case a.mark != "--" && (l != nil && l == r || joined[[2]*text.Form{l, r}]):
			span := text.Span{Start: d.Tokens[a.left].End(), End: d.Tokens[a.right].Start()}
			broken = append(broken, place{span, d.Text[span.Start:span.End], []string{"-"}, true})
		case a.spaced():
			rest = append(rest, a)
		}
	}
	brokenCompound.report(p, broken)
	reportMixed(p, rest)
}

// findDashes returns the dashes between two words of one block.
func findDashes(d *text.Document, k *punctuation) []dash {
	var out []dash
	for b, marks := range k.blocks(d) {
		end := lastStop(d, marks)
		for n := 0; n < len(marks); n++ {
			if !anyMark(markAt(d, marks[n]), dashSigns) {
				continue
			}
			first := n
			for n+1 < len(marks) && marks[n+1] == marks[n]+1 && anyMark(markAt(d, marks[n+1]), dashSigns) {
				n++
			}
			if n > first+1 {
				continue // a line drawn with dashes
			}
			a := dash{first: marks[first], last: marks[n], right: marks[n] + 1}
			a.mark = d.Text[d.Tokens[a.first].Start():d.Tokens[a.last].End()]
			a.left, a.gapL = before(d, a.first)
			if plain(d, a.right) {
				a.right, a.gapR = a.right+1, true
			}
			if a.left >= b.First && a.right < b.Last {
				a.inside = a.right < end
				out = append(out, a)
			}
		}
	}
	return out
}

const dashSigns = "-–—"

// lastStop returns the token of the last of the marks that ends a sentence, or
// -1.
func lastStop(d *text.Document, marks []int) int {
	for n := len(marks) - 1; n >= 0; n-- {
		if mark := markAt(d, marks[n]); anyMark(mark, "।?!") || mark == "." && fullStop(d, marks[n]) {
			return marks[n]
		}
	}
	return -1
}

// compounds returns the pairs of words that the document joins with a hyphen;
// nil when it has nothing else than that. A verb or a particle before a hyphen
// leads to what is said (कहा-) and makes no compound.
func compounds(d *text.Document, all []dash) map[[2]*text.Form]bool {
	other := false
	for _, a := range all {
		other = other || a.mark != "-" || !a.tight()
	}
	if !other {
		return nil
	}
	out := map[[2]*text.Form]bool{}
	for _, a := range all {
		if l, r := a.words(d); l != nil && a.mark == "-" && a.tight() && !lexicon.IsFunctionWord(l) && !lexicon.EndsSentence(l) {
			out[[2]*text.Form{l, r}] = true
		}
	}
	return out
}

// reportMixed reports the dashes of running text that are not of the kind that
// the document uses most.
func reportMixed(p *checker.Pass, rest []dash) {
	marks := [...]string{"–", "—", "-", "--"}
	var counts [len(marks)]int
	var running []dash
	for _, a := range rest {
		if parenthetical(p.Doc, a) {
			running = append(running, a)
			for i, mark := range marks {
				if a.mark == mark {
					counts[i]++
				}
			}
		}
	}
	most := 0
	for i := range marks {
		if counts[i] > counts[most] {
			most = i
		}
	}
	var mixed []place
	for _, a := range running {
		if a.mark != marks[most] {
			span := text.Span{Start: p.Doc.Tokens[a.first].Start(), End: p.Doc.Tokens[a.last].End()}
			mixed = append(mixed, place{span, a.mark, []string{marks[most]}, true})
		}
	}
	mixedDash.report(p, mixed)
}

// parenthetical reports whether a spaced dash stands inside a sentence: between
// words, in a paragraph that goes on to an end mark. A label (मधुबनी - 18), a
// score, a byline and a speaker's dash do not.
func parenthetical(d *text.Document, a dash) bool {
	return a.inside && kind(d, a.left) == text.Word && (kind(d, a.right) == text.Word || anyMark(markAt(d, a.right), openers))
}

package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

//go:embed danda.md
var dandaPage string

var dandaRule = checker.Rule{
	Name:     "danda",
	Category: "punctuation",
	Severity: checker.Warning,
	Doc:      dandaPage,
	Check:    checker.Each(checkDanda),
}

var (
	pipeForDanda = fault{checker.Warning, checker.Warning,
		say("%q ends the sentence; put a danda", "वाक्य “%s” पर ख़त्म हुआ है; पूर्णविराम (।) लगाएँ"),
		say("%q ends %d sentences of the text; put dandas", "लेख में वाक्य “%s” पर ख़त्म होते हैं (%d जगह); पूर्णविराम (।) लगाएँ"), ""}
	letterForDanda = fault{checker.Error, checker.Warning,
		say("the Latin letter %q ends the sentence; put a danda", "वाक्य के अंत में रोमन अक्षर “%s” है; पूर्णविराम (।) लगाएँ"),
		say("the Latin letter %q ends %d sentences of the text; put dandas", "लेख में वाक्यों के अंत में रोमन अक्षर “%s” है (%d जगह); पूर्णविराम (।) लगाएँ"), ""}
	otherStop = fault{checker.Warning, checker.Info,
		say("%q ends this sentence, another mark the rest of the text; use one", "यह वाक्य “%s” पर ख़त्म हुआ है, लेख के बाकी वाक्य नहीं; एक ही चिह्न रखें"),
		say("%q ends %d sentences, another mark the rest of the text; use one", "कुछ वाक्य “%s” पर ख़त्म हुए हैं (%d जगह), लेख के बाकी वाक्य नहीं; एक ही चिह्न रखें"), ""}
	twoDandas = fault{checker.Warning, checker.Info,
		say("two dandas %q; one ends a sentence", "दो पूर्णविराम हैं: “%s”; एक काफ़ी है"),
		say("two dandas %q, in %d places; one ends a sentence", "दो पूर्णविराम “%s” (%d जगह); एक काफ़ी है"), ""}
	datelineDandas = fault{checker.Info, checker.Info, twoDandas.one, twoDandas.many, ""}
	spacedDanda    = fault{checker.Warning, checker.Info,
		say("space before %q; remove it", "“%s” से पहले खाली जगह है; हटाएँ"),
		say("space before %q in %d places, but not in most of the text; remove it", "कहीं-कहीं “%s” से पहले खाली जगह है (%d जगह), बाकी लेख में नहीं; हटाएँ"), curedRemove}
	openSentence = fault{checker.Info, checker.Info,
		say("the paragraph's last sentence has no end mark behind %q", "पैराग्राफ़ का आख़िरी वाक्य “%s” पर बिना विराम ख़त्म हुआ है"),
		say("the last sentence has no end mark (behind %q), in %d paragraphs", "आख़िरी वाक्य बिना विराम ख़त्म हुआ है (“%s” पर; %d पैराग्राफ़)"), ""}
)

// curedRemove is the title of a fix that takes a space out.
var curedRemove = say("remove the space", "खाली जगह हटाएँ")

func checkDanda(p *checker.Pass) {
	d, k := p.Doc, punctuationOf.Of(p.Doc)
	var pipes, other, doubled, dateline, spaced, open []place
	for b, marks := range k.blocks(d) {
		pipes = append(pipes, k.pipes(d, b, marks)...)
		for n, i := range marks {
			mark := markAt(d, i)
			if mark == danda {
				if last := lastDanda(d, i, marks[n+1:]); last > i {
					switch {
					case inRun(d, i-1), inRun(d, last+1), verse(d, b, i, last):
					case finalBefore(d, i):
						doubled = append(doubled, k.end(d, i, last, true))
					default:
						dateline = append(dateline, k.end(d, i, last, true))
					}
					continue
				}
			}
			switch {
			case mark == "." && k.stop == danda && k.ends > 0, mark == danda && k.stop == ".":
				if alone(d, i) && endsHere(d, i) && fullStop(d, i) {
					other = append(other, k.end(d, i, i, true))
				}
			case mark == danda && !k.spacedStops && alone(d, i) && kind(d, i-1) == text.Space:
				if at, gap := before(d, i); gap && worded(d, at) {
					spaced = append(spaced, k.end(d, i, i, false))
				}
			}
		}
		if at := k.openEnd(d, b, marks); at >= 0 {
			open = append(open, place{d.Tokens[at].Span(), d.Of(d.Tokens[at]), []string{d.Of(d.Tokens[at]) + k.stopMark()}, true})
		}
	}
	pipeForDanda.report(p, pipes)
	letterForDanda.report(p, k.letters(d))
	otherStop.report(p, other)
	twoDandas.report(p, doubled)
	datelineDandas.report(p, dateline)
	spacedDanda.report(p, spaced)
	openSentence.report(p, open)
}

// stopMark returns the document's end mark as it writes it.
func (k *punctuation) stopMark() string {
	if k.spacedStops {
		return " " + k.stop
	}
	return k.stop
}

// end returns the place of the wrong end mark in tokens first to last: it
// should read as the document's own. The space before it belongs to the place
// where the document puts none.
func (k *punctuation) end(d *text.Document, first, last int, suggest bool) place {
	span := text.Span{Start: d.Tokens[first].Start(), End: d.Tokens[last].End()}
	mark, with := d.Text[span.Start:span.End], k.stop
	if plain(d, first-1) && worded(d, first-2) && !k.spacedStops {
		span.Start = d.Tokens[first-1].Start()
	}
	if kind(d, last+1) == text.Word {
		with += " "
	}
	return place{span, mark, []string{with}, suggest}
}

// endsHere reports whether what follows token i can follow a sentence: a
// space, the line's end, a closing mark, or the next word with the space
// forgotten.
func endsHere(d *text.Document, i int) bool {
	switch kind(d, i+1) {
	case text.Space, text.Break, text.Word:
		return true
	case text.Punct:
		return anyMark(markAt(d, i+1), closers)
	}
	return false
}

// pipes returns the places in a block where | stands for ।: behind a word that
// ends sentences, or else close to the word before or at the block's end. A
// row of a table and a menu (खबर | खेल) are no sentences: a menu has | between
// spaces and no mark at its end.
func (k *punctuation) pipes(d *text.Document, b text.Block, marks []int) []place {
	var all []int
	for _, i := range marks {
		if markAt(d, i) == "|" && markAt(d, i-1) != "|" {
			all = append(all, i)
		}
	}
	if len(all) == 0 || markAt(d, firstToken(d, b)) == "|" {
		return nil
	}
	ended := anyMark(markAt(d, lastToken(d, b)), "|।?!.\"'”’)")
	var out []place
	for _, i := range all {
		last := i
		for markAt(d, last+1) == "|" {
			last++
		}
		at, gap := before(d, i)
		sure := at >= 0 && final(d, at)
		switch {
		case kind(d, at) != text.Word || !endsHere(d, last):
		case gap && !ended, !sure && (len(all) > 1 || gap && last+1 < b.Last || kind(d, last+1) == text.Word):
		default:
			at := k.end(d, i, last, !sure || last > i || k.stop != danda)
			if last > i {
				at.fixes = append(at.fixes, "॥")
			}
			out = append(out, at)
		}
	}
	return out
}

// firstToken and lastToken return the ends of a block without its spaces.
func firstToken(d *text.Document, b text.Block) int {
	i := b.First
	for i < b.Last && kind(d, i) == text.Space {
		i++
	}
	return i
}

func lastToken(d *text.Document, b text.Block) int {
	i := b.Last - 1
	for i > b.First && kind(d, i) == text.Space {
		i--
	}
	return i
}

// letters returns the places where the letter l or I stands for ।.
func (k *punctuation) letters(d *text.Document) []place {
	var out []place
	for _, i := range k.strokes {
		next := kind(d, i+1)
		if next == text.Word || !endsHere(d, i) || !finalBefore(d, i) {
			continue
		}
		if next == text.Space && kind(d, i+2) == text.Latin {
			continue
		}
		out = append(out, k.end(d, i, i, true))
	}
	return out
}

// lastDanda returns the last danda of those that follow token i with nothing
// but plain spaces between, or i itself. A danda that follows another is not
// asked again: it returns -1.
func lastDanda(d *text.Document, i int, following []int) int {
	if at, _ := before(d, i); markAt(d, at) == danda {
		return -1
	}
	last := i
	for _, j := range following {
		if at, _ := before(d, j); at != last || markAt(d, j) != danda {
			break
		}
		last = j
	}
	return last
}

// verse reports whether two dandas belong to verse: beside the number of a
// stanza, or at the end of a short line that is no sentence of its own.
func verse(d *text.Document, b text.Block, first, last int) bool {
	at, _ := before(d, first)
	if kind(d, at) == text.Number || kind(d, last+1) == text.Number || kind(d, last+1) == text.Space && kind(d, last+2) == text.Number {
		return true
	}
	if last+1 < b.Last || b.Last-b.First > maxVerse {
		return false
	}
	inner := strings.Contains(d.Text[b.Span.Start:d.Tokens[first].Start()], danda)
	return inner || !final(d, at)
}

// maxVerse is the length in tokens of the longest line of verse: 20 words.
const maxVerse = 40

// openEnd returns the last word of a paragraph whose last sentence has no end
// mark, or -1. Only running text is asked, two ended sentences and more, and
// only a last word that ends sentences: captions, bylines and labels do not.
func (k *punctuation) openEnd(d *text.Document, b text.Block, marks []int) int {
	last := lastToken(d, b)
	if b.Kind != text.Paragraph || k.glued > maxRepeats || !final(d, last) || goesOn(d, b.Last) {
		return -1
	}
	ended, from := 0, b.First
	for _, i := range marks {
		if k.ended(d, i, markAt(d, i)) {
			ended, from = ended+1, i
		}
	}
	if ended < 2 || last-from < minSentence {
		return -1
	}
	return last
}

// goesOn reports whether the text behind a line's end goes on with a mark or
// with a word that ends sentences: the line was broken inside a sentence.
func goesOn(d *text.Document, i int) bool {
	for kind(d, i) == text.Space || i < len(d.Tokens) && kind(d, i) == text.Break {
		i++
	}
	return final(d, i) || inRun(d, i)
}

// minSentence is the length in tokens of the shortest sentence that is missed
// an end mark: five words.
const minSentence = 10

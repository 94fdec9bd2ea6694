package rules

import (
	"iter"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// punctuation is what the rules on punctuation know of a document: where its
// marks stand, and its own habits, which are the norm. Each place belongs to
// one of the rules: marks that touch another mark to repeated-punctuation, but
// । and ।। to danda; dashes to dash-style; the space beside any other mark to
// punctuation-spacing, but that before । to danda.
type punctuation struct {
	// marks are the indexes of the punctuation tokens, wide those of the runs
	// of several plain spaces, strokes those of the words l and I.
	marks, wide, strokes []int
	// stop is the mark that ends the document's sentences, । or a full stop.
	stop string
	// ends counts the marks that end its sentences, glued those that the next
	// word touches: its line breaks may be lost.
	ends, glued int
	// spacedStops says that a space before । ? and ! is its habit,
	// spacedCommas the same of , and ;.
	spacedStops, spacedCommas bool
}

const (
	danda = "।"
	// minHabit is how often a document must do what is not usual before that
	// counts as its habit.
	minHabit = 3
)

var punctuationOf = text.NewShared(readPunctuation)

func readPunctuation(d *text.Document) *punctuation {
	k := &punctuation{stop: danda}
	if d.EndsWithStop() {
		k.stop = "."
	}
	var stops, commas tally
	for i, t := range d.Tokens {
		switch t.Kind {
		case text.Punct:
			k.marks = append(k.marks, i)
			switch mark := d.Of(t); {
			case k.ended(d, i, mark) || mark == "|" && finalBefore(d, i):
				stops.add(d, i)
				if mark != "?" && mark != "!" {
					k.ends++
				}
				if kind(d, i+1) == text.Word {
					k.glued++
				}
			case mark == ",", mark == ";":
				commas.add(d, i)
			}
		case text.Space:
			if t.End()-t.Start() > 1 && plain(d, i) {
				k.wide = append(k.wide, i)
			}
		case text.Latin:
			if stroke(d, i) {
				k.strokes = append(k.strokes, i)
			}
		}
	}
	k.spacedStops, k.spacedCommas = stops.habit(), commas.habit()
	return k
}

// ended reports whether the mark at token i ends a sentence.
func (k *punctuation) ended(d *text.Document, i int, mark string) bool {
	switch mark {
	case danda, "?", "!":
		return true
	case ".":
		return k.stop == "." && fullStop(d, i)
	}
	return false
}

// fullStop reports whether the . at token i ends a sentence: it stands behind a
// word that ends sentences and is no initial (आई. एस., where आई is also a verb).
func fullStop(d *text.Document, i int) bool {
	at, _ := before(d, i)
	return at >= 0 && final(d, at) && !text.IsLetterName(d.Of(d.Tokens[at]))
}

// tally counts marks with and without a space before.
type tally struct{ spaced, all int }

func (t *tally) add(d *text.Document, i int) {
	if i == 0 {
		return
	}
	t.all++
	if d.Tokens[i-1].Kind == text.Space {
		t.spaced++
	}
}

func (t *tally) habit() bool { return t.spaced >= minHabit && 2*t.spaced > t.all }

// blocks returns the blocks of the document with the marks in each.
func (k *punctuation) blocks(d *text.Document) iter.Seq2[text.Block, []int] {
	return func(yield func(text.Block, []int) bool) {
		marks := k.marks
		for _, b := range d.Blocks {
			for len(marks) > 0 && marks[0] < b.First {
				marks = marks[1:]
			}
			n := 0
			for n < len(marks) && marks[n] < b.Last {
				n++
			}
			if !yield(b, marks[:n]) {
				return
			}
			marks = marks[n:]
		}
	}
}

// plain reports whether token i is a space of nothing but U+0020. Tabs and
// other spaces are set on purpose or by machines, and are another rule's.
func plain(d *text.Document, i int) bool {
	return kind(d, i) == text.Space && strings.Trim(d.Of(d.Tokens[i]), " ") == ""
}

// before returns the token before token i, or the one before a plain space
// before it, and whether there is such a space. It is -1 where there is none
// in the line.
func before(d *text.Document, i int) (at int, gap bool) {
	at = i - 1
	if at >= 0 && plain(d, at) {
		at, gap = at-1, true
	}
	if at < 0 || d.Tokens[at].Kind == text.Break || d.Tokens[at].Kind == text.Space {
		return -1, gap
	}
	return at, gap
}

// stroke reports whether token i is the Latin l or I, which look like a danda.
func stroke(d *text.Document, i int) bool {
	return kind(d, i) == text.Latin && (d.Of(d.Tokens[i]) == "l" || d.Of(d.Tokens[i]) == "I")
}

// kind returns the kind of token i; behind the ends it is Break.
func kind(d *text.Document, i int) text.Kind {
	if i < 0 || i >= len(d.Tokens) {
		return text.Break
	}
	return d.Tokens[i].Kind
}

// markAt returns the mark at token i, or "" when there is none.
func markAt(d *text.Document, i int) string {
	if kind(d, i) != text.Punct {
		return ""
	}
	return d.Of(d.Tokens[i])
}

func anyMark(mark, of string) bool { return mark != "" && strings.Contains(of, mark) }

const (
	closers = `)]}”’»"'`
	openers = `([{“‘«`
	// straights are the quotes that may open or close.
	straights = `"'` + "`"
)

// worded reports whether token i is a word or what stands for one, or closes a
// quotation or a bracket behind one. A straight quote behind a space opens.
func worded(d *text.Document, i int) bool {
	switch kind(d, i) {
	case text.Word, text.Latin, text.Number, text.Opaque:
		return true
	case text.Punct:
		mark := markAt(d, i)
		if anyMark(mark, straights) {
			before := kind(d, i-1)
			return before != text.Space && before != text.Break
		}
		return anyMark(mark, closers+"%…")
	}
	return false
}

// finalBefore reports whether a word that ends sentences stands before token
// i, with or without a space between.
func finalBefore(d *text.Document, i int) bool {
	at, _ := before(d, i)
	return at >= 0 && final(d, at)
}

func final(d *text.Document, i int) bool {
	return kind(d, i) == text.Word && lexicon.EndsSentence(d.Word(d.Tokens[i]))
}

// inRun reports whether token i is a mark of those that must not touch one
// another.
func inRun(d *text.Document, i int) bool { return anyMark(markAt(d, i), ",;:?!.।…") }

// alone reports whether no such mark stands directly beside token i.
func alone(d *text.Document, i int) bool { return !inRun(d, i-1) && !inRun(d, i+1) }

// place is one fault: what the message quotes, and what the span should read.
type place struct {
	span    text.Span
	mark    string
	fixes   []string
	suggest bool // the fix is not safe
}

// fault is one kind of fault. one is its message, with the mark as argument;
// many says it once for a document that does it again and again, with the mark
// and the number of places, with the severity habit. cure is the title of its
// fix, or "" where the fix speaks for itself.
type fault struct {
	severity, habit checker.Severity
	one, many, cure string
}

// report reports places, in their order. A document that does it more often
// than maxRepeats has a habit: one finding says so, points at the places, and one
// fix mends all.
func (f fault) report(p *checker.Pass, places []place) {
	if len(places) > maxRepeats {
		f.reportHabit(p, places)
		return
	}
	for _, at := range places {
		finding := checker.Finding{Span: at.span, Message: p.Sprintf(f.one, at.mark)}
		for _, with := range at.fixes {
			edit := checker.Edit{Span: at.span, Text: with}
			finding.Fixes = append(finding.Fixes, checker.Fix{Title: f.title(p, with), Safe: !at.suggest, Edits: []checker.Edit{edit}})
		}
		p.ReportAs(f.severity, finding)
	}
}

const (
	maxRepeats = 3
	// maxRelated bounds the places that a finding points at; its fix mends all.
	maxRelated = 100
)

func (f fault) reportHabit(p *checker.Pass, places []place) {
	first := places[0]
	finding := checker.Finding{Span: first.span, Message: p.Sprintf(f.many, first.mark, len(places))}
	var fix checker.Fix
	fix.Safe = true
	for _, at := range places {
		if at.span != first.span && len(finding.Related) < maxRelated {
			finding.Related = append(finding.Related, checker.Related{Span: at.span, Message: at.mark})
		}
		if len(at.fixes) > 0 {
			fix.Edits = append(fix.Edits, checker.Edit{Span: at.span, Text: at.fixes[0]})
			fix.Safe = fix.Safe && !at.suggest
		}
	}
	if len(fix.Edits) > 0 {
		fix.Title = f.title(p, fix.Edits[0].Text)
		finding.Fixes = []checker.Fix{fix}
	}
	p.ReportAs(f.habit, finding)
}

func (f fault) title(p *checker.Pass, with string) string {
	if f.cure == "" {
		return strings.TrimSpace(with)
	}
	return p.Sprintf(f.cure)
}

package rules

import (
	_ "embed"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed repeated-word.md
var repeatedWordPage string

var repeatedWord = checker.Rule{
	Name:     "repeated-word",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      repeatedWordPage,
	Check:    checker.Each(checkRepeatedWord),
}

var msgRepeatedWord = say("%q stands twice in a row; take one away", "“%s” दो बार लिखा है; एक हटा दें")

// repetition is a word that stands again and again with only space between.
type repetition struct {
	form          *text.Form
	first, second int
	last          int // of its tokens
	across        bool
}

func checkRepeatedWord(p *checker.Pass) {
	d := p.Doc
	var run repetition
	for i, t := range d.Tokens {
		switch t.Kind {
		case text.Space:
			continue
		case text.Break:
			run.across = true
			continue
		case text.Word:
		default:
			run = repetition{}
			continue
		}
		if f := d.Word(t).Canonical; f != run.form {
			run = repetition{form: f, first: i, last: i}
			continue
		}
		if run.second == 0 {
			run.second = i
		}
		run.last = i
		if next := wordBehind(d, i); next != run.form && accident(d, run, next) {
			reportRepetition(p, run)
		}
	}
}

// wordBehind returns the form of the word behind token i, with only space between,
// or nil.
func wordBehind(d *text.Document, i int) *text.Form {
	for i++; kind(d, i) == text.Space || i < len(d.Tokens) && kind(d, i) == text.Break; i++ {
	}
	if kind(d, i) != text.Word {
		return nil
	}
	return d.Word(d.Tokens[i]).Canonical
}

// accident reports whether a word stands twice by mistake: Hindi doubles most
// words on purpose (धीरे धीरे, घर घर, करते करते, जो जो), but no case mark,
// auxiliary or conjunction, and a few nouns never.
func accident(d *text.Document, run repetition, next *text.Form) bool {
	doubling := lexicon.DoublingOf(run.form).Kind
	before, behind := quoteBeside(d, run.first-1), quoteBeside(d, run.last+1)
	if before && behind || compounded(d, run) {
		return false
	}
	twice := run.second == run.last
	switch doubling {
	case lexicon.DoubledMark, lexicon.DoubledAgent:
		return !run.across || sameText(d, run)
	case lexicon.DoubledCase:
		return twice && sameBlock(d, run) && !initialLetters(d, run, next)
	case lexicon.NeverDoubled, lexicon.DoubledPostposition:
		return twice && sameBlock(d, run)
	case lexicon.DoubledNoun:
		return twice && sameBlock(d, run) && !before && !behind && (next == nil || !lexicon.IsFunctionWord(next) || agent(next))
	case lexicon.Doubled, lexicon.DoubledRelation:
		return false
	}
	return twice && sameBlock(d, run) && !before && !behind && agent(next) && long(run.form.Folded)
}

func agent(f *text.Form) bool {
	return f != nil && lexicon.DoublingOf(f).Kind == lexicon.DoubledAgent
}

// long reports whether a word has three aksharas or more: of shorter ones too
// many can be doubled.
func long(word string) bool {
	for range 2 {
		word = word[len(text.Akshara(word)):]
	}
	return word != ""
}

func quoteBeside(d *text.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && isQuote(d.Of(d.Tokens[i]))
}

// compounded reports whether a hyphen joins the first or the last of the words to
// another: कोरिया के के-पॉप समूह.
func compounded(d *text.Document, run repetition) bool {
	return anyMark(markAt(d, run.first-1), dashSigns) || anyMark(markAt(d, run.last+1), dashSigns)
}

// initialLetters reports whether a word that names a letter may stand for two
// initials: what follows is no ordinary word that stands behind a case mark (गायक
// के के नहीं रहे; मंत्री के के शैलजा).
func initialLetters(d *text.Document, run repetition, next *text.Form) bool {
	if !text.IsLetterName(run.form.Folded) {
		return false
	}
	if at := backOverSpace(d, run.first-1); kind(d, at) == text.Word && text.IsLetterName(d.Of(d.Tokens[at])) {
		return true
	}
	if next == nil || text.IsLetterName(next.Folded) || len(lexicon.NamesOf(next)) > 0 {
		return true
	}
	switch lexicon.DoublingOf(next).Kind {
	case lexicon.DoubledPostposition, lexicon.DoubledRelation:
		return false
	}
	return lexicon.IsFunctionWord(next) || lexicon.Weight(next.Folded) < ordinary
}

// ordinary is the weight from which a word is taken for no rare surname.
const ordinary = 100

// sameBlock reports whether the words stand in one paragraph.
func sameBlock(d *text.Document, run repetition) bool {
	return !run.across || blockOf(d, run.first) == blockOf(d, run.last)
}

// sameText reports whether the words stand in one paragraph, or at the end and
// the start of two lines that a mark between them makes one.
func sameText(d *text.Document, run repetition) bool {
	a, b := blockOf(d, run.first), blockOf(d, run.last)
	if a == b {
		return true
	}
	paragraphs := b == a+1 && d.Blocks[a].Kind == text.Paragraph && d.Blocks[b].Kind == text.Paragraph
	return paragraphs && run.first > d.Blocks[a].First && run.last+1 < d.Blocks[b].Last && d.Tokens[run.first+1].Kind == text.Break && run.last == run.first+2
}

// blockOf returns the index of the block that holds a token.
func blockOf(d *text.Document, token int) int {
	i, _ := slices.BinarySearchFunc(d.Blocks, token, func(b text.Block, token int) int { return b.Last - 1 - token })
	return i
}

// reportRepetition reports a repeated word. All but the first go; a line break
// before one stays, and the space behind it goes.
func reportRepetition(p *checker.Pass, run repetition) {
	d := p.Doc
	span := text.Span{Start: d.Tokens[run.first].Start(), End: d.Tokens[run.last].End()}
	doubling := lexicon.DoublingOf(run.form)
	rest := text.Span{Start: d.Tokens[run.first].End(), End: span.End}
	if run.across {
		rest.Start = d.Tokens[run.second].Start()
		if kind(d, run.last+1) == text.Space {
			rest.End = d.Tokens[run.last+1].End()
		}
	}
	safe := doubling.Kind == lexicon.DoubledMark || doubling.Kind == lexicon.DoubledAgent
	f := checker.Finding{
		Span:    span,
		Message: p.Sprintf(msgRepeatedWord, run.form.Folded),
		Fixes:   []checker.Fix{{Title: run.form.Folded, Safe: safe, Edits: []checker.Edit{{Span: rest}}}},
	}
	if doubling.Slip != "" && run.second == run.last {
		f.Fixes = append(f.Fixes, checker.Replace(d.Tokens[run.last].Span(), doubling.Slip))
	}
	p.Report(f)
}

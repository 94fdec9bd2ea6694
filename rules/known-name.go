package rules

import (
	_ "embed"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed known-name.md
var knownNamePage string

var knownName = checker.Rule{
	Name:     "known-name",
	Category: "names",
	Severity: checker.Warning,
	Doc:      knownNamePage,
	Check:    checker.Each(checkKnownName),
}

var msgKnownName = say(
	"%[1]q is not the usual spelling of this name; write %[2]q",
	"इस नाम की प्रचलित वर्तनी “%[2]s” है, “%[1]s” नहीं")

func checkKnownName(p *checker.Pass) {
	d := p.Doc
	interesting := make([]bool, len(d.Forms))
	some := p.House != nil
	for i, f := range d.Forms {
		_, wrong := misnamed(f)
		interesting[i] = p.House != nil || wrong || slices.ContainsFunc(lexicon.PhrasesOf(f), isWrong)
		some = some || interesting[i]
	}
	if !some {
		return
	}
	for i := 0; i < len(d.Tokens); i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word || !interesting[t.Form] || mentioned(d, i) {
			continue
		}
		if last, done := checkHouseName(p, i); done {
			i = last
			continue
		}
		if last, name, ok := wrongPhrase(d, i); ok {
			reportKnownName(p, text.Span{Start: t.Start(), End: d.Tokens[last].End()}, name)
			i = last
			continue
		}
		if name, ok := misnamed(d.Word(t)); ok && !changed(p)[d.Word(t).Canonical] {
			reportKnownName(p, t.Span(), name)
		}
	}
}

var msgHouseName = say(
	"%[1]q is not the spelling of this house; write %[2]q",
	"इस संस्थान की वर्तनी “%[2]s” है, “%[1]s” नहीं")

// checkHouseName asks the house about the name that begins at token i. It
// reports whether the house knows it: then nothing else is asked.
func checkHouseName(p *checker.Pass, i int) (last int, done bool) {
	t := p.Doc.Tokens[i]
	s, last := p.House.Phrase(p.Doc, i)
	if s.Standing == checker.Unlisted {
		s = p.House.Word(p.Doc.Word(t).Folded)
	}
	if s.Standing == checker.Avoided && (last > i || !changed(p)[p.Doc.Word(t).Canonical]) {
		span := text.Span{Start: t.Start(), End: p.Doc.Tokens[last].End()}
		p.Report(checker.Finding{
			Span:       span,
			Message:    p.Sprintf(msgHouseName, p.Doc.Text[span.Start:span.End], s.Prefer),
			Confidence: 0.99,
			Fixes:      []checker.Fix{checker.Replace(span, s.Prefer)},
		})
	}
	return last, s.Standing != checker.Unlisted
}

func isWrong(p lexicon.Phrase) bool { return p.Role == lexicon.Wrong }

// misnamed returns the first name that a form spells wrong, when it spells none
// right.
func misnamed(f *text.Form) (name lexicon.Name, ok bool) {
	names := lexicon.NamesOf(f)
	if len(names) == 0 || slices.ContainsFunc(names, func(n lexicon.Name) bool { return n.Role != lexicon.Wrong }) {
		return lexicon.Name{}, false
	}
	return names[0], true
}

// wrongPhrase returns the longest wrong spelling of a name of several words
// that begins at token i, unless a right one is as long.
func wrongPhrase(d *text.Document, i int) (last int, name lexicon.Name, ok bool) {
	last = i
	for _, phrase := range lexicon.PhrasesOf(d.Word(d.Tokens[i])) {
		end, match := matchName(d, i, phrase.Rest)
		if !match || end < last {
			continue
		}
		if end > last || phrase.Role != lexicon.Wrong {
			last, name, ok = end, phrase.Name, phrase.Role == lexicon.Wrong
		}
	}
	return last, name, ok
}

// matchName reports whether the words behind token i are those of a name, with
// one space or hyphen between, and the last token of it.
func matchName(d *text.Document, i int, rest []string) (last int, ok bool) {
	for _, key := range rest {
		i += 2
		if i >= len(d.Tokens) || d.Tokens[i].Kind != text.Word || d.Tokens[i-1].Kind != text.Space && d.Of(d.Tokens[i-1]) != "-" {
			return 0, false
		}
		if lexicon.KeyOf(d.Word(d.Tokens[i])) != key {
			return 0, false
		}
	}
	return i, true
}

// reportKnownName reports one place. A spelling that is itself in wide use is
// at most an info.
func reportKnownName(p *checker.Pass, span text.Span, name lexicon.Name) {
	found := p.Doc.Text[span.Start:span.End]
	severity := checker.Warning
	if w := lexicon.Weight(text.Fold(found)); w >= 10 && 4*w >= lexicon.Weight(name.Standard) {
		severity = checker.Info
	}
	p.ReportAs(severity, checker.Finding{
		Span:       span,
		Message:    p.Sprintf(msgKnownName, found, name.Standard),
		Confidence: 0.95,
		Fixes:      []checker.Fix{checker.Replace(span, name.Standard)},
	})
}

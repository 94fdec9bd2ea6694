package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// garbled is a stretch of text whose letters stand for others: that of a legacy
// font, of another encoding, of escapes.
type garbled struct {
	kind garbledKind
	span text.Span
	// reads is what it stands for, where that is known.
	reads string
	// fixable says that reads is to be offered.
	fixable bool
	// lost counts the letters of reads that nothing can bring back.
	lost int
}

type garbledKind uint8

const (
	krutiDevText garbledKind = iota
	eightBitText
	fontResidue
	misreadText
	escapedText
	privateText
	dottedCircle
)

// garbledKinds says of each kind which rule reports it and what it is, where
// there is nothing to offer, where there is, and where letters are lost. %[1]s is
// the start of the text, %[2]s of what it stands for, %[3]d the number of lost
// letters, %[4]s the first code point.
var garbledKinds = [...]struct{ rule, bare, offer, lost string }{
	krutiDevText: {rule: "legacy-font", offer: say(
		"this is typed for the fonts Kruti Dev or DevLys and is no Unicode; it reads “%[2]s”",
		"यह कृति देव या देवलिस फ़ॉन्ट में टाइप किया पाठ है, यूनिकोड नहीं; इसमें लिखा है “%[2]s”")},
	eightBitText: {rule: "legacy-font", bare: say(
		"“%[1]s” looks typed for an 8-bit font such as Chanakya and is no Unicode; convert it with a converter for that font",
		"“%[1]s” चाणक्य जैसे किसी 8-बिट फ़ॉन्ट में टाइप किया पाठ लगता है, यूनिकोड नहीं; उसी फ़ॉन्ट के परिवर्तक से बदलें")},
	fontResidue: {rule: "legacy-font", bare: say(
		"a sign of a legacy font was left over in “%[1]s”; type the letter that is missing",
		"“%[1]s” में पुराने फ़ॉन्ट का चिह्न बचा रह गया है; उसकी जगह छूटा हुआ अक्षर लिखें"), offer: say(
		"a sign of a legacy font was left over in “%[1]s”; write “%[2]s”",
		"“%[1]s” में पुराने फ़ॉन्ट का चिह्न बचा रह गया है; “%[2]s” लिखें")},
	misreadText: {rule: "mojibake", bare: msgUnseenMark, offer: say(
		"this is UTF-8 that was read in another encoding; it reads “%[2]s”",
		"यह UTF-8 पाठ ग़लत कूट में पढ़ा गया है; असल में लिखा है “%[2]s”"), lost: say(
		"this is UTF-8 that was read in another encoding; it reads “%[2]s”, with %[3]d letters lost for good",
		"यह UTF-8 पाठ ग़लत कूट में पढ़ा गया है; असल में लिखा है “%[2]s”, जिसमें %[3]d अक्षर खो चुके हैं")},
	escapedText: {rule: "mojibake", bare: msgUnseenMark, offer: say(
		"these are the codes of characters, not the characters; they stand for “%[2]s”",
		"यहाँ अक्षरों की जगह उनके कूट लिखे रह गए हैं; इनका अर्थ है “%[2]s”")},
	privateText: {rule: "mojibake", bare: say(
		"this character (%[4]s) means something in one font only; type what it should be",
		"इस वर्ण (%[4]s) का अर्थ किसी एक फ़ॉन्ट में ही होता है; इसकी जगह असली वर्ण लिखें"), offer: say(
		"this character (%[4]s) is of a font for symbols; write “%[2]s”",
		"यह वर्ण (%[4]s) चिह्नों के फ़ॉन्ट का है; “%[2]s” लिखें")},
	dottedCircle: {rule: "mojibake", bare: say(
		"a dotted circle (U+25CC) stands inside “%[1]s”",
		"“%[1]s” के बीच बिंदुओं वाला गोला (U+25CC) है"), offer: say(
		"a dotted circle (U+25CC) stands inside “%[1]s”; write “%[2]s”",
		"“%[1]s” के बीच बिंदुओं वाला गोला (U+25CC) है; “%[2]s” लिखें")},
}

var msgUnseenMark = say(
	"“%[1]s” stands for a mark that nobody sees; delete it",
	"“%[1]s” किसी अदृश्य चिह्न की जगह है; इसे हटाएँ")

// plainly is what prose has for characters that nobody tells from it.
var plainly = strings.NewReplacer("\u00a0", " ", "\u00ad", "", "\ufeff", "")

// garbledText is looked for once a document: no other fault of the script is told
// inside it.
var garbledText = text.NewShared(findGarbled)

// findGarbled returns the garbled stretches of a document in order, without
// overlaps.
func findGarbled(d *text.Document) []garbled {
	var all []garbled
	legacy, eightBit := findLegacy(d)
	misread, weak := findMisread(d)
	for _, found := range [...][]garbled{legacy, misread, eightBit, weak, findEscapes(d), findPrivate(d), findCircles(d)} {
		all = addGarbled(all, found)
	}
	return all
}

// addGarbled adds what does not overlap what is there.
func addGarbled(all, found []garbled) []garbled {
	if len(found) == 0 {
		return all
	}
	kept := len(all)
	for _, g := range found {
		if !overlapsGarbled(all[:kept], g.span) {
			all = append(all, g)
		}
	}
	slices.SortStableFunc(all, func(a, b garbled) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return all
}

// overlapsGarbled reports whether a span overlaps one of the stretches, which
// are sorted.
func overlapsGarbled(all []garbled, span text.Span) bool {
	i, _ := slices.BinarySearchFunc(all, span.Start, func(g garbled, start int) int {
		return cmp.Compare(g.span.End-1, start)
	})
	return i < len(all) && all[i].span.Overlaps(span)
}

// inGarbled reports whether a span overlaps garbled text.
func inGarbled(d *text.Document, span text.Span) bool {
	return overlapsGarbled(garbledText.Of(d), span)
}

// reportGarbled reports a rule's share of the garbled text of a document.
func reportGarbled(p *checker.Pass, rule string) {
	for _, g := range garbledText.Of(p.Doc) {
		kind := garbledKinds[g.kind]
		if kind.rule != rule {
			continue
		}
		message, stands := kind.bare, p.Doc.Text[g.span.Start:g.span.End]
		switch {
		case g.lost > 0:
			message = kind.lost
		case g.fixable && g.reads != "":
			message = kind.offer
		}
		f := checker.Finding{Span: g.span, Message: p.Sprintf(message, excerpt(stands), excerpt(g.reads), g.lost, codePoint(stands))}
		if g.fixable {
			f.Fixes = []checker.Fix{checker.Replace(g.span, g.reads)}
			f.Fixes[0].Title = cmp.Or(excerpt(g.reads), p.Sprintf(msgDeletion))
		}
		p.Report(f)
	}
}

// excerpt returns the start of a text as a message shows it.
func excerpt(s string) string {
	const most = 60 // code points
	n := 0
	for i := range s {
		if n++; n > most {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// codePoint returns the name of the first code point of s.
func codePoint(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return fmt.Sprintf("U+%04X", r)
}

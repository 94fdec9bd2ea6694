package rules

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
)

// scriptText draws texts over the script's alphabet, with what comes between
// its letters by mistake.
func scriptText() *rapid.Generator[string] {
	letters := []rune("कमरगडसयहअआइईएऐओउ" + "क़ड़" + "ऱऎऑ" +
		"ाि\u0940ुूेैोौॅॉृ" + "ाि\u0940ुेॅ" +
		"\u093c\u093c\u094d\u094dँंःऽ॑ॄॢॆ" + "\u200d\u200c\u200b\ufeff\u00a0\u202e" + "  \n:०5lt।-" + "কા\u0307\ufffd‘’")
	return rapid.Custom(func(t *rapid.T) string {
		return string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 24).Draw(t, "runes"))
	})
}

// words returns a text with a few words of the language between random ones.
func scriptProse() *rapid.Generator[string] {
	known := []string{"कमल", "में", "और", "लड़की", "फ़िल्म", "मात्रा", "दुःख", "हिंदी"}
	return rapid.Custom(func(t *rapid.T) string {
		var out []string
		for range rapid.IntRange(1, 4).Draw(t, "words") {
			out = append(out, rapid.SampledFrom(known).Draw(t, "known"), scriptText().Draw(t, "random"))
		}
		return strings.Join(out, rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
	})
}

func findGraphemes(s string) []checker.Finding {
	return checker.CheckDocument(text.Plain("case.txt", s), graphemeRules, checker.Options{}).Findings
}

// TestGraphemeFixes draws texts and asks of the findings that they do not
// overlap, that an edit stays inside its finding unless the finding is about
// all of the document, and that applying the fixes ends in a text of which no
// fix is left.
func TestGraphemeFixes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scriptProse().Draw(t, "text")
		found := findGraphemes(s)
		for i, f := range found {
			for _, fix := range f.Fixes {
				for _, e := range fix.Edits {
					if len(fix.Edits) == 1 && !f.Span.Contains(e.Span) {
						t.Fatalf("%q: %s edits %v outside %v", s, f.Rule, e.Span, f.Span)
					}
				}
			}
			note := f.Severity == checker.Info
			if i > 0 && f.Span.Start < found[i-1].Span.End && !note && found[i-1].Severity != checker.Info {
				t.Fatalf("%q: %s %v overlaps %s %v", s, f.Rule, f.Span, found[i-1].Rule, found[i-1].Span)
			}
		}
		const rounds = 3
		for range rounds {
			next, mended := checker.Apply(s, findGraphemes(s), anyFix)
			if len(mended) == 0 {
				break
			}
			s = next
		}
		if again, mended := checker.Apply(s, findGraphemes(s), anyFix); len(mended) > 0 {
			t.Fatalf("%q is still changed, to %q", s, again)
		}
	})
}

// TestGraphemesFound draws texts and asks that each word that the strict
// grammar rejects is reported, as an error where a shaper draws a dotted
// circle, and that a fix of a fault inside a word ends in a well-formed one.
func TestGraphemesFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := scriptText().Filter(func(s string) bool {
			d := text.Plain("", s)
			return len(d.Tokens) == 1 && d.Tokens[0].Kind == text.Word
		}).Draw(t, "word")
		found := findGraphemes(word)
		normal := norm.NFC.String(word)
		if text.WellFormed(normal) || legitimateNasal(word) {
			return
		}
		if len(found) == 0 {
			t.Fatalf("%q: nothing found", word)
		}
		worst := checker.Info
		for _, f := range found {
			worst = max(worst, f.Severity)
		}
		if !text.Drawn(normal) && worst != checker.Error {
			t.Fatalf("%q is drawn with a dotted circle, but the finding is %v", word, worst)
		}
		faults := grapheme.Of(text.FormOf(word)).Faults
		if len(faults) != 1 {
			return
		}
		for _, with := range faults[0].Fixes {
			mended := word[:faults[0].Span.Start] + with + word[faults[0].Span.End:]
			if normal := norm.NFC.String(mended); !text.WellFormed(normal) && !legitimateNasal(normal) {
				t.Fatalf("%q: the fix gives %q", word, mended)
			}
			for part := range strings.FieldsFuncSeq(mended, func(r rune) bool { return r == ' ' || r == ':' }) {
				for _, again := range grapheme.Of(text.FormOf(part)).Faults {
					if len(again.Fixes) > 0 {
						t.Fatalf("%q is mended to %q, and that to %q", word, mended, again.Fixes[0])
					}
				}
			}
		}
	})
}

// legitimateNasal reports whether a word has Sanskrit's nasal य्ँ, ल्ँ or व्ँ,
// which the strict grammar rejects.
func legitimateNasal(word string) bool {
	return strings.Contains(word, "य\u094dँ") || strings.Contains(word, "ल\u094dँ") || strings.Contains(word, "व\u094dँ")
}

// TestGraphemesOfHostileText checks texts that cost much if anything is
// quadratic; they must end, and long runs give few findings.
func TestGraphemesOfHostileText(t *testing.T) {
	for name, s := range map[string]string{
		"signs":    strings.Repeat("\u093f", 300_000),
		"nuktas":   "क" + strings.Repeat("\u093c\u094d", 150_000),
		"word":     strings.Repeat("कमल", 100_000),
		"faults":   strings.Repeat("मेें", 80_000),
		"joiners":  "क" + strings.Repeat("\u200d", 300_000),
		"unseen":   strings.Repeat("\u200b", 300_000),
		"colons":   strings.Repeat("दु:ख", 80_000),
		"orphans":  strings.Repeat("ि ", 10_000),
		"cut":      strings.Repeat("शब्द\u200b", 60_000),
		"scripts":  strings.Repeat("कl", 100_000),
		"indic":    strings.Repeat("कক", 100_000),
		"unknown":  strings.Repeat("\ufffd", 200_000),
		"pre":      strings.Repeat("\u095cा\u0921\u093cा ", 10_000),
		"zeros":    strings.Repeat("डा० ", 80_000),
		"bindus":   "क" + strings.Repeat("ंँः", 100_000),
		"bytes":    strings.Repeat("क\xff ", 10_000),
		"accents":  "क" + strings.Repeat("॒॑", 100_000),
		"conjunct": strings.Repeat("क\u094d", 150_000),
	} {
		t.Run(name, func(t *testing.T) {
			res := checker.CheckDocument(text.Plain("case.txt", s), graphemeRules, checker.Options{})
			if len(res.Errors) > 0 {
				t.Error(res.Errors[0])
			}
		})
	}
}

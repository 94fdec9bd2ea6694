package rules

import (
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

var mixedScript = checker.Rule{
	Name:     "mixed-script",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      page("mixed-script"),
	Check:    checker.Each(checkMixedScript),
}

var msgMixedScript = say(
	"%[1]q in Latin letters here, but %[2]q elsewhere in the text; use one script",
	"यहाँ रोमन में “%[1]s” है, पर इसी लेख में “%[2]s” भी है; एक ही लिपि रखें")

func checkMixedScript(p *checker.Pass) {
	latin := latinWords(p.Doc)
	if len(latin) == 0 {
		return
	}
	first := firstTokens(p.Doc)
	bySound := map[uint64][]*text.Form{}
	for _, f := range p.Doc.Forms {
		for _, k := range variant.Keys(f) {
			bySound[k] = append(bySound[k], f.Canonical)
		}
	}
	partner := map[string]*text.Form{}
	for _, i := range latin {
		word := p.Doc.Of(p.Doc.Tokens[i])
		f, known := partner[word]
		if !known {
			f = inDevanagari(word, p.Doc, bySound)
			partner[word] = f
		}
		if f == nil {
			continue
		}
		span := p.Doc.Tokens[i].Span()
		p.Report(checker.Finding{
			Span:    span,
			Message: p.Sprintf(msgMixedScript, word, f.Folded),
			Related: []checker.Related{{Span: p.Doc.Tokens[first[f]].Span(), Message: f.Folded}},
			Fixes:   []checker.Fix{checker.Replace(span, f.Folded)},
		})
	}
}

// latinWords returns the Latin words that stand among Hindi ones as one of
// them: not in brackets, which gloss, and not in a run of Latin words, which
// quotes.
func latinWords(d *text.Document) []int {
	var out []int
	depth := 0
	for i, t := range d.Tokens {
		switch t.Kind {
		case text.Break:
			depth = 0
		case text.Punct:
			switch d.Of(t) {
			case "(", "[":
				depth++
			case ")", "]":
				depth = max(depth-1, 0)
			}
		case text.Latin:
			if depth == 0 && !latinBeside(d, i, -1) && !latinBeside(d, i, 1) && !attached(d, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// latinBeside reports whether the next word on a side is Latin too, or a number
// or label belongs to this one (10:30 PM, Delhi / दिल्ली).
func latinBeside(d *text.Document, i, step int) bool {
	for j := i + step; j >= 0 && j < len(d.Tokens); j += step {
		switch t := d.Tokens[j]; t.Kind {
		case text.Latin, text.Opaque:
			return true
		case text.Number:
			return true
		case text.Space:
		case text.Punct:
			if !strings.Contains(",:/&|-–", d.Of(t)) {
				return false
			}
			if d.Of(t) == "/" || d.Of(t) == "|" {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// attached reports whether a Latin word is part of a longer sign: BJPने, e-कॉमर्स,
// A/B, &amp.
func attached(d *text.Document, i int) bool {
	for _, j := range [2]int{i - 1, i + 1} {
		if j < 0 || j >= len(d.Tokens) {
			continue
		}
		switch d.Tokens[j].Kind {
		case text.Word, text.Number, text.Other:
			return true
		case text.Punct:
			if strings.Contains("-/&@#_=<>+*\\", d.Of(d.Tokens[j])) {
				return true
			}
		}
	}
	return false
}

func firstTokens(d *text.Document) map[*text.Form]int {
	first := make(map[*text.Form]int, len(d.Forms))
	for i, t := range d.Tokens {
		if t.Kind != text.Word {
			continue
		}
		f := d.Word(t).Canonical
		if _, ok := first[f]; !ok {
			first[f] = i
		}
	}
	return first
}

// inDevanagari returns the form of the document that a Latin word would be in
// Hindi, or nil.
func inDevanagari(word string, d *text.Document, bySound map[uint64][]*text.Form) *text.Form {
	l, ok := variant.SoundOut(word)
	if !ok {
		return nil
	}
	upper := word == strings.ToUpper(word)
	for _, f := range d.Forms {
		for _, n := range lexicon.NamesOf(f) {
			if n.Role != lexicon.Wrong && n.Latin == word && !strings.Contains(n.Standard, " ") {
				return f.Canonical
			}
		}
		if upper && variant.Letters(f) == strings.ToLower(word) {
			return f.Canonical
		}
	}
	if upper || word == strings.ToLower(word) {
		return nil
	}
	var best *text.Form
	nearest := float32(0)
	for _, k := range l.Keys() {
		for _, f := range bySound[k] {
			if d, ok := l.Distance(f); ok && (best == nil || d < nearest) {
				best, nearest = f, d
			}
		}
	}
	return best
}

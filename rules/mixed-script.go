package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
	"github.com/nukta/nukta/rules/variant"
)

//go:embed mixed-script.md
var mixedScriptPage string

var mixedScript = checker.Rule{
	Name:     "mixed-script",
	Category: "transliteration",
	Severity: checker.Warning,
	Doc:      mixedScriptPage,
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
	partners := inDevanagari(p.Doc, latin)
	if len(partners) == 0 {
		return
	}
	first := firstTokens(p.Doc)
	for _, i := range latin {
		word := p.Doc.Of(p.Doc.Tokens[i])
		f := partners[word]
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
		case text.Break, text.Punct:
			depth = bracketDepth(depth, d.Of(t))
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

// inDevanagari returns the forms of the document that Latin words, given by
// their tokens, would be in Hindi: the first that is known to spell the word or
// its letters, else the one that sounds nearest.
func inDevanagari(d *text.Document, latin []int) map[string]*text.Form {
	words := map[string]bool{}
	sounds := map[string]*variant.Latin{}
	near := map[uint64][]*text.Form{} // by the keys of the words that may have a sound
	letters := map[string]string{}    // words in capitals, by their letters
	for _, i := range latin {
		word := d.Of(d.Tokens[i])
		if words[word] {
			continue
		}
		l, ok := variant.SoundOut(word)
		if !ok {
			continue
		}
		words[word] = true
		switch word {
		case strings.ToUpper(word):
			letters[strings.ToLower(word)] = word
		case strings.ToLower(word):
		default:
			sounds[word] = l
			for _, k := range l.Keys() {
				near[k] = nil
			}
		}
	}
	if len(words) == 0 {
		return nil
	}
	out := map[string]*text.Form{}
	add := func(word string, f *text.Form) {
		if words[word] && out[word] == nil {
			out[word] = f.Canonical
		}
	}
	for _, f := range d.Forms {
		for _, n := range lexicon.NamesOf(f) {
			if n.Role != lexicon.Wrong && !strings.Contains(n.Standard, " ") {
				add(n.Latin, f)
			}
		}
		if len(letters) > 0 {
			add(letters[variant.Letters(f)], f)
		}
		if len(near) == 0 {
			continue
		}
		for _, k := range variant.Keys(f) {
			if forms, wanted := near[k]; wanted {
				near[k] = append(forms, f.Canonical)
			}
		}
	}
	for word, l := range sounds {
		if out[word] == nil {
			if f := nearest(l, near); f != nil {
				out[word] = f
			}
		}
	}
	return out
}

// nearest returns the form that sounds nearest to a Latin word, or nil when none
// is near.
func nearest(l *variant.Latin, near map[uint64][]*text.Form) *text.Form {
	var best *text.Form
	least := float32(0)
	for _, k := range l.Keys() {
		for _, f := range near[k] {
			if d, ok := l.Distance(f); ok && (best == nil || d < least) {
				best, least = f, d
			}
		}
	}
	return best
}

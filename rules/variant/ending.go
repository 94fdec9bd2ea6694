package variant

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed endings.tsv
var endingsTSV string

// endings are the classes of endings.tsv; in those that are compared, vowel
// letters are written as signs.
type endings struct {
	noun, verb, derived, plain            map[string]bool
	nounStem, verbStem, causative, prefix []string
	verbEndings                           []string // verbStem and causative, longest first
	bareCall, barePlural                  []string
	learned, adjectival                   []string
}

var endingsOf = sync.OnceValue(func() endings {
	lists := map[string][]string{}
	for line := range strings.Lines(endingsTSV) {
		if class, list, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			lists[class] = strings.Fields(list)
		}
	}
	set := func(class string) map[string]bool {
		m := map[string]bool{}
		for _, e := range lists[class] {
			m[asSigns(strings.TrimPrefix(e, "0"))] = true
		}
		return m
	}
	e := endings{
		noun: set("noun1"), verb: set("verb2"), derived: set("derived3"), plain: set("plain3"),
		nounStem: lists["nounstem"], verbStem: lists["verbstem"], causative: lists["causative"], prefix: lists["prefix"],
		bareCall: lists["barecall"], barePlural: lists["bareplural"],
		learned: lists["learned"], adjectival: lists["adjectival"],
	}
	e.verbEndings = slices.Concat(e.verbStem, e.causative)
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(e.nounStem, byLength)
	slices.SortStableFunc(e.verbStem, byLength)
	slices.SortStableFunc(e.verbEndings, byLength)
	return e
})

// signs writes vowel letters as vowel signs and ँ as ं.
var signs = strings.NewReplacer("आ", "ा", "इ", "ि", "ई", "ी", "उ", "ु", "ऊ", "ू", "ए", "े", "ऐ", "ै", "ओ", "ो", "औ", "ौ", "ऑ", "ॉ", "ँ", "ं")

func asSigns(s string) string { return signs.Replace(s) }

// inflection returns 1, 2 or 3 when two forms look like two forms of one noun,
// two forms of one verb, or a word and its derivation; else 0.
func inflection(a, b string) int {
	e := endingsOf()
	a, b = lexicon.Key(a), lexicon.Key(b)
	cut := commonPrefix(a, b)
	if c := inflectionAt(e, a, b, cut); c != 0 || cut == 0 {
		return c
	}
	_, n := utf8.DecodeLastRuneInString(a[:cut])
	return inflectionAt(e, a, b, cut-n)
}

func inflectionAt(e endings, a, b string, cut int) int {
	stem := a[:cut]
	if utf8.RuneCountInString(stem) < 2 {
		return 0
	}
	x, y := asSigns(a[cut:]), asSigns(b[cut:])
	if lengthOnly(x, y) {
		return 0
	}
	switch {
	case e.noun[x] && e.noun[y]:
		return 1
	case e.verb[x] && e.verb[y] && verbal(stem):
		return 2
	case e.derived[x] && e.plain[y], e.derived[y] && e.plain[x]:
		return 3
	case e.derived[x] && e.derived[y] && utf8.RuneCountInString(x) > 1 && utf8.RuneCountInString(y) > 1:
		return 3
	}
	return 0
}

// lengthOnly reports whether two endings are one ending in two spellings.
func lengthOnly(x, y string) bool {
	if x == y {
		return true
	}
	long := strings.NewReplacer("ि", "ी", "ु", "ू", "े", "ै")
	return long.Replace(x) == long.Replace(y)
}

func verbal(stem string) bool {
	return lexicon.Weight(stem) >= 3 || lexicon.Weight(stem+"ना") >= 3 || lexicon.Weight(stem+"ा") >= 3
}

// commonPrefix returns the length in bytes of the longest common prefix that
// does not part a letter from its nukta.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		s, _ := utf8.DecodeRuneInString(b[n:])
		if r != s {
			break
		}
		n += size
	}
	if strings.HasPrefix(a[n:], string(text.Nukta)) || strings.HasPrefix(b[n:], string(text.Nukta)) {
		_, size := utf8.DecodeLastRuneInString(a[:n])
		n -= size
	}
	return n
}

// lifted is the weight of a form, or a part of the weight of its stem where
// that is larger: an inflected form of a known word is known.
func lifted(form string) float64 {
	e := endingsOf()
	best := lexicon.Weight(form)
	runes := utf8.RuneCountInString(form)
	for _, ending := range e.nounStem {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || runes-utf8.RuneCountInString(ending) < 3 {
			continue
		}
		bare := 0.25
		if ending == "ी" || ending == "े" || ending == "ा" {
			bare = 0.05
		}
		best = max(best, bare*lexicon.Weight(stem), 0.25*lexicon.Weight(stem+"ा"), 0.25*lexicon.Weight(stem+"ी"))
	}
	for _, ending := range e.verbStem {
		if stem, ok := strings.CutSuffix(form, ending); ok && runes-utf8.RuneCountInString(ending) >= 2 {
			best = max(best, 0.1*lexicon.Weight(stem))
		}
	}
	return best
}

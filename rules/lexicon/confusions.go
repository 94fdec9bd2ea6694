package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

//go:embed confusions.tsv
var confusionsTSV string

// Function is what a form is to the reading of function words that are typed
// for one another.
type Function struct {
	// Slip names the pair of a function word that may be typed for another, and
	// Meant is that other.
	Slip, Meant string
	// Plural says that the form before an auxiliary wants हैं, Singular that it
	// wants है.
	Plural, Singular bool
	// Between says that the form may stand between a participle and its auxiliary.
	Between bool
	// Finite says that the form ends a clause, so that कि can follow and की cannot.
	Finite bool
	// Clause says that the form takes a clause with कि.
	Clause bool
	// Infinitive says that the form is an oblique infinitive: जाने.
	Infinitive bool
	// Toward says that the form goes with की ओर, Sides that ओर follows it: दूसरी ओर.
	Toward, Sides bool
	// Pay says that पे beside the form is the English pay: गूगल पे, पे कमीशन.
	Pay bool
	// Several says that the form stands before more than one: सभी.
	Several bool
	// Relative says that the form joins a clause with or without कि: जो कि.
	Relative bool
}

// FunctionOf returns what a form is to the reading of function words.
func FunctionOf(f *text.Form) Function { return *usageOf.Of(f.Canonical).function }

var (
	noFunction   = new(Function)
	functionRows = sync.OnceValue(func() map[string]*Function {
		out := map[string]*Function{}
		for row := range strings.Lines(newTable(confusionsTSV).rows) {
			cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
			f := out[cells[0]]
			if f == nil {
				f = new(Function)
				out[cells[0]] = f
			}
			f.add(cells[1], cells[2])
		}
		return out
	})
)

func (f *Function) add(role, meant string) {
	switch role {
	case "plural":
		f.Plural = true
	case "singular":
		f.Singular = true
	case "between":
		f.Between = true
	case "finite":
		f.Finite = true
	case "clause":
		f.Clause = true
	case "toward":
		f.Toward = true
	case "sides":
		f.Sides = true
	case "several":
		f.Several = true
	case "pay":
		f.Pay = true
	case "relative":
		f.Relative = true
	default:
		f.Slip, f.Meant = role, meant
	}
}

func findFunction(f *text.Form) *Function {
	if known := functionRows()[f.Folded]; known != nil {
		return known
	}
	switch {
	case imperfective(f, "ते"), pluralNoun(f):
		return pluralFunction
	case imperfective(f, "ता"), perfective(f):
		return singularFunction
	case infinitive(f):
		return infinitiveFunction
	}
	return noFunction
}

var (
	pluralFunction     = &Function{Plural: true}
	singularFunction   = &Function{Singular: true}
	infinitiveFunction = &Function{Infinitive: true}
)

// imperfective reports whether a form is a participle in ते or ता and nothing
// else: करते, but not रास्ते or नेता.
func imperfective(f *text.Form, ending string) bool {
	stem, ok := strings.CutSuffix(f.Folded, ending)
	return ok && stem != "" && !GrammarOf(f).Noun && weightOf(CountOf(stem+"ना")) >= 3 && weightOf(CountOf(stem+"ने")) >= 3
}

// perfective reports whether a form is the masculine singular of a verb's past
// and no other word: दिखाया.
func perfective(f *text.Form) bool {
	g := GrammarOf(f)
	return strings.HasSuffix(f.Folded, "ा") && g.Verb && !g.Noun && g.Adjective == 0 && !strings.HasSuffix(f.Folded, "गा") && !strings.HasSuffix(f.Folded, "ना")
}

// infinitive reports whether a form is an oblique infinitive.
func infinitive(f *text.Form) bool {
	stem, ok := strings.CutSuffix(f.Folded, "ने")
	return ok && stem != "" && !GrammarOf(f).Noun && weightOf(CountOf(f.Folded)) >= 3 && weightOf(CountOf(stem+"ना")) >= 3
}

// feminine are the endings of feminine plurals that no singular has.
var feminine = [...]string{"ियां", "ियाँ", "ाएं", "ाएँ"}

func pluralNoun(f *text.Form) bool {
	long := utf8.RuneCountInString(f.Folded) >= 5
	return long && slices.ContainsFunc(feminine[:], func(e string) bool { return strings.HasSuffix(f.Folded, e) }) && GrammarOf(f).Gender == Feminine
}

package lexicon

import (
	_ "embed"
	"iter"
	"strconv"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// namesTSV holds a name a row: standard, accepted spellings, wrong spellings,
// kind and Latin spelling. nameIndex has a row for each spelling: its Key, its
// role and the offset of its row in namesTSV without comments; see pack.
//
//go:embed names.tsv
var namesTSV string

//go:embed names.idx
var namesIndex string

var (
	nameRows  = newTable(namesTSV)
	nameIndex = newTable(namesIndex)
)

// Role is what a spelling is to a name.
type Role byte

// The roles of a spelling.
const (
	Standard Role = 's'
	Accepted Role = 'a'
	Wrong    Role = 'w'
)

// Name is one name of the lexicon.
type Name struct {
	// Standard is the usual spelling in national papers.
	Standard string
	// Accepted and Wrong are other spellings, joined by semicolons.
	Accepted, Wrong string
	// Kind is person, surname, country, party …
	Kind string
	// Latin is the usual English spelling.
	Latin string
	// Role is the role of the spelling that was looked up.
	Role Role
	// Words is the number of words of the spelling that was looked up.
	Words int
	// ID tells names apart.
	ID int
}

func findNames(key string) []Name {
	var out []Name
	prefix := key + "\t"
	for row := range rowsFrom(nameIndex.find(prefix), prefix) {
		_, name := nameAt(row)
		out = append(out, name)
	}
	return out
}

// Phrase is a name of several words.
type Phrase struct {
	Name
	// Rest are the keys of the words behind the first.
	Rest []string
}

func findPhrases(key string) []Phrase {
	var out []Phrase
	prefix := key + " "
	for row := range rowsFrom(nameIndex.find(prefix), prefix) {
		phrase, name := nameAt(row)
		out = append(out, Phrase{name, strings.Fields(phrase)[1:]})
	}
	return out
}

// rowsFrom returns the rows at the start of a table's rest that have a prefix.
func rowsFrom(rest, prefix string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest != "" && strings.HasPrefix(rest, prefix) {
			var row string
			row, rest, _ = strings.Cut(rest, "\n")
			if !yield(row) {
				return
			}
		}
	}
}

// nameAt returns the name of a row of the index and the key that it indexes.
func nameAt(row string) (string, Name) {
	key, rest, _ := strings.Cut(row, "\t")
	at, _ := strconv.Atoi(rest[1:])
	line, _, _ := strings.Cut(nameRows.rows[at:], "\n")
	var f [5]string
	for i := range f {
		f[i], line, _ = strings.Cut(line, "\t")
	}
	return key, Name{f[0], f[1], f[2], f[3], f[4], Role(rest[0]), strings.Count(key, " ") + 1, at}
}

// SameName returns the kind of a name that both forms spell, rightly or
// wrongly; ok is false when there is none. A family name or a given name can be
// spelt in two accepted ways by two people: of those only a wrong spelling
// counts.
func SameName(a, b *text.Form) (kind string, ok bool) {
	for _, n := range NamesOf(a) {
		for _, m := range NamesOf(b) {
			if n.ID != m.ID {
				continue
			}
			if (n.Kind == "surname" || n.Kind == "given") && n.Role != Wrong && m.Role != Wrong {
				continue
			}
			return n.Kind, true
		}
	}
	return "", false
}

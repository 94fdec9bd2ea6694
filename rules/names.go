package rules

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// NameGroup is one name with all its spellings in a set of documents.
type NameGroup struct {
	// Prefer is the spelling to keep: the house's, else the usual one of a known
	// name, else the most frequent. It need not occur.
	Prefer string `json:"prefer"`
	// Count is the number of occurrences, Files that of the documents.
	Count int `json:"count"`
	Files int `json:"files"`
	// Spellings are those that occur, the most frequent first.
	Spellings []NameSpelling `json:"spellings"`
}

// NameSpelling is one spelling of a name.
type NameSpelling struct {
	Spelling string `json:"spelling"`
	Count    int    `json:"count"`
	Files    int    `json:"files"`
	// Advice is prefer, accept or avoid.
	Advice string `json:"advice"`
}

// others returns the number of occurrences that are not of the most frequent
// spelling: how inconsistent the documents are.
func (g *NameGroup) others() int { return g.Count - g.Spellings[0].Count }

// Names returns the names in documents, the most inconsistent first. Names are
// those that the lexicon or the house knows, unless they are ordinary words too,
// and words that the rule name-spelling takes for one name.
func Names(docs iter.Seq[*text.Document], house *checker.House) []NameGroup {
	c := &nameCollector{house: house, index: map[string]int{}, places: newUsePlaces(0)}
	for d := range docs {
		c.add(d)
	}
	c.places.pairs("name-spelling", house, func(a, b *text.Form, _ float64) { c.join(c.word(a), c.word(b)) })
	c.joinKnown()
	return c.groups()
}

// nameCollector counts spellings and joins those of one name.
type nameCollector struct {
	house  *checker.House
	docs   int
	index  map[string]int // of spellings
	found  []foundName
	places *usePlaces
}

// foundName is a spelling. Those of one name point, over parent, at one of them.
type foundName struct {
	spelling string
	form     *text.Form // of one word, else nil
	name     *lexicon.Name
	count    int
	docs     []int32
	named    bool // a name by itself, not only beside a variant
	parent   int
}

// add counts the names of a document.
func (c *nameCollector) add(d *text.Document) {
	for i, t := range d.Tokens {
		if t.Kind != text.Word || mentioned(d, i) {
			continue
		}
		f := d.Word(t).Canonical
		if !lexicon.IsFunctionWord(f) {
			c.count(c.word(f)) // any may turn out to be beside a variant
		}
		if spelling, name, ok := c.phrase(d, i); ok {
			at := c.at(spelling)
			c.found[at].name, c.found[at].named = name, true
			c.count(at)
		}
	}
	for _, clash := range clashes(d, c.house) {
		if clash.rule == "name-spelling" {
			c.join(c.word(clash.wrong.form), c.word(clash.right.form))
		}
	}
	c.places.add(c.docs, usesOf.Of(d))
	c.docs++
}

// at returns the index of a spelling.
func (c *nameCollector) at(spelling string) int {
	i, ok := c.index[spelling]
	if !ok {
		i = len(c.found)
		c.index[spelling] = i
		c.found = append(c.found, foundName{spelling: spelling, parent: i})
	}
	return i
}

// word returns the index of a spelling of one word.
func (c *nameCollector) word(f *text.Form) int {
	i := c.at(f.Folded)
	if c.found[i].form == nil {
		c.found[i].form, c.found[i].named = f, isName(f, c.house)
	}
	return i
}

func (c *nameCollector) count(i int) {
	n := &c.found[i]
	n.count++
	if doc := int32(c.docs); len(n.docs) == 0 || n.docs[len(n.docs)-1] != doc {
		n.docs = append(n.docs, doc)
	}
}

// phrase returns the longest name of several words that begins at a token, as
// it is written.
func (c *nameCollector) phrase(d *text.Document, i int) (spelling string, name *lexicon.Name, ok bool) {
	last := i
	for _, p := range lexicon.PhrasesOf(d.Word(d.Tokens[i])) {
		if end, match := matchName(d, i, p.Rest); match && end > last {
			last, name = end, &p.Name
		}
	}
	if s, end := c.house.Phrase(d, i); s.Standing != checker.Unlisted && end >= last {
		last, name = end, nil
	}
	if last == i {
		return "", nil, false
	}
	var out strings.Builder
	for j := i; j <= last; j++ {
		switch d.Tokens[j].Kind {
		case text.Word:
			out.WriteString(d.Word(d.Tokens[j]).Folded)
		case text.Space:
			out.WriteByte(' ')
		default:
			out.WriteByte('-')
		}
	}
	return out.String(), name, true
}

// isName reports whether a word is a name: a known one that is no ordinary word
// of the language, or one of the house.
func isName(f *text.Form, house *checker.House) bool {
	if house.Word(f.Folded).Standing != checker.Unlisted {
		return true
	}
	names := lexicon.NamesOf(f)
	if len(names) == 0 || lexicon.IsFunctionWord(f) {
		return false
	}
	g := lexicon.GrammarOf(f)
	if lexicon.Weight(f.Folded) < nameWeight || !g.Noun && !g.Verb && g.Adjective == 0 {
		return true
	}
	return slices.ContainsFunc(names, func(n lexicon.Name) bool { return neverWord[n.Kind] })
}

// neverWord are the kinds of names that are no ordinary words, as given and
// family names are: आशा, प्रकाश.
var neverWord = map[string]bool{"country": true, "capital": true, "state": true, "city": true, "district": true, "party": true}

// join says that two spellings are of one name.
func (c *nameCollector) join(i, j int) {
	i, j = c.root(i), c.root(j)
	c.found[max(i, j)].parent = min(i, j)
}

func (c *nameCollector) root(i int) int {
	for c.found[i].parent != i {
		c.found[i].parent = c.found[c.found[i].parent].parent
		i = c.found[i].parent
	}
	return i
}

// joinKnown joins the spellings of names of the lexicon and of the house.
func (c *nameCollector) joinKnown() {
	byID, byHouse := map[int]int{}, map[string]int{}
	for i := range c.found {
		n := &c.found[i]
		if s := c.standing(n); s.Standing != checker.Unlisted {
			if first, ok := byHouse[s.Prefer]; ok {
				c.join(first, i)
			} else {
				byHouse[s.Prefer] = i
			}
			continue
		}
		for _, name := range c.names(n) {
			// Two people can spell one given or family name in two right ways.
			if (name.Kind == "given" || name.Kind == "surname") && name.Role == lexicon.Accepted {
				continue
			}
			if first, ok := byID[name.ID]; ok {
				c.join(first, i)
			} else {
				byID[name.ID] = i
			}
		}
	}
}

// names returns the names of the lexicon that a spelling is taken for.
func (c *nameCollector) names(n *foundName) []lexicon.Name {
	switch {
	case n.name != nil:
		return []lexicon.Name{*n.name}
	case n.form == nil || !n.named:
		return nil
	}
	names := lexicon.NamesOf(n.form)
	right := func(name lexicon.Name) bool { return name.Role != lexicon.Wrong }
	if slices.ContainsFunc(names, right) {
		names = slices.DeleteFunc(slices.Clone(names), func(name lexicon.Name) bool { return !right(name) })
	}
	return names
}

// standing returns what the house says of a spelling.
func (c *nameCollector) standing(n *foundName) checker.Spelling {
	if n.form != nil {
		return c.house.Word(n.spelling)
	}
	return c.house.Spelling(n.spelling)
}

// groups returns the names that are names.
func (c *nameCollector) groups() []NameGroup {
	members := make([][]*foundName, len(c.found))
	for i := range c.found {
		if n := &c.found[i]; n.count > 0 {
			members[c.root(i)] = append(members[c.root(i)], n)
		}
	}
	var out []NameGroup
	for _, all := range members {
		if len(all) > 1 || len(all) == 1 && all[0].named {
			out = append(out, c.group(all))
		}
	}
	slices.SortFunc(out, func(a, b NameGroup) int {
		return cmp.Or(
			cmp.Compare(b.others(), a.others()), cmp.Compare(len(b.Spellings), len(a.Spellings)),
			cmp.Compare(b.Count, a.Count), strings.Compare(a.Spellings[0].Spelling, b.Spellings[0].Spelling),
		)
	})
	return out
}

// group returns the spellings of one name.
func (c *nameCollector) group(all []*foundName) NameGroup {
	slices.SortFunc(all, func(a, b *foundName) int {
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.spelling, b.spelling))
	})
	var g NameGroup
	var docs []int32
	best := -1
	for _, n := range all {
		g.Count += n.count
		docs = append(docs, n.docs...)
		if prefer, rank := c.preferred(n); rank > best {
			g.Prefer, best = prefer, rank
		}
	}
	slices.Sort(docs)
	g.Files = len(slices.Compact(docs))
	for _, n := range all {
		g.Spellings = append(g.Spellings, NameSpelling{n.spelling, n.count, len(n.docs), c.advice(n, g.Prefer)})
	}
	return g
}

// preferred returns the spelling to keep that a spelling speaks for, and how
// strongly it does.
func (c *nameCollector) preferred(n *foundName) (prefer string, rank int) {
	if s := c.standing(n); s.Standing != checker.Unlisted {
		return s.Prefer, 4
	}
	prefer, rank = n.spelling, 1
	for _, name := range c.names(n) {
		switch name.Role {
		case lexicon.Wrong:
			prefer, rank = name.Standard, 0
		case lexicon.Accepted:
			return n.spelling, 2
		case lexicon.Standard:
			return n.spelling, 3
		}
	}
	return prefer, rank
}

// advice says what is to be done with a spelling of a name.
func (c *nameCollector) advice(n *foundName, prefer string) string {
	if n.spelling == prefer {
		return "prefer"
	}
	if s := c.standing(n).Standing; s != checker.Unlisted {
		if s == checker.AcceptedByHouse {
			return "accept"
		}
		return "avoid"
	}
	for _, name := range c.names(n) {
		if name.Role != lexicon.Wrong {
			return "accept"
		}
	}
	return "avoid"
}

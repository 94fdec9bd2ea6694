package variant

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed model.tsv
var modelTSV string

// model is the logistic score's coefficients, by feature.
type model struct {
	constant, dLen, long, onlyLen, lenShort float64
	logHi, loD, loInv, hi0, lo0, logRatio20 float64
	neighbour, oneMany, coord               float64
	end, arab                               float64
	inflection                              [4]float64
	groups                                  [groups]float64
}

var modelOf = sync.OnceValue(func() *model {
	m, err := parseModel(modelTSV)
	if err != nil {
		panic(err)
	}
	return m
})

// parseModel reads model.tsv. Each feature must stand there once.
func parseModel(tsv string) (*model, error) {
	m := &model{}
	fields := map[string]*float64{
		"constant": &m.constant, "d_len": &m.dLen, "long": &m.long, "only_len": &m.onlyLen, "len_short": &m.lenShort,
		"loghi": &m.logHi, "lo_d": &m.loD, "lo_inv": &m.loInv, "hi0": &m.hi0, "lo0": &m.lo0, "logratio20": &m.logRatio20,
		"sn": &m.neighbour, "one_many": &m.oneMany, "coord": &m.coord, "end": &m.end, "arab": &m.arab,
		"infl1": &m.inflection[1], "infl2": &m.inflection[2], "infl3": &m.inflection[3],
	}
	for g := gSafe; g < groups; g++ {
		fields["g_"+groupNames[g]] = &m.groups[g]
	}
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		field := fields[name]
		if field == nil {
			return nil, fmt.Errorf("model.tsv: unknown or repeated feature %q", name)
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("model.tsv: %s: %w", name, err)
		}
		*field = v
		delete(fields, name)
	}
	if len(fields) > 0 {
		return nil, fmt.Errorf("model.tsv: %d features are missing", len(fields))
	}
	return m, nil
}

// score returns the part of the log-odds that no context changes.
func score(a, b *sound, diff difference) float64 {
	m := modelOf()
	fa, fb := lifted(a.form), lifted(b.form)
	lo, hi := min(fa, fb), max(fa, fb)
	n, d := float64(diff.n), float64(diff.d)
	z := m.constant + m.dLen*4*d/n + m.logHi*math.Log1p(hi) + m.loD*math.Log1p(lo)*d + m.loInv*math.Log1p(lo)*4/n
	add := func(is bool, c float64) {
		if is {
			z += c
		}
	}
	only := diff.ops == diff.counts[gSafe]+diff.counts[gRRA]+diff.counts[gLen]+diff.counts[gAQ]
	add(diff.n >= 6, m.long)
	add(only, m.onlyLen)
	add(only && diff.n <= 4, m.lenShort)
	add(hi < 1, m.hi0)
	add(lo < 1, m.lo0)
	add(hi >= 20*max(lo, 1), m.logRatio20)
	add(diff.end, m.end)
	add(arabicPattern(a.phonemes, b.phonemes), m.arab)
	for g := gSafe; g < groups; g++ {
		z += m.groups[g] * float64(diff.counts[g])
	}
	return z + m.inflection[inflection(a.form, b.form)]
}

// Context is what a document says of a pair of its forms.
type Context struct {
	// Neighbour: a content word stands directly beside both, on the same side.
	Neighbour bool
	// CountA and CountB are how often each occurs.
	CountA, CountB int
	// Close: the two stand within three words of one another.
	Close bool
}

// Listed is the probability for pairs that are known to be one word.
const Listed = 0.98

// Probability returns the probability that the forms are one word, given what
// the document says.
func (p *Pair) Probability(c Context) float64 {
	switch {
	case p.Apart:
		return 0
	case p.Listed, p.Orthographic():
		return Listed
	}
	m := modelOf()
	z := p.score
	if c.Neighbour && !p.inflected { // two forms of one word share their neighbours: आपदायें, आपदाओं
		z += m.neighbour
	}
	if min(c.CountA, c.CountB) == 1 && max(c.CountA, c.CountB) >= 4 {
		z += m.oneMany
	}
	if c.Close {
		z += m.coord
	}
	return min(1/(1+math.Exp(-z)), 0.99)
}

// Hopeless reports whether no context can raise the pair's probability to p.
func (p *Pair) Hopeless(least float64) bool {
	return p.Apart || p.Probability(Context{Neighbour: true, CountA: 1, CountB: 4}) < least
}

// arabicPattern reports whether two words of the same three to five consonants
// are two Arabic patterns of one root: one has a long vowel where the other has
// a short one, and the other way round at another place (शाहिद, शहीद).
func arabicPattern(a, b []phoneme) bool {
	va, ca := slots(a)
	vb, cb := slots(b)
	if len(ca) != len(cb) || len(ca) < 3 || len(ca) > 5 {
		return false
	}
	for i := range ca {
		if ca[i] != cb[i] {
			return false
		}
	}
	longerA, longerB, high, lengthOnly := false, false, false, true
	for i := range va {
		x, y := va[i], vb[i]
		if x == y {
			continue
		}
		longerA = longerA || longer(x, y)
		longerB = longerB || longer(y, x)
		high = high || isHigh(x) || isHigh(y)
		lengthOnly = lengthOnly && isHigh(x) && isHigh(y)
	}
	return longerA && longerB && high && !lengthOnly
}

// slots returns the consonants of a word without nukta, and the vowel behind
// each, the inherent one or none as vA.
func slots(ps []phoneme) (vowels, consonants []symbol) {
	for i, p := range ps {
		if !p.sym.consonant() {
			continue
		}
		v := vA
		if i+1 < len(ps) && ps[i+1].sym.vowel() {
			v = ps[i+1].sym
		}
		consonants, vowels = append(consonants, p.sym), append(vowels, v)
	}
	return vowels, consonants
}

func longer(x, y symbol) bool {
	switch x {
	case vAA:
		return y == vA
	case vII:
		return y == vI || y == vA
	case vUU:
		return y == vU || y == vA
	}
	return false
}

func isHigh(s symbol) bool { return s == vI || s == vII || s == vU || s == vUU }

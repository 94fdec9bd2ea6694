package variant

// group is a kind of difference that the score weighs of its own.
type group uint8

const (
	gNone    group = iota
	gSafe          // orthography: nukta, nasal signs, य between vowels, ृ/रि
	gLen           // ि/ी, ु/ू
	gAQ            // ा/ॉ
	gE             // े/ै and ॅ
	gNas           // a nasal sign or none, a nasal sign for a nasal letter
	gNasMove       // a nasal sign at another letter
	gVB            // व/ब, व/भ
	gRDR           // ड़/र, ड़/द
	gGem           // a doubled consonant or one
	gVQ            // vowels of another quality: a/i, i/e, u/o
	gVow           // other vowels
	gAsp           // aspirate or plain
	gInsV          // a vowel or none
	gCons          // other consonants
	gRRA           // ड/ड़, श/ष
	groups
)

// groupNames are the names of the groups in model.tsv.
var groupNames = [groups]string{
	"none", "safe", "len", "AQ", "e", "nas", "nasmove", "vb", "rdr", "gem", "vq", "vow", "asp", "insV", "cons", "rra",
}

// op is a difference at one place: what it costs and what it is.
type op struct {
	cost  float32
	group group
	kind  Kind
	// ending says that the operation, at the end of both words, is one of
	// those that make no other word (nukta, a nasal sign, length …).
	ending bool
}

// Kind is a set of orthographic differences.
type Kind uint8

// The orthographic differences, each the ground of one rule.
const (
	Nukta Kind = 1 << iota
	Anusvara
	Candrabindu
	Ye
	// Beyond is any other difference.
	Beyond
)

// row is a line of the cost table: every symbol of a against every symbol of b.
type row struct {
	a, b   string
	cost   float32
	group  group
	ending bool
}

// rows are the costs of one symbol for another, measured on pairs of published
// spellings. A consonant stands for itself, a vowel for its sign and its
// letter, `-` behind a consonant for none.
var rows = []row{
	{"इ", "ई", .15, gLen, true}, {"उ", "ऊ", .15, gLen, true},
	{"आ", "ऑ", .20, gAQ, true},
	{"ओ", "ऑ", .25, gNone, true}, {"औ", "ऑ", .25, gNone, false}, {"ओ", "औ", .30, gNone, false}, {"आ", "औ", .50, gNone, false},
	{"ए", "ऐ", .25, gE, true}, {"एऐअआ", "ऍ", .25, gE, false},
	{"अ", "आऑ", .50, gNone, false}, {"अ", "ए", .50, gNone, false}, {"अआ", "ऐ", .60, gNone, false},
	{"अ", "इउ", .60, gVQ, false}, {"इ", "ए", .50, gVQ, false}, {"उ", "ओ", .50, gVQ, false}, {"अ", "ओ", .60, gVQ, false},
	{"आ", "ए", .80, gVow, false}, {"आ", "ओ", .70, gVow, false},
	{"ट", "त", .35, gNone, true}, {"ठ", "थ", .35, gNone, true}, {"ड", "द", .35, gNone, true}, {"ढ", "ध", .35, gNone, true},
	{"ण", "न", .30, gNone, true}, {"न", "ङञ", .30, gNone, true}, {"ल", "ळ", .30, gNone, true},
	{"ड", "ड़", .15, gRRA, true}, {"ढ", "ढ़", .15, gRRA, true},
	{"ड़", "रद", .50, gRDR, false}, {"ढ़", "रध", .50, gRDR, false},
	{"श", "ष", .20, gRRA, true}, {"शष", "स", .40, gNone, true},
	{"व", "ब", .45, gVB, true}, {"व", "भ", .60, gVB, false},
	{"क", "ख", .50, gAsp, true}, {"ग", "घ", .50, gAsp, true}, {"च", "छ", .50, gAsp, true}, {"ज", "झ", .40, gNone, true},
	{"ट", "ठ", .50, gAsp, true}, {"ड", "ढ", .50, gAsp, true}, {"त", "थ", .50, gAsp, true}, {"द", "ध", .50, gAsp, true},
	{"ब", "भ", .50, gAsp, true}, {"ड़", "ढ़", .50, gAsp, true}, {"घखधभथ", "ह", .50, gAsp, false}, {"प", "फ", .60, gAsp, false},
	{"क", "ग", .80, gCons, false}, {"च", "ज", .80, gCons, false}, {"ट", "ड", .80, gCons, false}, {"त", "द", .80, gCons, false},
	{"प", "ब", .80, gCons, false}, {"ज", "स", .80, gCons, false},
	{"न", "म", .90, gCons, false}, {"र", "ल", 1.0, gCons, false},
	{"य", "इई", .50, gNone, false}, {"व", "उऊ", .50, gNone, false},
}

const (
	costVowel     = 1.0 // one vowel for another
	costConsonant = 1.5 // one consonant for another
	costNukta     = .10
	costSign      = .02 // one nasal sign for another
	costNasal     = .15 // a nasal sign for a nasal letter
	costRi        = .10 // ृ for रि
	costNever     = 9
	// costFirst multiplies the cost at the first phoneme.
	costFirst = 1.3
)

// substitution is the table of costs by pair of symbols.
var substitution = func() (t [symbols][symbols]op) {
	for a := range symbol(symbols) {
		for b := range symbol(symbols) {
			switch {
			case a == b:
				t[a][b] = op{}
			case a.vowel() && b.vowel():
				t[a][b] = op{costVowel, gVow, Beyond, false}
			case a.consonant() && b.consonant():
				t[a][b] = op{costConsonant, gCons, Beyond, false}
			case a.nasal() && b.nasal():
				t[a][b] = op{costSign, gSafe, nasalKind(a, b), true}
			case a.nasal() && b.consonant() && nasalLetter(b), b.nasal() && a.consonant() && nasalLetter(a):
				t[a][b] = op{costNasal, gNas, Beyond, true}
			default:
				t[a][b] = op{costNever, gNone, Beyond, false}
			}
		}
	}
	for _, r := range rows {
		for _, a := range symbolsOf(r.a) {
			for _, b := range symbolsOf(r.b) {
				o := op{r.cost, r.group, Beyond, r.ending}
				t[a][b], t[b][a] = o, o
			}
		}
	}
	return t
}()

func nasalKind(a, b symbol) Kind {
	if a == nCandra || b == nCandra {
		return Candrabindu
	}
	return Anusvara
}

// symbolsOf returns the symbols that a cell of the cost table names.
func symbolsOf(cell string) []symbol {
	var out []symbol
	for _, r := range cell {
		switch {
		case r == '\u093c' && out[len(out)-1] == cons('ड'):
			out[len(out)-1] = flapD
		case r == '\u093c':
			out[len(out)-1] = flapDh
		case vowels[r] != noSymbol:
			out = append(out, vowels[r])
		default:
			out = append(out, cons(r))
		}
	}
	return out
}

// insertion returns the cost of the phoneme at i against nothing.
func insertion(ps []phoneme, i int) op {
	p, last := ps[i], i == len(ps)-1
	switch {
	case p.sym.nasal():
		return op{.45, gNas, Beyond, true}
	case p.sym == vA:
		return op{.30, gNone, Beyond, false}
	case p.sym == vAA, p.sym == vCandO:
		return op{.80, gNone, Beyond, false}
	case p.sym == vI, p.sym == vU:
		return op{.70, gInsV, Beyond, false}
	case p.sym.vowel():
		return op{.90, gInsV, Beyond, false}
	case doubled(ps, i):
		return op{.30, gGem, Beyond, true}
	case p.sym == cons('य'):
		if i > 0 && !last && ps[i-1].sym.vowel() && ps[i+1].sym.vowel() {
			if glide(ps, i) {
				return op{.12, gSafe, Ye, true}
			}
			return op{.12, gSafe, Beyond, true}
		}
		return op{.50, gNone, Beyond, true}
	case p.sym == cons('ह') && last:
		return op{.30, gNone, Beyond, true}
	case p.sym == cons('ह'):
		return op{.50, gNone, Beyond, true}
	case besideSibilant(ps, i):
		return op{.50, gNone, Beyond, false}
	case p.sym == cons('र'):
		return op{.90, gCons, Beyond, false}
	}
	return op{1.3, gCons, Beyond, false}
}

// doubled reports whether the consonant at i repeats the one beside it, or is
// its plain or aspirate partner, with no vowel between.
func doubled(ps []phoneme, i int) bool {
	s := ps[i].sym
	if !s.consonant() {
		return false
	}
	for _, j := range [2]int{i - 1, i + 1} {
		if j < 0 || j >= len(ps) || !ps[j].sym.consonant() {
			continue
		}
		o := ps[j].sym
		if o == s || substitution[o][s].group == gAsp && s < 36 && o < 36 && (o-s == 1 || s-o == 1) {
			return true
		}
	}
	return false
}

func besideSibilant(ps []phoneme, i int) bool {
	if !sibilant(ps[i].sym) && ps[i].sym != cons('ज') {
		return false
	}
	return i > 0 && sibilant(ps[i-1].sym) || i+1 < len(ps) && sibilant(ps[i+1].sym)
}

func sibilant(s symbol) bool { return s == cons('श') || s == cons('ष') || s == cons('स') }

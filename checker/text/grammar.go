package text

// The strict grammar says what a well-formed Hindi word is:
//
//	( C N? ( H (Z|J)? | M? S? A* ) | V S? A* | B | x )*
//
// It is a subset of what OpenType's Indic shaping draws without a dotted
// circle: a shaper also accepts several vowel signs on one letter, or a nukta
// behind a vowel sign, which no reader sees and which break search.
// Precomposed nukta letters (U+0958–095F) read as C N.

// state is a state of the automaton; every state but broken accepts.
type state uint8

const (
	between state = iota // an akshara is complete, or none has begun
	afterC               // C
	afterCN              // C N
	afterH               // C N? H
	afterM               // C N? M
	afterS               // S or A, or V
	afterV               // V
	broken
)

// next is the transition table, by state and class.
var next = func() (t [broken + 1][ClassZWNJ + 1]state) {
	for s := range t {
		t[s][ClassOther] = between
		t[s][ClassConsonant] = afterC
		t[s][ClassVowel] = afterV
		t[s][ClassAvagraha] = between
		for _, c := range []Class{ClassMatra, ClassNukta, ClassHalant, ClassSign, ClassAccent, ClassZWJ, ClassZWNJ} {
			t[s][c] = broken
		}
	}
	for _, s := range []state{afterC, afterCN} {
		t[s][ClassHalant] = afterH
		t[s][ClassMatra] = afterM
		t[s][ClassSign] = afterS
		t[s][ClassAccent] = afterS
	}
	t[afterC][ClassNukta] = afterCN
	t[afterH][ClassZWJ] = between
	t[afterH][ClassZWNJ] = between
	t[afterM][ClassSign] = afterS
	t[afterM][ClassAccent] = afterS
	t[afterS][ClassAccent] = afterS
	t[afterV][ClassSign] = afterS
	t[afterV][ClassAccent] = afterS
	for c := range t[broken] {
		t[broken][c] = broken
	}
	return t
}()

// WellFormed reports whether the strict grammar accepts s. The sequence र् + इ,
// which looks like ई and is in Unicode's do-not-use table, is rejected too.
func WellFormed(s string) bool { return FirstFault(s) < 0 }

// FirstFault returns the offset of the first code point that the strict
// grammar rejects, or -1 when it accepts all of s.
func FirstFault(s string) int {
	at := between
	var before, last rune
	for i, r := range s {
		c := ClassOf(r)
		at = next[at][c]
		if at == broken || (r == 'इ' && last == Halant && before == 'र') {
			return i
		}
		if 0x958 <= r && r <= 0x95f {
			at = afterCN
		}
		before, last = last, r
	}
	return -1
}

package text

import (
	"strings"
	"testing"
)

// TestAksharaConjuncts holds the Devanagari lines of Unicode’s
// GraphemeBreakTest.txt for rule GB9c, and two more at the end: ÷ is a break, ×
// none.
func TestAksharaConjuncts(t *testing.T) {
	for _, line := range []string{
		"÷ 0915 ÷ 0924 ÷",
		"÷ 0915 × 094D × 0924 ÷",
		"÷ 0915 × 094D × 094D × 0924 ÷",
		"÷ 0915 × 094D × 200D × 0924 ÷",
		"÷ 0915 × 093C × 200D × 094D × 0924 ÷",
		"÷ 0915 × 093C × 094D × 200D × 0924 ÷",
		"÷ 0915 × 094D × 0924 × 094D × 092F ÷",
		"÷ 0915 × 094D ÷ 0061 ÷",
		"÷ 0061 × 094D ÷ 0924 ÷",
		"÷ 003F × 094D ÷ 0924 ÷",
		"÷ 0915 × 094D × 094D × 0924 ÷",
		"÷ 0915 × 094D × 200C ÷ 0924 ÷",
		"÷ 0915 × 093E × 094D ÷ 0924 ÷",
	} {
		var s string
		var want []string
		for _, field := range strings.Fields(line) {
			switch field {
			case "÷":
				if s != "" {
					want = append(want, s)
					s = ""
				}
			case "×":
			default:
				var r rune
				for _, c := range field {
					r = r<<4 | rune(strings.IndexRune("0123456789ABCDEF", c))
				}
				s += string(r)
			}
		}
		all := strings.Join(want, "")
		var got []string
		for rest := all; rest != ""; {
			a := Akshara(rest)
			got = append(got, a)
			rest = rest[len(a):]
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}

func TestAksharaCounts(t *testing.T) {
	for _, c := range []struct {
		word string
		want int
	}{
		{"क्ष", 1}, {"स्ट्रे", 1}, {"र्कि", 1}, {"श्रीमती", 3}, {"व्लादिमीर", 4}, {"क़लम", 3}, {"क़लम", 3}, {"👨\u200d👩\u200d👧", 1}, {"श्\u200dयाम", 2},
	} {
		n := 0
		for rest := c.word; rest != ""; n++ {
			rest = rest[len(Akshara(rest)):]
		}
		if n != c.want {
			t.Errorf("%s: got %d aksharas, want %d", c.word, n, c.want)
		}
	}
}

func TestWiden(t *testing.T) {
	s := "यह स्ट्रेटेजिक है"
	at := strings.Index(s, "्रे")
	got := Widen(s, Span{at, at + len("्र")})
	if word := s[got.Start:got.End]; word != "स्ट्रे" {
		t.Errorf("got %q, want स्ट्रे", word)
	}
}

// TestPlainAkshara compares the fast path with the general one.
func TestPlainAkshara(t *testing.T) {
	alphabet := []string{"क", "र", "अ", "ा", "ि", "\u093c", "\u094d", "ं", "ः", "\u0951", "।", "५", "a", " ", "ऽ"}
	var check func(s string, depth int)
	check = func(s string, depth int) {
		if n := plainAkshara(s); n > 0 {
			if want := generalAkshara(s); s[:n] != want {
				t.Errorf("%+q: got %q, want %q", s, s[:n], want)
			}
		}
		if depth == 0 {
			return
		}
		for _, a := range alphabet {
			check(s+a, depth-1)
		}
	}
	check("", 4)
}

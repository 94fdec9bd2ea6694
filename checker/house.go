package checker

import (
	"fmt"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// House is a newsroom's own list of spellings: what it prefers, what it accepts
// beside that, and what it avoids. It wins over everything that a rule knows. A
// nil House knows nothing.
type House struct {
	// words are the spellings of one word, as indexes of spellings.
	words     map[string]int32
	spellings []Spelling
	// phrases are the spellings of several words, by their first word.
	phrases map[string][]phrase
}

// Spelling is what a house says of one spelling.
type Spelling struct {
	// Prefer is the spelling that the house wants.
	Prefer string
	// Standing is what the spelling is to the house.
	Standing Standing
}

// Standing is what a spelling is to a house.
type Standing int

// The standings, worst first.
const (
	Unlisted Standing = iota
	Avoided
	AcceptedByHouse
	Preferred
)

type phrase struct {
	rest []string
	Spelling
}

// Add adds an entry: the spelling that the house prefers, and those that it
// accepts and avoids. An earlier entry of a spelling is replaced.
func (h *House) Add(prefer string, accept, avoid []string) {
	h.add(prefer, prefer, Preferred)
	for _, s := range accept {
		h.add(s, prefer, AcceptedByHouse)
	}
	for _, s := range avoid {
		h.add(s, prefer, Avoided)
	}
}

func (h *House) add(spelling, prefer string, standing Standing) {
	if h.words == nil {
		h.words = map[string]int32{}
	}
	s := Spelling{prefer, standing}
	spelling = strings.TrimSpace(text.Fold(spelling))
	if strings.IndexByte(spelling, ' ') < 0 {
		h.words[spelling] = int32(len(h.spellings))
		h.spellings = append(h.spellings, s)
		return
	}
	words := strings.Fields(spelling)
	if h.phrases == nil {
		h.phrases = map[string][]phrase{}
	}
	h.phrases[words[0]] = append(h.phrases[words[0]], phrase{words[1:], s})
}

// Word returns what the house says of a word in its folded form.
func (h *House) Word(folded string) Spelling {
	if h == nil {
		return Spelling{}
	}
	i, ok := h.words[folded]
	if !ok {
		return Spelling{}
	}
	return h.spellings[i]
}

// Phrase returns what the house says of the longest spelling of several words
// that begins at a token, and the index of its last token. Words are a space or
// a hyphen apart.
func (h *House) Phrase(d *text.Document, token int) (s Spelling, last int) {
	if h == nil || h.phrases == nil {
		return Spelling{}, token
	}
	last = token
	for _, p := range h.phrases[d.Word(d.Tokens[token]).Folded] {
		if end, ok := p.match(d, token); ok && end > last {
			s, last = p.Spelling, end
		}
	}
	return s, last
}

func (p phrase) match(d *text.Document, i int) (last int, ok bool) {
	for _, word := range p.rest {
		i += 2
		if i >= len(d.Tokens) || d.Tokens[i].Kind != text.Word || d.Word(d.Tokens[i]).Folded != word {
			return 0, false
		}
		if d.Tokens[i-1].Kind != text.Space && d.Of(d.Tokens[i-1]) != "-" {
			return 0, false
		}
	}
	return i, true
}

// maxStylebook is the size in bytes over which a stylebook is refused.
const maxStylebook = 64 << 20

// ReadStylebook adds the entries of a stylebook: a tab-separated file with the
// preferred spelling, those accepted and those avoided in three columns, the
// last two joined by semicolons. Lines that begin with # and empty ones are
// left out. Errors carry the name and the line.
func (h *House) ReadStylebook(name string, data []byte) error {
	if len(data) > maxStylebook {
		return fmt.Errorf("%s: stylebook is larger than %d bytes", name, maxStylebook)
	}
	rest := strings.TrimPrefix(string(data), string(text.BOM))
	if h.words == nil {
		h.words = make(map[string]int32, 2*strings.Count(rest, "\n"))
	}
	for n := 1; rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		prefer, others, _ := strings.Cut(line, "\t")
		accept, avoid, _ := strings.Cut(others, "\t")
		if prefer = strings.TrimSpace(prefer); prefer == "" || strings.Contains(avoid, "\t") {
			return fmt.Errorf("%s:%d: want up to three columns with tabs between: preferred, accepted, avoided", name, n)
		}
		h.Add(prefer, list(accept), list(avoid))
	}
	return nil
}

// list returns the members of a list joined by semicolons.
func list(s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	var out []string
	for member := range strings.SplitSeq(s, ";") {
		if member = strings.TrimSpace(member); member != "" {
			out = append(out, member)
		}
	}
	return out
}

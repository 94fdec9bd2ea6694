package krutidev

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
)

const (
	// minWords is the number of words with letters that a run has at least.
	minWords = 3
	// change is what it costs to change between the fonts and other text.
	change = 4
	// sure is the least sum of the evidence of a run. Measured on 18,857 news
	// sentences of four words and more the least is 43; the English and the code of
	// the Go distribution have 27 at most where they read as Hindi.
	sure = 30
	// readable is the least mean evidence that the reading of a word gives.
	readable = 3.5
	// Of words that read well, knownWords on the mean, and are not all of two
	// letters, three short ones are enough.
	knownWords  = 5
	knownLength = 4
	// Names read as nothing known: they need more bigrams a word, and better ones.
	nameLength   = 6
	nameEvidence = 1.5
	// maxGap is the number of words between two runs, or between one and the end of
	// the text, that a run takes in when they belong to it.
	maxGap = 3
)

// stretch is a half-open range of words.
type stretch struct{ first, last int }

// runs returns the stretches of words that are typed for the fonts.
func runs(words []word) []stretch {
	var out []stretch
	for _, r := range segments(words) {
		r.trim(words, func(w word) bool { return !w.letters })
		if typed(words[r.first:r.last]) {
			out = append(out, r)
		}
	}
	merged := out[:0]
	for _, r := range out {
		if n := len(merged); n > 0 && belong(words[merged[n-1].last:r.first]) {
			merged[n-1].last = r.last
			continue
		}
		merged = append(merged, r)
	}
	for i := range merged {
		merged[i].widen(words)
		merged[i].trim(words, func(w word) bool { return w.number })
	}
	return merged
}

// trim drops words of a kind at both ends.
func (r *stretch) trim(words []word, drop func(word) bool) {
	for r.first < r.last && drop(words[r.first]) {
		r.first++
	}
	for r.last > r.first && drop(words[r.last-1]) {
		r.last--
	}
}

// widen takes in the words between the run and the end of the text, or what no
// run reaches across.
func (r *stretch) widen(words []word) {
	first, last := r.first, r.last
	for first > max(0, r.first-maxGap-1) && !words[first-1].never {
		first--
	}
	for last < min(len(words), r.last+maxGap+1) && !words[last].never {
		last++
	}
	if belong(words[first:r.first]) {
		r.first = first
	}
	if belong(words[r.last:last]) {
		r.last = last
	}
}

// belong reports whether words beside a run are of it: few, and each reads as
// Hindi or is hardly English.
func belong(words []word) bool {
	for _, w := range words {
		if w.never || w.letters && w.read <= 0 && w.odds < -float64(w.bigrams)/2 {
			return false
		}
	}
	return len(words) <= maxGap
}

// segments returns the stretches that are rather typed for the fonts than not:
// the best of all ways to cut the words.
func segments(words []word) []stretch {
	inside, outside := 0.0, 0.0
	entered, left := make([]bool, len(words)), make([]bool, len(words))
	for i, w := range words {
		in, out := inside, outside
		if entered[i] = out-change > in; entered[i] {
			in = out - change
		}
		if left[i] = inside-change > out; left[i] {
			out = inside - change
		}
		inside, outside = in+w.odds+w.read, out
		if w.never {
			inside = outside - never
		}
	}
	var out []stretch
	last, in := len(words), inside > outside
	for i := len(words) - 1; i >= 0; i-- {
		switch {
		case in && entered[i]:
			out = append(out, stretch{i, last})
			in = false
		case !in && left[i]:
			last, in = i, true
		}
	}
	if in {
		out = append(out, stretch{0, last})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// never is more than any evidence for a word.
const never = 1e9

// typed reports whether a stretch is typed for the fonts.
func typed(words []word) bool {
	n, bigrams, odds, read := 0, 0, 0.0, 0.0
	for _, w := range words {
		if w.letters {
			n++
			bigrams += w.bigrams
			odds += w.odds
			read += w.read
		}
	}
	switch {
	case n < minWords || odds <= 0:
		return false
	case read >= knownWords*float64(n) && odds >= float64(bigrams) && bigrams >= knownLength*n:
		return true
	case odds+read < sure:
		return false
	}
	return read >= readable*float64(n) || read >= 0 && bigrams >= nameLength*n && odds >= nameEvidence*float64(bigrams)
}

// unwrap returns the span of a run without the quotes or brackets that enclose
// it and the full stop behind it. Their codes draw what can stand there in no
// word: ष् at its end, य or ; at its start.
func unwrap(s string, span text.Span) text.Span {
	run := s[span.Start:span.End]
	for _, pair := range [...]struct{ open, closing string }{
		{"(", ")"}, {`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}, {"*", "*"}, {"_", "_"},
	} {
		inner, opened := strings.CutPrefix(run, pair.open)
		body := strings.TrimRight(inner, ".,!?।")
		if closed := strings.HasSuffix(body, pair.closing); opened && closed {
			span.Start += len(pair.open)
			span.End -= len(inner) - len(body) + len(pair.closing)
			return span
		}
	}
	span.End -= len(run) - len(strings.TrimRight(run, ".?"))
	return span
}

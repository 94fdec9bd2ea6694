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
	// sentences of four words and more the least is 31; the English and the
	// code of the Go distribution that reads as Hindi at all stays below 28.
	sure = 30
	// readable is the least mean evidence that the reading of a word gives.
	// Names are unknown words: they need more bigrams a word and better ones.
	readable     = 3.5
	knownWords   = 5
	nameLength   = 6
	nameEvidence = 1.5
	// maxGap is the number of words between two runs, or at an end, that a run
	// takes in when they read as Hindi.
	maxGap = 3
)

// stretch is a half-open range of words.
type stretch struct{ first, last int }

// runs returns the stretches of words that are typed for the fonts.
func runs(words []word) []stretch {
	var out []stretch
	for _, r := range segments(words) {
		for r.first < r.last && !words[r.first].letters {
			r.first++
		}
		for r.last > r.first && !words[r.last-1].letters {
			r.last--
		}
		if typed(words[r.first:r.last]) {
			out = append(out, r)
		}
	}
	for i := range out {
		out[i].first = reach(words, out[i].first, -1)
		out[i].last = reach(words, out[i].last-1, 1) + 1
	}
	merged := out[:0]
	for _, r := range out {
		if n := len(merged); n > 0 && r.first <= merged[n-1].last {
			merged[n-1].last = r.last
			continue
		}
		merged = append(merged, r)
	}
	return merged
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
	if n < minWords || odds <= 0 {
		return false
	}
	if read >= knownWords*float64(n) && odds >= float64(bigrams) {
		return true
	}
	if odds+read < sure {
		return false
	}
	return read >= readable*float64(n) || read >= 0 && bigrams >= nameLength*n && odds >= nameEvidence*float64(bigrams)
}

// reach returns the last word from the end of a run on, in steps of one, that
// belongs to it. The next words do, few as they are, when they read as Hindi and
// no other text follows.
func reach(words []word, end, step int) int {
	at := end + step
	for gap := 0; at >= 0 && at < len(words) && !words[at].never; at += step {
		w := words[at]
		if gap++; gap > maxGap || w.letters && w.read <= 0 {
			return end
		}
	}
	return at - step
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

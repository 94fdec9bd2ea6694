package checker

import (
	"fmt"
	"hash/fnv"

	"github.com/nukta/nukta/checker/text"
)

// fingerprint gives each finding of a document an identity that survives edits
// elsewhere: a hash of its rule, its text and the words beside it, and a count
// for those that are alike in all of these. Findings must be in order.
func fingerprint(doc *text.Document, found []Finding) {
	seen := make(map[uint64]int, len(found))
	for i := range found {
		f := &found[i]
		h := fnv.New64a()
		before, after := neighbours(doc.Source, f.Span)
		for _, part := range [...]string{f.Rule, f.Text, before, after} {
			h.Write([]byte(part))
			h.Write([]byte{0})
		}
		sum := h.Sum64()
		n := seen[sum]
		seen[sum]++
		f.Fingerprint = fmt.Sprintf("%016x", sum+uint64(n)*0x9e3779b97f4a7c15)
	}
}

// neighbours returns the words, in the sense of white space, on both sides of
// a span in its line, at most 60 bytes of each.
func neighbours(s string, span text.Span) (before, after string) {
	const most = 60
	cut := func(b byte) bool { return b == '\n' || b == '\r' }
	blank := func(b byte) bool { return b == ' ' || b == '\t' }
	end := span.Start
	for end > 0 && blank(s[end-1]) {
		end--
	}
	start := end
	for start > 0 && end-start < most && !blank(s[start-1]) && !cut(s[start-1]) {
		start--
	}
	from := span.End
	for from < len(s) && blank(s[from]) {
		from++
	}
	to := from
	for to < len(s) && to-from < most && !blank(s[to]) && !cut(s[to]) {
		to++
	}
	return s[start:end], s[from:to]
}

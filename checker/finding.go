package checker

import (
	"github.com/nukta/nukta/checker/text"
)

// Finding is one fault at one place.
//
// A rule fills in Span, Message and what else it knows, in text offsets; the
// engine adds the rest and turns all offsets into source offsets.
type Finding struct {
	Rule     string
	Category string
	Severity Severity
	// Doc is the name of the document.
	Doc string
	// Encoding is the document's encoding, where it is not UTF-8; positions
	// are then those of the decoded text.
	Encoding text.Encoding
	// Extracted says that positions are those of a text that was taken out of the
	// file, a line a paragraph.
	Extracted bool
	// Span is in bytes of the document's source.
	Span text.Span
	// Start and End are the span's ends in all units.
	Start, End text.Position
	// Text is the source under the span.
	Text string
	// Message says what is wrong and what to do, in one sentence.
	Message string
	// Confidence is the probability that an editor would agree; 0 means that
	// the rule does not say.
	Confidence float64
	Related    []Related
	Fixes      []Fix
	// Sentence is the sentence around the fault, of a very long one the part
	// that is near, and InSentence the fault's span in it; only set when
	// Options.Sentences asks.
	Sentence   string
	InSentence text.Span
	// Fingerprint stays the same when text elsewhere in the file changes.
	Fingerprint string
}

// Related is another place that explains a finding.
type Related struct {
	Doc        string
	Span       text.Span
	Start, End text.Position
	Text       string
	Message    string
	// In is the index of the document in the corpus; rules that compare
	// documents set it, others leave it.
	In int
}

// Fix is one way to mend a finding. All its edits are applied or none.
type Fix struct {
	Title string
	// Safe says that no editor could want the old text.
	Safe  bool
	Edits []Edit
}

// Edit replaces a span by a text.
type Edit struct {
	Span text.Span
	Text string
	// Start and End are the span's ends in all units; the engine sets them.
	Start, End text.Position
}

// Replace returns a suggested fix that replaces one span.
func Replace(span text.Span, with string) Fix {
	return Fix{Title: with, Edits: []Edit{{Span: span, Text: with}}}
}

// SafeReplace returns a safe fix that replaces one span.
func SafeReplace(span text.Span, with string) Fix {
	return Fix{Title: with, Safe: true, Edits: []Edit{{Span: span, Text: with}}}
}

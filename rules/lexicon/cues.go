package lexicon

import _ "embed"

//go:embed cues.tsv
var cuesTSV string

var cues = newTable(cuesTSV)

// Cue is what a word tells about the text around it.
type Cue string

const (
	// CueSign says that the text speaks of the signs of the script.
	CueSign Cue = "sign"
	// CueVisarga is a word whose final visarga is left out: अत for अतः.
	CueVisarga Cue = "visarga"
	// CueVisargaPrefix is the first part of a compound without its visarga:
	// नि for निः in निःशुल्क.
	CueVisargaPrefix Cue = "visarga-prefix"
)

// IsCue reports whether a folded form is a cue of a kind.
func IsCue(kind Cue, folded string) bool { return cues.has(string(kind) + "\t" + folded + "\n") }

package report

import "strings"

var (
	msgNothing = say("nothing to check: these folders hold no file of a known kind (%s)",
		"जाँचने को कुछ नहीं: इन फ़ोल्डरों में किसी जानी हुई किस्म की फ़ाइल नहीं (%s)")
	msgOthers = say("; files of other kinds: %d", "; दूसरी किस्मों की फ़ाइलें: %d")
	// Whether a file or a whole folder was left out is not known.
	msgIgnored = say("; left out by .gitignore or the configuration: %d", "; .gitignore या सेटिंग से छूटे: %d")
)

// Nothing says that folders hold nothing to check, what was looked for and how
// much there is that was passed over.
func (r Run) Nothing(extensions []string, ignored, others int) string {
	p := r.printer()
	out := p.Sprintf(msgNothing, strings.Join(extensions, ", "))
	if others > 0 {
		out += p.Sprintf(msgOthers, others)
	}
	if ignored > 0 {
		out += p.Sprintf(msgIgnored, ignored)
	}
	return out
}

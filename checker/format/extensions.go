package format

// Extensions returns the extensions, with their dots, of the files that are
// looked for in folders.
func Extensions() []string {
	var out []string
	for _, f := range formats {
		if f.walk {
			out = append(out, f.extensions...)
		}
	}
	return out
}

package checker

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest returns a hint for an error message about an unknown name: the known
// name that it most likely means, or, where there are few, all of them.
func Nearest(name string, known []string) string {
	const (
		few  = 8
		most = 100 // bytes of what may be a slip
	)
	if len(name) > most {
		return ""
	}
	best, distance := "", max(2, len(name)/2)+1
	for _, k := range known {
		if len(name) >= 3 && strings.HasPrefix(k, name) {
			best = k
			break
		}
		if d := levenshtein.ComputeDistance(name, k); d < distance {
			best, distance = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf(" (did you mean %q?)", best)
	case len(known) > 0 && len(known) <= few:
		return fmt.Sprintf(" (known: %s)", strings.Join(known, ", "))
	}
	return ""
}

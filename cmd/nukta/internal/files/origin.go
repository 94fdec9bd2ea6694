package files

import (
	"crypto/sha256"
	"fmt"
	"hash"
)

// origin is what a configuration was read from.
type origin struct {
	paths []string // full paths
	sum   hash.Hash
}

func newOrigin() *origin { return &origin{sum: sha256.New()} }

// note adds the content of a file; the path is empty where it is that of no
// file.
func (o *origin) note(path, source string) {
	if path != "" {
		o.paths = append(o.paths, path)
	}
	fmt.Fprintln(o.sum, len(source)) //nolint:errcheck // a hash takes all
	var part [4096]byte              // a long source is not copied as a whole
	for source != "" {
		n := copy(part[:], source)
		o.sum.Write(part[:n])
		source = source[n:]
	}
}

// of notes an origin in settings.
func (o *origin) of(s *Settings) *Settings {
	s.Origins, s.Sum = o.paths, [sha256.Size]byte(o.sum.Sum(nil))
	return s
}

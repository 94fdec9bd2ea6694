package files

import (
	"crypto/sha256"
	"hash"
	"io"
	"strconv"
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
	for _, s := range [...]string{strconv.Itoa(len(source)), "\n", source} {
		io.WriteString(o.sum, s) //nolint:errcheck // a hash takes all
	}
}

// of notes an origin in settings.
func (o *origin) of(s *Settings) *Settings {
	s.Origins, s.Sum = o.paths, [sha256.Size]byte(o.sum.Sum(nil))
	return s
}

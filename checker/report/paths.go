package report

import (
	"path"
	"path/filepath"
	"strings"
)

// home is where the program is described.
const home = "https://github.com/nukta/nukta"

// path returns a document's name with slashes, relative to the root where the
// document lies below it.
func (r Run) path(name string) string {
	full := name
	if r.Root != "" && !filepath.IsAbs(name) {
		full = filepath.Join(r.Root, name)
	}
	if rel, err := filepath.Rel(r.Root, full); r.Root != "" && err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path.Clean(filepath.ToSlash(name))
}

// uri returns a document's name as a URI reference: relative to the root where
// the document lies below it, absolute where it is known to lie elsewhere.
func (r Run) uri(name string) string {
	p := r.path(name)
	if r.Root != "" && !filepath.IsLocal(filepath.FromSlash(p)) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(r.Root, name)
		}
		p = filepath.ToSlash(name)
	}
	if filepath.IsAbs(filepath.FromSlash(p)) {
		return "file:///" + percent(strings.TrimPrefix(p, "/"))
	}
	return percent(p)
}

// percent encodes all bytes of a path but slashes and those that no URI
// reserves: a colon in a first segment would be read as a scheme.
func percent(p string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := 0; i < len(p); i++ {
		switch c := p[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("/-._~", c) >= 0:
			out.WriteByte(c)
		default:
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return out.String()
}

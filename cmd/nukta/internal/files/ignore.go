package files

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/nukta/nukta/checker/text"
)

const ignoreName = ".gitignore"

// maxIgnore is the size in bytes over which a .gitignore is refused.
const maxIgnore = 1 << 20

// ignores are the patterns of one .gitignore, or of a repository's
// info/exclude. A nil one ignores nothing.
type ignores struct {
	folder   string // that the patterns are relative to, a full path
	patterns []ignorePattern
	above    *ignores // asked where this one says nothing
}

// ignorePattern is one line of a .gitignore.
type ignorePattern struct {
	glob    string
	back    bool // it takes back what an earlier one ignores
	folders bool // it is for folders alone
	name    bool // it is matched with a name at any depth, not with a path
}

// ignored reports whether git would ignore an entry of a folder that is not
// ignored itself. As in git the last pattern of the nearest file decides.
func (i *ignores) ignored(full string, isFolder bool) bool {
	for ; i != nil; i = i.above {
		path := filepath.ToSlash(strings.TrimPrefix(full[len(i.folder):], string(filepath.Separator)))
		name := path[strings.LastIndexByte(path, '/')+1:]
		for n := len(i.patterns) - 1; n >= 0; n-- {
			p := i.patterns[n]
			subject := path
			if p.name {
				subject = name
			}
			if (isFolder || !p.folders) && doublestar.MatchUnvalidated(p.glob, subject) {
				return !p.back
			}
		}
	}
	return false
}

// parseIgnores reads a .gitignore. Lines that git cannot match are left out.
func parseIgnores(folder, source string, above *ignores) *ignores {
	i := &ignores{folder: folder, above: above}
	for line := range strings.Lines(strings.TrimPrefix(source, string(text.BOM))) {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		if p, ok := parseIgnore(line); ok {
			i.patterns = append(i.patterns, p)
		}
	}
	return i
}

func parseIgnore(line string) (p ignorePattern, ok bool) {
	if strings.HasPrefix(line, "#") {
		return p, false
	}
	line = trimBlanks(line)
	line, p.back = strings.CutPrefix(line, "!")
	line, p.folders = strings.CutSuffix(line, "/")
	p.name = !strings.Contains(line, "/")
	p.glob, ok = globOf(strings.TrimPrefix(line, "/"))
	return p, ok && line != ""
}

// trimBlanks takes away the spaces at the end that no backslash protects.
func trimBlanks(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i = min(i+1, len(line)-1)
		}
		end = i + 1
	}
	return line[:end]
}

// globOf turns a pattern of git into one of doublestar, to which braces are
// special too, which reads classes in another way, and to which a/** is also a.
// It reports whether there is one.
func globOf(pattern string) (glob string, ok bool) {
	var out strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; c {
		case '\\':
			out.WriteString(pattern[i:min(i+2, len(pattern))])
			i++
		case '[':
			class, n, ok := classOf(pattern[i:])
			if !ok {
				return "", false
			}
			out.WriteString(class)
			i += n - 1
		case '{', '}':
			out.WriteByte('\\')
			out.WriteByte(c)
		case '*':
			if strings.HasPrefix(pattern[i:], "***") {
				continue
			}
			out.WriteByte(c)
		default:
			out.WriteByte(c)
		}
	}
	glob = out.String()
	if strings.HasSuffix(glob, "/**") {
		glob += "/*"
	}
	return glob, doublestar.ValidatePattern(glob)
}

// classes are the classes of characters that have names.
var classes = map[string]string{
	"alnum": "0-9A-Za-z", "alpha": "A-Za-z", "blank": " \t", "cntrl": "\x00-\x1f\x7f", "digit": "0-9", "graph": `\!-\~`,
	"lower": "a-z", "print": ` -\~`, "punct": "\\!-.:-@\\[-`{-\\~", "space": " \t-\r", "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}

// classOf returns the class of doublestar for one of git at the start of a
// pattern, and the length of the latter. It reports whether there is one.
func classOf(pattern string) (class string, n int, ok bool) {
	var out strings.Builder
	out.WriteByte('[')
	n = 1
	negated := n < len(pattern) && (pattern[n] == '!' || pattern[n] == '^')
	if negated {
		out.WriteByte('^')
		n++
	}
	first, ranged := n, false // whether a range may go on from what stands before
	for ; n < len(pattern); n++ {
		c := pattern[n]
		name, _, named := strings.Cut(strings.TrimPrefix(pattern[n:], "[:"), ":]")
		switch {
		case c == ']' && n > first:
			return out.String() + "]", n + 1, true
		case c == '[' && strings.HasPrefix(pattern[n:], "[:") && named && !strings.Contains(name, "]"):
			set, known := classes[name]
			if !known {
				return "", 0, false
			}
			out.WriteString(set)
			n += len("[::]") + len(name) - 1
			ranged = false
			continue
		case c == '-' && ranged && n+1 < len(pattern) && pattern[n+1] != ']':
			out.WriteByte('-')
			ranged = false
			continue
		case c == '/' && !negated:
			continue // a class never matches it
		case c == '\\' && n+1 < len(pattern):
			n++
			c = pattern[n]
		}
		if strings.IndexByte(`\-[]^!`, c) >= 0 {
			out.WriteByte('\\')
		}
		out.WriteByte(c)
		ranged = true
	}
	return "", 0, false
}

// readIgnores reads a file of patterns, if there is one.
func readIgnores(path, folder string, above *ignores) (*ignores, error) {
	// A symbolic link may lead anywhere; git does not follow it either.
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return above, nil //nolint:nilerr // what is not there ignores nothing
	}
	source, err := readLimited(path, maxIgnore)
	if err != nil {
		return above, err
	}
	return parseIgnores(folder, source, above), nil
}

// repository returns the root of the git repository around a folder, or
// nothing: the nearest folder above it, or itself, with a .git.
func repository(folder string) string {
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
}

// gitFolder returns where a repository keeps what all its work trees share. In a
// work tree and in a submodule .git is a file that names the place.
func gitFolder(root string) string {
	git := filepath.Join(root, ".git")
	if info, err := os.Stat(git); err == nil && info.IsDir() {
		return git
	}
	git = pointer(root, git, "gitdir: ")
	return cmp.Or(pointer(git, filepath.Join(git, "commondir"), ""), git)
}

// pointer returns the path, relative to a folder, that a file of one line holds
// behind a prefix; nothing of what is no such file.
func pointer(folder, file, prefix string) string {
	line, err := readLimited(file, maxIgnore)
	path, ok := strings.CutPrefix(strings.TrimSpace(line), prefix)
	switch {
	case err != nil || !ok || path == "":
		return ""
	case filepath.IsAbs(path):
		return path
	}
	return filepath.Join(folder, path)
}

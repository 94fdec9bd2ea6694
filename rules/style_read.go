package rules

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// How a house's list is written: in a configuration as a list of entries, or in a
// file with tabs between four columns.

// styleList is the list of entries of a configuration.
type styleList struct{ book *styleBook }

// String shows the default, a list with nothing in it.
func (l styleList) String() string { return "[]" }

// MarshalYAML shows the default.
func (l styleList) MarshalYAML() (any, error) { return []string{}, nil }

// MarshalJSON shows the default.
func (l styleList) MarshalJSON() ([]byte, error) { return []byte("[]"), nil }

// styleFile is a file with such a list.
type styleFile struct {
	path string
	book *styleBook // nil until the file is read
}

// Path returns the path.
func (f styleFile) Path() string { return f.path }

// WithFile returns the value with the list of the file.
func (f styleFile) WithFile(name, source string) (any, error) {
	book, err := readStyleFile(name, source)
	return styleFile{f.path, book}, err
}

// String returns the path.
func (f styleFile) String() string { return f.path }

// MarshalYAML returns the path.
func (f styleFile) MarshalYAML() (any, error) { return f.path, nil }

// MarshalJSON returns the path.
func (f styleFile) MarshalJSON() ([]byte, error) { return json.Marshal(f.path) }

// UnmarshalYAML reads the path.
func (f *styleFile) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return styleErrorAt(n, errors.New("file must be the path of a file (example: style.tsv)"))
	}
	if n.Tag != "!!null" {
		f.path = n.Value
	}
	return nil
}

// UnmarshalYAML reads a list of entries.
func (l *styleList) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return styleErrorAt(n, errors.New("a list of entries is wanted (example: - {avoid: मृतक, prefer: मारे गए})"))
	}
	l.book = newStyleBook(len(n.Content))
	for _, item := range n.Content {
		if err := l.book.addYAML(item); err != nil {
			return err
		}
	}
	return nil
}

func styleErrorAt(n *yaml.Node, err error) error { return &checker.LineError{Line: n.Line, Err: err} }

var styleKeys = []string{"avoid", "exact", "message", "never", "pattern", "prefer", "severity"}

// styleRow is an entry as it is written.
type styleRow struct {
	avoid, never, prefer                []string
	pattern, message, severity, exactly string
}

// addYAML adds an entry written in YAML.
func (b *styleBook) addYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return styleErrorAt(n, errors.New("an entry must be a mapping (example: {avoid: मृतक, prefer: मारे गए})"))
	}
	var row styleRow
	lists := map[string]*[]string{"avoid": &row.avoid, "never": &row.never, "prefer": &row.prefer}
	values := map[string]*string{"pattern": &row.pattern, "message": &row.message, "severity": &row.severity, "exact": &row.exactly}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		var err error
		switch list, one := lists[key.Value], values[key.Value]; {
		case list != nil && *list != nil, one != nil && *one != "":
			err = fmt.Errorf("%q stands twice", key.Value)
		case list != nil:
			*list, err = yamlStrings(value)
		case one != nil && value.Kind == yaml.ScalarNode:
			*one = value.Value
		case one != nil:
			err = fmt.Errorf("%s: one value is wanted", key.Value)
		default:
			err = fmt.Errorf("unknown key %q%s", key.Value, checker.Nearest(key.Value, styleKeys))
		}
		if err != nil {
			return styleErrorAt(key, err)
		}
	}
	if err := b.addRow(row); err != nil {
		return styleErrorAt(n, err)
	}
	return nil
}

// yamlStrings reads a list of strings; one alone is a list too.
func yamlStrings(n *yaml.Node) ([]string, error) {
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		items = []*yaml.Node{n}
	}
	var out []string
	for _, item := range items {
		if item.Kind != yaml.ScalarNode || item.Tag == "!!null" || strings.TrimSpace(item.Value) == "" {
			return nil, errors.New("a word or a phrase is wanted")
		}
		out = append(out, strings.TrimSpace(item.Value))
	}
	return out, nil
}

// addRow adds an entry.
func (b *styleBook) addRow(row styleRow) error {
	e := styleEntry{prefer: row.prefer, message: row.message, never: row.never != nil, exact: row.exactly == "true"}
	given := 0
	for _, is := range [...]bool{row.avoid != nil, row.never != nil, row.pattern != ""} {
		if is {
			given++
		}
	}
	switch {
	case given != 1:
		return errors.New("an entry needs one of avoid, never and pattern")
	case row.exactly != "" && row.exactly != "true" && row.exactly != "false":
		return fmt.Errorf("exact: %q is neither true nor false", row.exactly)
	case row.severity != "":
		s, err := checker.ParseSeverity(row.severity)
		if err != nil {
			return err
		}
		e.severity = &s
	}
	if row.pattern == "" {
		return b.add(e, append(row.avoid, row.never...))
	}
	return b.addPattern(e, row.pattern)
}

func (b *styleBook) addPattern(e styleEntry, source string) error {
	if len(b.patterns) == maxPatterns {
		return fmt.Errorf("there are more than %d patterns", maxPatterns)
	}
	p, err := newStylePattern(source)
	if err != nil {
		return err
	}
	p.entry = int32(len(b.entries))
	b.entries, b.patterns = append(b.entries, e), append(b.patterns, p)
	return nil
}

// readStyleFile reads a house's list from a file. It has a row for each entry, with
// tabs between what to avoid, what to prefer, the level (never, or a severity) and
// the message; several words are joined by semicolons, and what stands between
// slashes is a pattern. Lines that begin with # are left out.
func readStyleFile(name, source string) (*styleBook, error) {
	source = strings.TrimPrefix(source, string(text.BOM))
	book := newStyleBook(strings.Count(source, "\n") + 1)
	n := 0
	for row := range strings.Lines(source) {
		n++
		if err := book.addLine(strings.TrimRight(row, "\r\n")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return book, nil
}

// addLine adds an entry written on a line.
func (b *styleBook) addLine(line string) error {
	if strings.TrimSpace(line) == "" || line[0] == '#' {
		return nil
	}
	avoid, rest, _ := strings.Cut(line, "\t")
	prefer, rest, _ := strings.Cut(rest, "\t")
	level, message, _ := strings.Cut(rest, "\t")
	if strings.IndexByte(message, '\t') >= 0 {
		return errors.New("want up to four columns with tabs between: avoid, prefer, level, message")
	}
	row := styleRow{prefer: joinedWords(prefer), message: strings.TrimSpace(message)}
	avoid, level = strings.TrimSpace(avoid), strings.TrimSpace(level)
	pattern, isPattern := strings.CutPrefix(avoid, "/")
	switch {
	case isPattern && strings.HasSuffix(pattern, "/"):
		row.pattern = strings.TrimSuffix(pattern, "/")
	case level == "never":
		row.never = joinedWords(avoid)
	default:
		row.avoid = joinedWords(avoid)
	}
	switch {
	case level != "never":
		row.severity = level
	case row.pattern != "":
		row.severity = checker.Error.String()
	}
	return b.addRow(row)
}

// joinedWords returns the members of a list joined by semicolons.
func joinedWords(list string) (out []string) {
	if strings.IndexByte(list, ';') < 0 {
		if list = strings.TrimSpace(list); list != "" {
			out = append(out, list)
		}
		return out
	}
	for member := range strings.SplitSeq(list, ";") {
		if member = strings.TrimSpace(member); member != "" {
			out = append(out, member)
		}
	}
	return out
}

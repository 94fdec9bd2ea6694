package checker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxDepth is how deep values may be nested in one another, which is more than
// any setting needs.
const maxDepth = 20

// parseYAML returns the value of a YAML document, or nil when it is empty.
// Aliases are refused: nothing needs them, and a few lines of them can stand for
// more than a memory holds.
func parseYAML(name string, data []byte) (*yaml.Node, error) {
	if err := encodingError(name, data); err != nil {
		return nil, err
	}
	var doc, second yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxError(name, err)
	}
	switch err := decoder.Decode(&second); {
	case err == nil:
		return nil, fmt.Errorf("%s:%d: there is a second document (---)", name, second.Line)
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(name, err)
	}
	return doc.Content[0], simple(name, doc.Content[0], 0)
}

// simple reports an alias, and what is nested too deeply.
func simple(name string, n *yaml.Node, depth int) error {
	switch {
	case n.Kind == yaml.AliasNode:
		return fmt.Errorf("%s:%d: aliases are not supported", name, n.Line)
	case depth > maxDepth:
		return fmt.Errorf("%s:%d: values are nested more than %d deep", name, n.Line, maxDepth)
	}
	for _, inner := range n.Content {
		if err := simple(name, inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// encodingError reports the first bytes that are not UTF-8; UTF-16 is known by
// its byte order mark.
func encodingError(name string, data []byte) error {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil
	}
	line := 1
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			return fmt.Errorf("%s:%d: there are bytes that are not UTF-8", name, line)
		case r == '\n':
			line++
		}
		rest = rest[n:]
	}
	return nil
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// syntaxError gives an error of the YAML parser the form of the others.
func syntaxError(name string, err error) error {
	message := err.Error()
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		return fmt.Errorf("%s:%s: %s", name, m[1], shortened(message[len(m[0]):]))
	}
	return fmt.Errorf("%s:1: %s", name, shortened(strings.TrimPrefix(message, "yaml: ")))
}

// shortened returns as much of a value as an error message can show.
func shortened(s string) string {
	const most = 100 // code points
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

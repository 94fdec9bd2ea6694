package checker

import (
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// names reads a list of entries with prefer, accept and avoid into a house.
func (c *configReader) names(n *yaml.Node, house *House) error {
	if empty(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return c.errorf(n, "names must be a list of entries (example: - {prefer: पुतिन, avoid: [पुटिन]})")
	}
	for _, item := range n.Content {
		if err := c.nameEntry(item, house); err != nil {
			return err
		}
	}
	return nil
}

var nameKeys = []string{"accept", "avoid", "prefer"}

func (c *configReader) nameEntry(n *yaml.Node, house *House) error {
	var prefer string
	var others [2][]string // accepted, avoided
	err := c.mapping(n, "an entry of names", func(key, value *yaml.Node) (err error) {
		switch key.Value {
		case "prefer":
			prefer, err = c.spelling(value)
		case "accept":
			others[0], err = c.spellings(value)
		case "avoid":
			others[1], err = c.spellings(value)
		default:
			err = c.unknown("key", key, nameKeys)
		}
		return err
	})
	switch {
	case err != nil:
		return err
	case prefer == "":
		return c.errorf(n, "an entry of names needs prefer, the spelling that is wanted")
	}
	house.Add(prefer, others[0], others[1])
	return nil
}

// spelling reads one spelling.
func (c *configReader) spelling(n *yaml.Node) (string, error) {
	s := strings.TrimSpace(n.Value)
	if n.Kind != yaml.ScalarNode || empty(n) || s == "" {
		return "", c.errorf(n, "a spelling is wanted")
	}
	if strings.ContainsFunc(s, unicode.IsControl) {
		return "", c.errorf(n, "a spelling holds no control characters")
	}
	return s, nil
}

// spellings reads a list of spellings; one alone is a list too.
func (c *configReader) spellings(n *yaml.Node) ([]string, error) {
	if empty(n) {
		return nil, nil
	}
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		items = []*yaml.Node{n}
	}
	var out []string
	for _, item := range items {
		s, err := c.spelling(item)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

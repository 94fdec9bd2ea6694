package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v3"
)

// MaxConfig is the size in bytes over which a configuration is refused.
const MaxConfig = 1 << 20

// ParseConfig reads a configuration. Name stands in errors, which carry it and
// the line; rules are the rules that the configuration may speak of. An unknown
// key or rule is an error that names the nearest known one. What the
// configuration extends is not read.
func ParseConfig(name string, data []byte, rules []Rule) (*Config, error) {
	if len(data) > MaxConfig {
		return nil, fmt.Errorf("%s: configuration is larger than %d bytes", name, MaxConfig)
	}
	root, err := parseYAML(name, data)
	switch {
	case err != nil:
		return nil, err
	case root == nil:
		return &Config{}, nil
	}
	c := &configReader{name: name, rules: rules, config: &Config{rules: map[string]ruleConfig{}}}
	if err := c.document(root); err != nil {
		return nil, err
	}
	return c.config, nil
}

type configReader struct {
	name   string
	rules  []Rule
	config *Config
}

func (c *configReader) errorf(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s: %s", c.place(n), fmt.Sprintf(format, args...))
}

func (c *configReader) place(n *yaml.Node) string { return fmt.Sprintf("%s:%d", c.name, n.Line) }

// unknown is the error of a key that is none of those known.
func (c *configReader) unknown(what string, key *yaml.Node, known []string) error {
	return c.errorf(key, "unknown %s %q%s", what, shortened(key.Value), Nearest(key.Value, known))
}

var configKeys = []string{"exclude", "extends", "fail-on", "lang", "names", "rules", "stylebook"}

func (c *configReader) document(n *yaml.Node) error {
	return c.mapping(n, "the configuration", func(key, value *yaml.Node) error {
		switch key.Value {
		case "extends":
			return c.extends(value)
		case "lang":
			return c.oneOf(value, &c.config.Lang, "hi", "en")
		case "fail-on":
			return c.oneOf(value, &c.config.FailOn, "error", "warning", "info", "never")
		case "exclude":
			return c.patterns(value)
		case "rules":
			return c.mapping(value, "rules", c.rule)
		case "names":
			c.config.house = new(House)
			return c.names(value, c.config.house)
		case "stylebook":
			return c.stylebook(value)
		}
		return c.unknown("key", key, configKeys)
	})
}

// extends reads the list of what the configuration builds upon; one alone is a
// list too.
func (c *configReader) extends(n *yaml.Node) error {
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		items = []*yaml.Node{n}
	}
	for _, item := range items {
		if empty(item) || item.Kind != yaml.ScalarNode || item.Value == "" {
			return c.errorf(item, "extends must name profiles and files (example: [news, ../house.yaml])")
		}
		c.config.Extends = append(c.config.Extends, item.Value)
		c.config.extendsLines = append(c.config.extendsLines, c.place(item))
	}
	return nil
}

// patterns reads the list of excluded files.
func (c *configReader) patterns(n *yaml.Node) error {
	if empty(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return c.errorf(n, "exclude must be a list of patterns")
	}
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || !doublestar.ValidatePattern(item.Value) {
			return c.errorf(item, "%q is not a pattern (examples: archive/**, **/*.md)", shortened(item.Value))
		}
		c.config.Exclude = append(c.config.Exclude, item.Value)
	}
	return nil
}

// stylebook reads the path of the stylebook.
func (c *configReader) stylebook(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Value == "" || empty(n) {
		return c.errorf(n, "stylebook must be the path of a file (example: names.tsv)")
	}
	c.config.Stylebook, c.config.stylebookLine = n.Value, c.place(n)
	return nil
}

func (c *configReader) oneOf(n *yaml.Node, to *string, values ...string) error {
	if !slices.Contains(values, n.Value) {
		return c.errorf(n, "%q is none of %s", shortened(n.Value), strings.Join(values, ", "))
	}
	*to = n.Value
	return nil
}

// mapping calls f for each entry of a mapping; an empty value is an empty one.
func (c *configReader) mapping(n *yaml.Node, what string, f func(key, value *yaml.Node) error) error {
	if empty(n) {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return c.errorf(n, "%s must be a mapping of names to values", what)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			return c.errorf(key, "%q stands twice", shortened(key.Value))
		}
		seen[key.Value] = true
		if err := f(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// empty reports whether nothing is written where a value may stand.
func empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

package checker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"go.yaml.in/yaml/v3"
)

// Config is what a newsroom sets in its .nukta.yaml.
type Config struct {
	// Lang is the language of messages, hi or en; empty leaves it open.
	Lang string
	// FailOn is the severity from which findings fail a run (error, warning,
	// info or never); empty leaves it open.
	FailOn string
	// Exclude are glob patterns, relative to the configuration's folder, of
	// files that are not checked.
	Exclude []string

	rules map[string]ruleConfig
}

// ruleConfig is what a configuration says of one rule.
type ruleConfig struct {
	off, on  bool
	severity *Severity
	options  any // a copy of the rule's options, changed
}

// maxConfig is the size in bytes over which a configuration is refused.
const maxConfig = 1 << 20

// ParseConfig reads a configuration. Name stands in errors, which carry it and
// the line; rules are the rules that the configuration may speak of. An unknown
// key or rule is an error that names the nearest known one.
func ParseConfig(name string, data []byte, rules []Rule) (*Config, error) {
	if len(data) > maxConfig {
		return nil, fmt.Errorf("%s: configuration is larger than %d bytes", name, maxConfig)
	}
	var doc yaml.Node
	switch err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&doc); {
	case errors.Is(err, io.EOF):
		return &Config{}, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	c := &configReader{name: name, rules: rules, config: &Config{rules: map[string]ruleConfig{}}}
	if err := c.document(doc.Content[0]); err != nil {
		return nil, err
	}
	return c.config, nil
}

// Select returns the rules that a configuration leaves on, with its severities
// and options. A nil configuration is the default.
func (c *Config) Select(rules []Rule) []Rule {
	var out []Rule
	for _, rule := range rules {
		var set ruleConfig
		if c != nil {
			set = c.rules[rule.Name]
		}
		if set.off || rule.Off && !set.on {
			continue
		}
		rule.forced = set.severity
		if set.options != nil {
			rule.Options = set.options
		}
		out = append(out, rule)
	}
	return out
}

type configReader struct {
	name   string
	rules  []Rule
	config *Config
}

func (c *configReader) errorf(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", c.name, n.Line, fmt.Sprintf(format, args...))
}

var configKeys = []string{"exclude", "fail-on", "lang", "rules"}

func (c *configReader) document(n *yaml.Node) error {
	return c.mapping(n, "the configuration", func(key, value *yaml.Node) error {
		switch key.Value {
		case "lang":
			return c.oneOf(value, &c.config.Lang, "hi", "en")
		case "fail-on":
			return c.oneOf(value, &c.config.FailOn, "error", "warning", "info", "never")
		case "exclude":
			if err := value.Decode(&c.config.Exclude); err != nil {
				return c.errorf(value, "exclude must be a list of patterns")
			}
			return nil
		case "rules":
			return c.mapping(value, "rules", c.rule)
		}
		return c.errorf(key, "unknown key %q%s", key.Value, nearest(key.Value, configKeys))
	})
}

// mapping calls f for each entry of a mapping; an empty value is an empty one.
func (c *configReader) mapping(n *yaml.Node, what string, f func(key, value *yaml.Node) error) error {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return c.errorf(n, "%s must be a mapping of names to values", what)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			return c.errorf(key, "%q stands twice", key.Value)
		}
		seen[key.Value] = true
		if n.Content[i+1].Kind == yaml.AliasNode {
			return c.errorf(key, "aliases are not supported")
		}
		if err := f(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (c *configReader) oneOf(n *yaml.Node, to *string, values ...string) error {
	if !slices.Contains(values, n.Value) {
		return c.errorf(n, "%q is none of %s", n.Value, strings.Join(values, ", "))
	}
	*to = n.Value
	return nil
}

// rule reads `name: off | on | severity` or a mapping with severity and the
// rule's own options.
func (c *configReader) rule(key, value *yaml.Node) error {
	i := slices.IndexFunc(c.rules, func(r Rule) bool { return r.Name == key.Value })
	if i < 0 {
		var names []string
		for _, r := range c.rules {
			names = append(names, r.Name)
		}
		return c.errorf(key, "unknown rule %q%s", key.Value, nearest(key.Value, names))
	}
	set := ruleConfig{on: true}
	if value.Kind == yaml.ScalarNode {
		if err := c.level(value, &set); err != nil {
			return err
		}
		c.config.rules[key.Value] = set
		return nil
	}
	var options reflect.Value
	if c.rules[i].Options != nil {
		options = reflect.New(reflect.TypeOf(c.rules[i].Options)).Elem()
		options.Set(reflect.ValueOf(c.rules[i].Options))
	}
	err := c.mapping(value, key.Value, func(k, v *yaml.Node) error {
		if k.Value == "severity" {
			return c.level(v, &set)
		}
		return c.option(options, k, v)
	})
	if err != nil {
		return err
	}
	if options.IsValid() {
		set.options = options.Interface()
	}
	c.config.rules[key.Value] = set
	return nil
}

// level reads off, on or a severity.
func (c *configReader) level(n *yaml.Node, set *ruleConfig) error {
	switch n.Value {
	case "off", "false":
		set.off, set.on = true, false
		return nil
	case "on", "true":
		return nil
	}
	s, err := ParseSeverity(n.Value)
	if err != nil {
		return c.errorf(n, "%q is none of off, on, info, warning, error", n.Value)
	}
	set.severity = &s
	return nil
}

// option sets the field of a rule's options whose yaml tag is the key.
func (c *configReader) option(options reflect.Value, key, value *yaml.Node) error {
	names := []string{"severity"}
	if options.IsValid() {
		for i := range options.NumField() {
			tag := options.Type().Field(i).Tag.Get("yaml")
			names = append(names, tag)
			if tag != key.Value {
				continue
			}
			if err := value.Decode(options.Field(i).Addr().Interface()); err != nil {
				return c.errorf(value, "%s: %q is not of type %s", key.Value, value.Value, options.Field(i).Kind())
			}
			return nil
		}
	}
	return c.errorf(key, "unknown option %q%s", key.Value, nearest(key.Value, names))
}

// nearest returns a hint that names the known name nearest to one that is
// unknown.
func nearest(name string, known []string) string {
	if len(known) == 0 {
		return ""
	}
	best := slices.MinFunc(known, func(a, b string) int {
		return levenshtein.ComputeDistance(name, a) - levenshtein.ComputeDistance(name, b)
	})
	if levenshtein.ComputeDistance(name, best) > max(2, len(name)/2) {
		return fmt.Sprintf(" (known: %s)", strings.Join(known, ", "))
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}

// Nearest returns the known name nearest to one that is unknown, as a hint for
// an error message.
func Nearest(name string, known []string) string { return nearest(name, known) }

package checker

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v3"
)

// rule reads `name: off | on | severity` or a mapping with severity and the
// rule's own options.
func (c *configReader) rule(key, value *yaml.Node) error {
	i := slices.IndexFunc(c.rules, func(r Rule) bool { return r.Name == key.Value })
	if i < 0 {
		var names []string
		for _, r := range c.rules {
			names = append(names, r.Name)
		}
		return c.unknown("rule", key, names)
	}
	set := ruleConfig{on: true}
	if value.Kind == yaml.ScalarNode {
		if err := c.level(value, &set); err != nil {
			return err
		}
		c.config.rules[key.Value] = set
		return nil
	}
	err := c.mapping(value, key.Value, func(k, v *yaml.Node) error {
		if k.Value == "severity" {
			return c.level(v, &set)
		}
		option, err := c.option(&c.rules[i], k, v)
		set.options = append(set.options, option)
		return err
	})
	c.config.rules[key.Value] = set
	return err
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
		return c.errorf(n, "%q is none of off, on, info, warning, error", shortened(n.Value))
	}
	set.severity = &s
	return nil
}

// Option is one option of a rule with its default.
type Option struct {
	Name    string
	Default any
}

// OptionDefaults returns the rule's options with their defaults, in the order
// of the struct that declares them.
func (r *Rule) OptionDefaults() []Option {
	if r.Options == nil {
		return nil
	}
	v := reflect.ValueOf(r.Options)
	out := make([]Option, v.NumField())
	for i := range out {
		out[i] = Option{v.Type().Field(i).Tag.Get("yaml"), v.Field(i).Interface()}
	}
	return out
}

// option reads the option of a rule that a key names.
func (c *configReader) option(rule *Rule, key, value *yaml.Node) (optionConfig, error) {
	names := []string{"severity"}
	for i, o := range rule.OptionDefaults() {
		if o.Name != key.Value {
			names = append(names, o.Name)
			continue
		}
		// Into a new value: a map or a slice of the defaults is not ours.
		to := reflect.New(reflect.TypeOf(rule.Options).Field(i).Type)
		var at *LineError
		switch err := value.Decode(to.Interface()); {
		case errors.As(err, &at):
			return optionConfig{}, fmt.Errorf("%s:%d: %s: %w", c.name, at.Line, key.Value, at.Err)
		case err != nil:
			return optionConfig{}, c.errorf(value, "%s: %q is not a valid value (default: %v)", key.Value, shortened(value.Value), o.Default)
		}
		return optionConfig{field: i, value: to.Elem(), place: fmt.Sprintf("%s:%d: %s", c.name, value.Line, key.Value)}, nil
	}
	return optionConfig{}, c.unknown("option", key, names)
}

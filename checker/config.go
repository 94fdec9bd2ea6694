package checker

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/bmatcuk/doublestar/v4"
)

// Config is what a newsroom sets in its .nukta.yaml.
type Config struct {
	// Extends names what the configuration builds upon, in order: files by
	// their paths, relative to the configuration's folder, and profiles by
	// their names. See Extend.
	Extends []string
	// Lang is the language of messages, hi or en; empty leaves it open.
	Lang string
	// FailOn is the severity from which findings fail a run (error, warning,
	// info or never); empty leaves it open.
	FailOn string
	// Exclude are glob patterns, relative to the configuration's folder, of
	// files that are not checked.
	Exclude []string
	// Stylebook is the path, relative to the configuration's folder, of a file
	// with the newsroom's spellings; empty for none. See UseStylebook.
	Stylebook string

	rules map[string]ruleConfig
	house *House // of the entries under names

	// Where things stand, as name:line.
	extendsLines  []string
	stylebookLine string
}

// ruleConfig is what a configuration says of one rule.
type ruleConfig struct {
	off, on  bool
	severity *Severity
	options  []optionConfig // a later one wins
}

// optionConfig sets a field of a rule's options.
type optionConfig struct {
	field int
	value reflect.Value
	place string // where it stands, as name:line: option
}

// House returns the newsroom's own spellings, or nil when it lists none.
func (c *Config) House() *House {
	if c == nil {
		return nil
	}
	return c.house
}

// UseStylebook adds a stylebook's spellings to those of the configuration,
// which win over it. The stylebook is not changed, and may be that of several
// configurations.
func (c *Config) UseStylebook(book *House) { c.house = c.house.before(book) }

// StylebookError returns an error about the file that Stylebook names, with the
// place in the configuration that names it.
func (c *Config) StylebookError(err error) error {
	return fmt.Errorf("%s: stylebook: %w", c.stylebookLine, err)
}

// Extend adds what another configuration sets and this one does not: of a rule
// the severity and each option by itself, of spellings those that it does not
// list. Exclude and Stylebook are left out: they are relative to the other's
// folder, and stay the caller's. The other is not changed.
func (c *Config) Extend(base *Config) {
	c.Lang, c.FailOn = cmp.Or(c.Lang, base.Lang), cmp.Or(c.FailOn, base.FailOn)
	c.house = c.house.before(base.house)
	merged := maps.Clone(base.rules)
	if merged == nil {
		merged = map[string]ruleConfig{}
	}
	for name, set := range c.rules {
		under := merged[name]
		set.severity = cmp.Or(set.severity, under.severity)
		set.options = slices.Concat(under.options, set.options)
		merged[name] = set
	}
	c.rules = merged
}

// ExtendsError returns an error about what an entry of Extends names, with the
// place in the configuration that names it.
func (c *Config) ExtendsError(entry int, err error) error {
	return fmt.Errorf("%s: extends: %w", c.extendsLines[entry], err)
}

// Select returns the rules that a configuration leaves on, with its severities
// and options. A nil configuration is the default.
func (c *Config) Select(rules []Rule) []Rule { return c.Choose(rules, nil, nil) }

// Choose returns the rules that a configuration leaves on, or, where only names
// some, those, even if they are off; and of these none that skip names.
func (c *Config) Choose(rules []Rule, only, skip []string) []Rule {
	var out []Rule
	for _, rule := range rules {
		var set ruleConfig
		if c != nil {
			set = c.rules[rule.Name]
		}
		on := !set.off && (!rule.Off || set.on)
		if len(only) > 0 {
			on = slices.Contains(only, rule.Name)
		}
		if !on || slices.Contains(skip, rule.Name) {
			continue
		}
		rule.forced = set.severity
		rule.Options = configured(rule.Options, set.options)
		out = append(out, rule)
	}
	return out
}

// configured returns a copy of a rule's options with some of them set.
func configured(defaults any, set []optionConfig) any {
	if len(set) == 0 {
		return defaults
	}
	options := reflect.New(reflect.TypeOf(defaults)).Elem()
	options.Set(reflect.ValueOf(defaults))
	for _, o := range set {
		options.Field(o.field).Set(o.value)
	}
	return options.Interface()
}

// Excludes reports whether a configuration excludes a file or a folder, given
// by its slash-separated path from the configuration's folder.
func (c *Config) Excludes(path string) bool {
	return c != nil && slices.ContainsFunc(c.Exclude, func(pattern string) bool {
		return doublestar.MatchUnvalidated(pattern, path)
	})
}

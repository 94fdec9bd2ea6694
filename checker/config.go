package checker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/bmatcuk/doublestar/v4"
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
	// Stylebook is the path, relative to the configuration's folder, of a file
	// with the newsroom's spellings; empty for none. See UseStylebook.
	Stylebook string

	rules         map[string]ruleConfig
	house         *House // of the entries under names
	stylebookLine string // where Stylebook stands, as name:line
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
func (c *Config) UseStylebook(book *House) {
	if c.house == nil {
		c.house = new(House)
	}
	c.house.book = book
}

// StylebookError returns an error about the file that Stylebook names, with the
// place in the configuration that names it.
func (c *Config) StylebookError(err error) error {
	return fmt.Errorf("%s: stylebook: %w", c.stylebookLine, err)
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
		return nil, syntaxError(name, err)
	}
	c := &configReader{name: name, rules: rules, config: &Config{rules: map[string]ruleConfig{}}}
	if err := c.document(doc.Content[0]); err != nil {
		return nil, err
	}
	return c.config, nil
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// syntaxError gives an error of the YAML parser the form of the others.
func syntaxError(name string, err error) error {
	message := err.Error()
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		return fmt.Errorf("%s:%s: %s", name, m[1], message[len(m[0]):])
	}
	return fmt.Errorf("%s:1: %s", name, strings.TrimPrefix(message, "yaml: "))
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
		if set.options != nil {
			rule.Options = set.options
		}
		out = append(out, rule)
	}
	return out
}

// Excludes reports whether a configuration excludes a file or a folder, given
// by its slash-separated path from the configuration's folder.
func (c *Config) Excludes(path string) bool {
	return c != nil && slices.ContainsFunc(c.Exclude, func(pattern string) bool {
		return doublestar.MatchUnvalidated(pattern, path)
	})
}

type configReader struct {
	name   string
	rules  []Rule
	config *Config
}

func (c *configReader) errorf(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", c.name, n.Line, fmt.Sprintf(format, args...))
}

var configKeys = []string{"exclude", "fail-on", "lang", "names", "rules", "stylebook"}

func (c *configReader) document(n *yaml.Node) error {
	return c.mapping(n, "the configuration", func(key, value *yaml.Node) error {
		switch key.Value {
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
		return c.errorf(key, "unknown key %q%s", key.Value, Nearest(key.Value, configKeys))
	})
}

// patterns reads the list of excluded files.
func (c *configReader) patterns(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return c.errorf(n, "exclude must be a list of patterns")
	}
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || !doublestar.ValidatePattern(item.Value) {
			return c.errorf(item, "%q is not a pattern (examples: archive/**, **/*.md)", item.Value)
		}
		c.config.Exclude = append(c.config.Exclude, item.Value)
	}
	return nil
}

// stylebook reads the path of the stylebook.
func (c *configReader) stylebook(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Tag == "!!null" {
		return c.errorf(n, "stylebook must be the path of a file (example: names.tsv)")
	}
	c.config.Stylebook, c.config.stylebookLine = n.Value, fmt.Sprintf("%s:%d", c.name, n.Line)
	return nil
}

// names reads a list of entries with prefer, accept and avoid into a house.
func (c *configReader) names(n *yaml.Node, house *House) error {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
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
			err = c.errorf(key, "unknown key %q%s", key.Value, Nearest(key.Value, nameKeys))
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
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || s == "" {
		return "", c.errorf(n, "a spelling is wanted")
	}
	return s, nil
}

// spellings reads a list of spellings; one alone is a list too.
func (c *configReader) spellings(n *yaml.Node) ([]string, error) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
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
		return c.errorf(key, "unknown rule %q%s", key.Value, Nearest(key.Value, names))
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
			// Into a new value: a map or a slice of the defaults is not ours.
			to := reflect.New(options.Field(i).Type())
			if err := value.Decode(to.Interface()); err != nil {
				return c.errorf(value, "%s: %q is not a valid value (default: %v)", key.Value, value.Value, options.Field(i).Interface())
			}
			options.Field(i).Set(to.Elem())
			return nil
		}
	}
	return c.errorf(key, "unknown option %q%s", key.Value, Nearest(key.Value, names))
}

const templateHead = `## nukta की सेटिंग। हर पंक्ति वैकल्पिक है; जो लिखा है वही पूर्वनिर्धारित मान है।
## Settings of nukta. Every line is optional, and shows the default: take its # away to
## change it.

## संदेशों की भाषा: hi या en। The language of messages.
# lang: hi

## जिस गंभीरता से जाँच विफल मानी जाए: error, warning, info या never।
## The least severity that makes the exit status 1.
# fail-on: warning

## जो फ़ाइलें न जाँची जाएँ (इस फ़ोल्डर से)। Files not to check, from this folder.
# exclude:
#   - archive/**
#   - "**/*.draft.md"

## अपने नामों की वर्तनी: चाही गई, मान्य, और जो नहीं चाहिए। The house's own spellings of names:
## the one wanted, those accepted and those to avoid; they win over what nukta knows.
# names:
#   - {prefer: मेक्सिको, accept: [मैक्सिको]}
#   - {prefer: पुतिन, avoid: [पुटिन, पूतिन]}

## इसी की लंबी सूची एक फ़ाइल में: TSV के तीन खाने (चाही गई, मान्य, वर्जित; खाने में ; से अलग), या YAML।
## A file with many of them, in this folder or below: three columns of TSV (wanted, accepted,
## avoided, joined by ;) or a list as above in .yaml. What stands under names wins over it.
# stylebook: names.tsv

## नियम: off, on, info, warning, error, या विकल्पों के साथ।
## Rules: off, on, a severity, or a mapping with severity and the rule's options.
rules:
`

// ConfigTemplate returns a configuration that sets nothing and shows, commented
// out, every setting with its default.
func ConfigTemplate(rules []Rule) string {
	var out strings.Builder
	out.WriteString(templateHead)
	for _, rule := range rules {
		level := rule.Severity.String()
		if rule.Off {
			level = "off"
		}
		fmt.Fprintf(&out, "\n  ## %s · %s\n", rule.Title(), rule.Summary())
		options := rule.OptionDefaults()
		if len(options) == 0 {
			fmt.Fprintf(&out, "  # %s: %s\n", rule.Name, level)
			continue
		}
		fmt.Fprintf(&out, "  # %s:\n  #   severity: %s\n", rule.Name, level)
		for _, o := range options {
			value, err := yaml.Marshal(map[string]any{o.Name: o.Default})
			if err != nil {
				continue // an option of a type that no configuration can hold
			}
			for line := range strings.Lines(string(value)) {
				out.WriteString("  #   " + line)
			}
		}
	}
	return out.String()
}

// Nearest returns a hint for an error message about an unknown name: the known
// name that it most likely means, or, where there are few, all of them.
func Nearest(name string, known []string) string {
	const few = 8
	best, distance := "", max(2, len(name)/2)+1
	for _, k := range known {
		if len(name) >= 3 && strings.HasPrefix(k, name) {
			best = k
			break
		}
		if d := levenshtein.ComputeDistance(name, k); d < distance {
			best, distance = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf(" (did you mean %q?)", best)
	case len(known) > 0 && len(known) <= few:
		return fmt.Sprintf(" (known: %s)", strings.Join(known, ", "))
	}
	return ""
}

package checker

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

const templateHead = `## nukta की सेटिंग। हर पंक्ति वैकल्पिक है; जो लिखा है वही पूर्वनिर्धारित मान है।
## Settings of nukta. Every line is optional, and shows the default: take its # away to
## change it.

## जिन सेटिंग के ऊपर यह टिकी है: तैयार शैलियाँ (chd, news, bbc) और इसी भंडार की फ़ाइलें। Settings that these
## add to: built-in profiles and files of this repository. Later ones win, and what stands here
## wins over them.
# extends:
#   - news
#   - ../house.yaml

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
		if shown, ok := rule.Options.(interface{ Example() string }); ok {
			for line := range strings.Lines(shown.Example()) {
				out.WriteString("  ##   " + line)
			}
		}
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

package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed house-style.md
var houseStylePage string

// houseStyleOptions are the options of house-style.
type houseStyleOptions struct {
	// Entries are the house's list.
	Entries styleList `yaml:"entries"`
	// File is a file with a longer one, in the configuration's folder or below.
	File styleFile `yaml:"file"`
	// SkipQuotes leaves alone what somebody is quoted with.
	SkipQuotes bool `yaml:"skip-quotes"`
}

// Example shows how entries look in a configuration.
func (o houseStyleOptions) Example() string {
	return `entries:
  - {avoid: मृतक, prefer: मारे गए लोग}
  - {avoid: [अपाहिज, विकलांग], prefer: दिव्यांग, message: व्यक्ति पहले, severity: info}
  - {never: काला दिन}
  - {pattern: '\bPM\b', prefer: पीएम}
`
}

var houseStyle = checker.Rule{
	Name:      "house-style",
	Category:  "journalism",
	Severity:  checker.Warning,
	Doc:       houseStylePage,
	Options:   houseStyleOptions{},
	Overrides: []string{"names", "transliteration", "orthography", "spelling"},
	Check:     checker.Each(checkHouseStyle),
}

func checkHouseStyle(p *checker.Pass) {
	options, _ := p.Options.(houseStyleOptions)
	r := styleReporter{p: p}
	for _, book := range [...]*styleBook{options.Entries.book, options.File.book} {
		if book == nil {
			continue
		}
		if options.SkipQuotes && r.quoted == nil {
			r.quoted = quotations(p.Doc)
		}
		r.words(book)
		for i := range book.patterns {
			r.pattern(book, &book.patterns[i])
		}
	}
}

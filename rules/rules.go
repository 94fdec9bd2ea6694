// Package rules is what nukta checks: one Go file and one page a rule. All is
// the registry. A rule that needs to know words asks package lexicon; none
// knows a word itself.
package rules

import (
	"embed"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
)

// All are the rules in the order of their categories.
var All = []checker.Rule{
	nameSpelling,
	knownName,
	initials,
	loanwordSpelling,
	mixedTerm,
	mixedScript,
	digitScript,
	nuktaConsistency,
	anusvaraConsistency,
	chandrabinduConsistency,
	yeConsistency,
	unbalancedQuotes,
	unbalancedBrackets,
	mixedQuotes,
	dandaRule,
	punctuationSpacing,
	repeatedPunctuation,
	dashStyle,
	malformedCluster,
	duplicateSign,
	splitVowel,
	nuktaPlacement,
	strayJoiner,
	invisibleCharacter,
	lookalike,
	normalization,
	mojibake,
	legacyFont,
	spelling,
	commonMisspelling,
	realWord,
	repeatedWord,
	postpositionGender,
	adjectiveGender,
	verbAgreement,
	reflexive,
	dateWeekday,
	impossibleDate,
	numberGrouping,
	unitStyle,
	sentenceLength,
	headline,
}

//go:embed *.md
var pages embed.FS

// page returns the page of a rule. Its absence is a mistake of the program
// that every start would show.
func page(rule string) string {
	b, err := pages.ReadFile(rule + ".md")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// say registers a message in both languages and returns its key, which is the
// English sentence. Arguments are referred to by number where their order
// differs: %[2]s.
func say(english, hindi string) string {
	if err := message.SetString(language.Hindi, english, hindi); err != nil {
		panic(err)
	}
	return english
}

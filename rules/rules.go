// Package rules is what nukta checks: one Go file and one page a rule. All is
// the registry. A rule that needs to know words asks package lexicon; none
// knows a word itself.
package rules

import (
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
	houseStyle,
}

// say is checker.Say.
func say(english, hindi string) string { return checker.Say(english, hindi) }

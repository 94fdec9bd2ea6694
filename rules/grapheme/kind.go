// Package grapheme finds the faults in the encoding of a Devanagari word and
// the words that mending them gives.
//
// The strict grammar of package text says where a word goes wrong. Each reject
// is classified by what stands before and what cannot follow it; a search over
// the ways to mend it ends in well-formed words, of which those that the
// lexicon knows are preferred. Letters that are well-formed but not meant (ऱ
// for र) are found by the same comparison.
package grapheme

// Kind is one kind of fault of the script. A word with several faults is told
// as the first of them in this order.
type Kind uint8

// The kinds, in the order in which a fault is classified.
const (
	SplitVowel Kind = iota
	RephBeforeII
	VisualAnusvara
	VisualI
	SignBeforeMatra
	SignBeforeNukta
	NuktaAfterMatra
	HalantAA
	HalantMatra
	RephAfterMatra
	MatraPieces
	MatraRepeated
	MatraConflict
	RedundantMatra
	VowelMatra
	Orphan
	SignRepeated
	NuktaRepeated
	RivalSigns
	BinduVisarga
	HalantAfterSign
	HalantAfterVowel
	HalantVowel
	HalantBindu
	MisplacedMark
	NuktaOddBase
	NuktaOnVowel
	InitialFlap
	Rra
	ShortVowel
	RareLetter
	ForeignLetter
	JoinerRepeated
	ZWNJ
	ZWJ
	JoinerAlone
	ColonVisarga
	VisargaColon
	AbbrZero
	MixedDigits
	LatinInWord
	OtherIndic
	LatinMark
	CandraCandrabindu
	CandraAnusvara
	CandrabinduCandra
	TopCandrabindu
	BidiOverride
	Control
	Invisible
	SpecialSpace
	Replacement
	InvalidBytes
	MixedNukta
	NotNFC
	HalfForms
	FinalHalant
)

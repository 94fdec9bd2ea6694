package rules

import (
	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/rules/grapheme"
)

// graphemeKinds says of each kind which rule reports it, how grave it is and
// what it is. %[1]q is the text of the finding.
var graphemeKinds = [...]struct {
	rule     string
	severity checker.Severity
	message  string
}{
	grapheme.SplitVowel: {"split-vowel", checker.Error, say(
		"the vowel in %[1]q is built from a letter and a sign",
		"“%[1]s” में एक स्वर दो टुकड़ों से जोड़ा गया है")},
	grapheme.RephBeforeII: {"split-vowel", checker.Error, say(
		"there is a stray र् before ई in %[1]q",
		"“%[1]s” में ई के पहले फ़ालतू र् है")},
	grapheme.VisualAnusvara: {"malformed-cluster", checker.Error, say(
		"ि and anusvara stand before their consonant in %[1]q",
		"“%[1]s” में ि और अनुस्वार अपने व्यंजन से पहले टाइप हुए हैं")},
	grapheme.VisualI: {"malformed-cluster", checker.Error, say(
		"ि stands before its consonant in %[1]q",
		"“%[1]s” में ि अपने व्यंजन से पहले टाइप हुई है")},
	grapheme.SignBeforeMatra: {"malformed-cluster", checker.Error, say(
		"ं, ँ or ः stands before the vowel sign in %[1]q",
		"“%[1]s” में ं, ँ या ः मात्रा से पहले आ गया है")},
	grapheme.SignBeforeNukta: {"nukta-placement", checker.Error, say(
		"the nukta in %[1]q stands behind ं, ँ or ः",
		"“%[1]s” में नुक़्ता ं, ँ या ः के बाद आ गया है")},
	grapheme.NuktaAfterMatra: {"nukta-placement", checker.Error, say(
		"the nukta in %[1]q stands behind the vowel sign, not on its letter",
		"“%[1]s” में नुक़्ता अक्षर पर नहीं, मात्रा के बाद लगा है")},
	grapheme.HalantAA: {"malformed-cluster", checker.Error, say(
		"a half letter is made whole by ा in %[1]q",
		"“%[1]s” में आधे अक्षर को ा से पूरा किया गया है")},
	grapheme.HalantMatra: {"malformed-cluster", checker.Error, say(
		"a vowel sign stands on a halant in %[1]q",
		"“%[1]s” में हलंत के बाद मात्रा है")},
	grapheme.RephAfterMatra: {"malformed-cluster", checker.Error, say(
		"the reph in %[1]q has slipped behind its letter",
		"“%[1]s” में रेफ (र्) अपनी जगह से खिसक गया है")},
	grapheme.MatraPieces: {"split-vowel", checker.Error, say(
		"the vowel sign in %[1]q is built from two signs",
		"“%[1]s” में एक मात्रा दो मात्राओं से जोड़ी गई है")},
	grapheme.MatraRepeated: {"duplicate-sign", checker.Error, say(
		"the same vowel sign stands twice in %[1]q",
		"“%[1]s” में एक ही मात्रा दो बार लगी है")},
	grapheme.MatraConflict: {"duplicate-sign", checker.Error, say(
		"two vowel signs stand on one letter in %[1]q",
		"“%[1]s” में एक अक्षर पर दो मात्राएँ हैं")},
	grapheme.RedundantMatra: {"split-vowel", checker.Error, say(
		"the vowel letter in %[1]q carries its own sign once more",
		"“%[1]s” में स्वर के बाद उसी की मात्रा फिर लगी है")},
	grapheme.VowelMatra: {"split-vowel", checker.Error, say(
		"a vowel letter carries a vowel sign in %[1]q",
		"“%[1]s” में स्वर पर मात्रा लगी है")},
	grapheme.Orphan: {"malformed-cluster", checker.Error, say(
		"the sign %[1]q has no letter to stand on",
		"चिह्न “%[1]s” के लिए कोई अक्षर नहीं है")},
	grapheme.SignRepeated: {"duplicate-sign", checker.Error, say(
		"the same sign stands twice in %[1]q",
		"“%[1]s” में एक ही चिह्न दो बार लगा है")},
	grapheme.NuktaRepeated: {"nukta-placement", checker.Error, say(
		"the nukta stands twice in %[1]q",
		"“%[1]s” में नुक़्ता दो बार लगा है")},
	grapheme.RivalSigns: {"duplicate-sign", checker.Error, say(
		"two of ँ ं ः stand on one letter in %[1]q",
		"“%[1]s” में एक अक्षर पर ँ, ं, ः में से दो चिह्न हैं")},
	grapheme.BinduVisarga: {"duplicate-sign", checker.Error, say(
		"a visarga follows ं or ँ in %[1]q; a colon is meant as a rule",
		"“%[1]s” में ं या ँ के बाद विसर्ग है; यहाँ प्रायः कोलन चाहिए")},
	grapheme.HalantAfterSign: {"malformed-cluster", checker.Error, say(
		"a halant stands behind a vowel sign or ं in %[1]q",
		"“%[1]s” में मात्रा या ं के बाद हलंत है")},
	grapheme.HalantAfterVowel: {"malformed-cluster", checker.Error, say(
		"a halant stands behind a vowel letter in %[1]q",
		"“%[1]s” में स्वर के बाद हलंत है")},
	grapheme.HalantVowel: {"malformed-cluster", checker.Warning, say(
		"a vowel letter follows a halant in %[1]q",
		"“%[1]s” में हलंत के बाद स्वर है")},
	grapheme.HalantBindu: {"malformed-cluster", checker.Error, say(
		"ं, ँ or ः stands on a halant in %[1]q",
		"“%[1]s” में हलंत के बाद ं, ँ या ः है")},
	grapheme.MisplacedMark: {"malformed-cluster", checker.Error, say(
		"a sign stands in the wrong place in %[1]q",
		"“%[1]s” में कोई चिह्न ग़लत जगह है")},
	grapheme.NuktaOddBase: {"nukta-placement", checker.Warning, say(
		"the letter in %[1]q takes no nukta",
		"“%[1]s” में नुक़्ता ऐसे अक्षर पर है जो नुक़्ता नहीं लेता")},
	grapheme.NuktaOnVowel: {"nukta-placement", checker.Warning, say(
		"a vowel carries a nukta in %[1]q",
		"“%[1]s” में स्वर पर नुक़्ता है")},
	grapheme.InitialFlap: {"nukta-placement", checker.Warning, say(
		"%[1]q begins a word, and no Hindi word begins with ड़ or ढ़",
		"शब्द “%[1]s” से शुरू है, पर हिंदी का कोई शब्द ड़ या ढ़ से शुरू नहीं होता")},
	grapheme.Rra: {"lookalike", checker.Error, say(
		"%[1]q has ऱ (U+0931) for र",
		"“%[1]s” में र की जगह ऱ (U+0931) है")},
	grapheme.ShortVowel: {"lookalike", checker.Warning, say(
		"%[1]q has a short vowel of the southern languages",
		"“%[1]s” में दक्षिणी भाषाओं का ह्रस्व ए या ओ है")},
	grapheme.RareLetter: {"lookalike", checker.Warning, say(
		"%[1]q has a letter of Sanskrit that looks like another",
		"“%[1]s” में मिलता-जुलता दिखने वाला संस्कृत का वर्ण है")},
	grapheme.ForeignLetter: {"lookalike", checker.Info, say(
		"%[1]q has a letter that Hindi does not use",
		"“%[1]s” में ऐसा वर्ण है जो हिंदी में नहीं चलता")},
	grapheme.JoinerRepeated: {"stray-joiner", checker.Warning, say(
		"several invisible joiners stand together in %[1]q",
		"“%[1]s” में एक से ज़्यादा अदृश्य जोड़क साथ हैं")},
	grapheme.ZWNJ: {"stray-joiner", checker.Warning, say(
		"an invisible non-joiner (U+200C) stands in %[1]q without a halant before it",
		"“%[1]s” में अदृश्य विभाजक (U+200C) है, जिसके पहले हलंत नहीं")},
	grapheme.ZWJ: {"stray-joiner", checker.Warning, say(
		"an invisible joiner (U+200D) stands in %[1]q without a halant before it",
		"“%[1]s” में अदृश्य जोड़क (U+200D) है, जिसके पहले हलंत नहीं")},
	grapheme.JoinerAlone: {"stray-joiner", checker.Warning, say(
		"an invisible joiner stands outside a word (%[2]s)",
		"शब्द के बाहर अदृश्य जोड़क है (%[2]s)")},
	grapheme.ColonVisarga: {"lookalike", checker.Warning, say(
		"%[1]q has a colon for a visarga",
		"“%[1]s” में विसर्ग की जगह कोलन है")},
	grapheme.VisargaColon: {"lookalike", checker.Warning, say(
		"%[1]q has a visarga for a colon",
		"“%[1]s” में कोलन की जगह विसर्ग है")},
	grapheme.AbbrZero: {"lookalike", checker.Warning, say(
		"%[1]q has the digit zero for the abbreviation sign",
		"“%[1]s” में लाघव चिह्न की जगह शून्य है")},
	grapheme.MixedDigits: {"lookalike", checker.Warning, say(
		"the number %[1]q mixes both digit sets",
		"संख्या “%[1]s” में दो लिपियों के अंक मिले हुए हैं")},
	grapheme.LatinInWord: {"lookalike", checker.Error, say(
		"a letter of another script stands inside a Hindi word: %[1]q",
		"हिंदी शब्द के बीच दूसरी लिपि का अक्षर है: “%[1]s”")},
	grapheme.OtherIndic: {"lookalike", checker.Error, say(
		"a letter of another Indian script stands in %[1]q",
		"“%[1]s” में दूसरी भारतीय लिपि का अक्षर है")},
	grapheme.LatinMark: {"lookalike", checker.Error, say(
		"%[1]q carries a Latin accent",
		"“%[1]s” पर रोमन लिपि का चिह्न लगा है")},
	grapheme.CandraCandrabindu: {"lookalike", checker.Error, say(
		"%[1]q has ॅ and ँ, where ँ alone is meant",
		"“%[1]s” में ॅ और ँ दोनों हैं; यहाँ केवल ँ चाहिए")},
	grapheme.CandraAnusvara: {"lookalike", checker.Warning, say(
		"%[1]q has ॉं for ाँ",
		"“%[1]s” में ाँ की जगह ॉं है")},
	grapheme.CandrabinduCandra: {"lookalike", checker.Warning, say(
		"%[1]q has ाँ for ॉ",
		"“%[1]s” में ॉ की जगह ाँ है")},
	grapheme.TopCandrabindu: {"lookalike", checker.Info, say(
		"%[1]q has ँ above a vowel sign, where ं is written",
		"“%[1]s” में ऊपर की मात्रा पर ँ है, जहाँ ं लिखा जाता है")},
	grapheme.BidiOverride: {"invisible-character", checker.Error, say(
		"an invisible character turns the direction of the text (%[2]s)",
		"अदृश्य वर्ण पाठ की दिशा पलटता है (%[2]s)")},
	grapheme.Control: {"invisible-character", checker.Warning, say(
		"there is a control character (%[2]s)",
		"यहाँ नियंत्रण वर्ण है (%[2]s)")},
	grapheme.Invisible: {"invisible-character", checker.Warning, say(
		"there is an invisible character (%[2]s)",
		"यहाँ अदृश्य वर्ण है (%[2]s)")},
	grapheme.SpecialSpace: {"invisible-character", checker.Info, say(
		"no-break and other special spaces instead of plain ones, in %[2]d places",
		"साधारण ख़ाली जगह के बदले नो-ब्रेक या कोई और विशेष स्पेस, कुल %[2]d जगह")},
	grapheme.Replacement: {"mojibake", checker.Error, say(
		"the replacement character U+FFFD stands for lost letters; restore them from the original",
		"U+FFFD (�) खोए हुए अक्षरों की जगह है; मूल प्रति देखकर अक्षर फिर लिखें")},
	grapheme.InvalidBytes: {"mojibake", checker.Error, say(
		"these bytes are not UTF-8: %[2]s",
		"ये बाइट UTF-8 नहीं हैं: %[2]s")},
	grapheme.MixedNukta: {"normalization", checker.Info, say(
		"nukta letters are encoded in two ways, %[2]d of them as one code point; use letter and nukta throughout",
		"नुक़्ते वाले अक्षर दो तरह से कूटबद्ध हैं, %[2]d जगह एक ही कोड पॉइंट में; सब जगह अक्षर और नुक़्ता अलग रखें")},
	grapheme.NotNFC: {"normalization", checker.Info, say(
		"the text is not in Unicode's composed form (NFC), in %[2]d places",
		"पाठ यूनिकोड के मानक रूप (NFC) में नहीं है, कुल %[2]d जगह")},
	grapheme.HalfForms: {"normalization", checker.Info, say(
		"the same word stands with an invisible joiner and without, as %[1]q; %[2]d words have one",
		"एक ही शब्द अदृश्य जोड़क के साथ भी है और बिना भी, जैसे “%[1]s”; जोड़क वाले शब्द %[2]d हैं")},
	grapheme.FinalHalant: {"normalization", checker.Info, say(
		"%[1]q here, but without the final halant elsewhere in the text; use one spelling",
		"यहाँ “%[1]s” है, पर इसी लेख में अंतिम हलंत के बिना भी; एक ही रूप रखें")},
}

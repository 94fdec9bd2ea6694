package report

import (
	"errors"
	"io/fs"

	"github.com/nukta/nukta/checker"
)

// say is checker.Say.
func say(english, hindi string) string { return checker.Say(english, hindi) }

var severityWords = map[checker.Severity]string{
	checker.Error:   say("error", "त्रुटि"),
	checker.Warning: say("warning", "चेतावनी"),
	checker.Info:    say("info", "सूचना"),
}

var (
	msgSuggestion = say("suggestion: %s", "सुझाव: %s")
	msgSafe       = say("safe fix: %s", "सुरक्षित सुधार: %s")
	msgDelete     = say("delete it", "हटा दें")
	msgSee        = say("see", "देखें")
	msgClean      = say("files checked: %d; no faults found", "जाँची गई फ़ाइलें: %d; कोई दोष नहीं मिला")
	msgSummary    = say("files checked: %d; findings: %d (errors %d, warnings %d, infos %d)",
		"जाँची गई फ़ाइलें: %d; दोष: %d (त्रुटि %d, चेतावनी %d, सूचना %d)")
	msgUnread    = say("files that could not be checked: %d", "जो फ़ाइलें जाँची न जा सकीं: %d")
	msgApplySafe = say("safe fixes: %d; apply them with: %s", "सुरक्षित सुधार: %d; लगाने के लिए: %s")
	msgApplyAll  = say("other suggestions: %d; look at them with: %s", "अन्य सुझाव: %d; देखने के लिए: %s")

	msgFixed        = say("fixes: %d; findings left: %d", "सुधार: %d; बचे दोष: %d")
	msgFilesFixed   = say("files changed: %d", "बदली गई फ़ाइलें: %d")
	msgNothingFixed = say("nothing to fix", "सुधारने को कुछ नहीं मिला")

	msgReport     = say("Findings in Hindi text", "हिंदी पाठ में मिले दोष")
	msgFilter     = say("Rules to show", "दिखाए जाने वाले नियम")
	msgSourceGone = say("The text cannot be shown: it could not be read again, or has changed.", "पाठ नहीं दिखाया जा सकता: वह दोबारा पढ़ा न जा सका या बदल गया है।")
	msgNotChecked = say("Files that could not be checked", "फ़ाइलें जो जाँची न जा सकीं")

	msgCategory = say("category", "वर्ग")
	msgSeverity = say("severity", "गंभीरता")
	msgFixes    = say("fixes", "सुधार")
	msgOptions  = say("options", "विकल्प")
	msgWrong    = say("Wrong", "गलत")
	msgRight    = say("Right", "सही")
	msgOff      = say("off, unless a configuration turns it on", "बंद, जब तक सेटिंग में चालू न हो")
	msgRules    = say("rules: %d; the page of one: nukta explain RULE", "नियम: %d; किसी एक के बारे में: nukta explain नियम")
)

// fixWords are the words for what fixes a rule has.
var fixWords = map[fixKind]string{
	noFix:         say("none", "नहीं"),
	suggestedFix:  say("suggested", "सुझाव"),
	safeFix:       say("safe", "सुरक्षित"),
	sometimesSafe: say("safe or suggested", "सुरक्षित या सुझाव"),
}

// errorWords are the errors that a person may meet who is no engineer, by their
// English text.
var errorWords = map[string]string{
	"no such file or folder": say("no such file or folder", "ऐसी कोई फ़ाइल या फ़ोल्डर नहीं है"),
	"permission denied":      say("permission denied", "इसे पढ़ने या लिखने की अनुमति नहीं है"),
	"binary file: it holds NUL bytes (if it is a text, save it as UTF-8)": say(
		"binary file: it holds NUL bytes (if it is a text, save it as UTF-8)",
		"यह पाठ की फ़ाइल नहीं है: इसमें NUL बाइट हैं (पाठ हो तो उसे UTF-8 में सहेजें)"),
	"file is larger than 1 GiB": say("file is larger than 1 GiB", "फ़ाइल 1 GiB से बड़ी है"),
	"is a folder, not a file":   say("is a folder, not a file", "यह फ़ाइल नहीं, फ़ोल्डर है"),
	"file is read-only; it was left untouched": say(
		"file is read-only; it was left untouched", "फ़ाइल केवल पढ़ने के लिए है; उसे छुआ नहीं गया"),
	"file has changed since it was read; it was left untouched": say(
		"file has changed since it was read; it was left untouched", "पढ़े जाने के बाद फ़ाइल बदल गई है; उसे छुआ नहीं गया"),
	"file holds bytes that its encoding does not know; it was left untouched": say(
		"file holds bytes that its encoding does not know; it was left untouched",
		"फ़ाइल में ऐसे बाइट हैं जो उसकी एनकोडिंग में नहीं हैं; उसे छुआ नहीं गया"),
	"not a regular file; it was left untouched": say(
		"not a regular file; it was left untouched", "यह साधारण फ़ाइल नहीं है; इसे छुआ नहीं गया"),
	"document is protected by a password; save a copy without one and check that": say(
		"document is protected by a password; save a copy without one and check that",
		"दस्तावेज़ पासवर्ड से बंद है; बिना पासवर्ड की प्रति सहेजकर उसे जाँचें"),
	"old Word document (.doc); open it in a word processor and save it as .docx": say(
		"old Word document (.doc); open it in a word processor and save it as .docx",
		"यह पुराना वर्ड दस्तावेज़ (.doc) है; इसे खोलकर .docx के रूप में सहेजें"),
	"no word processor's document, or a damaged one; open it in a word processor and save it again": say(
		"no word processor's document, or a damaged one; open it in a word processor and save it again",
		"यह वर्ड या ओपनडॉक्युमेंट का दस्तावेज़ नहीं है, या ख़राब है; इसे खोलकर दोबारा सहेजें"),
	"document is larger than 64 MiB when unpacked": say(
		"document is larger than 64 MiB when unpacked", "खोलने पर दस्तावेज़ 64 MiB से बड़ा है"),
	"document unpacks to more than 200 times its size, as no real one does": say(
		"document unpacks to more than 200 times its size, as no real one does",
		"खोलने पर दस्तावेज़ अपने आकार के 200 गुने से भी बड़ा है; कोई असली दस्तावेज़ ऐसा नहीं होता"),
	"document is signed, and a change would break the signature; it was left untouched": say(
		"document is signed, and a change would break the signature; it was left untouched",
		"दस्तावेज़ पर डिजिटल हस्ताक्षर हैं और बदलाव से वे टूट जाएँगे; उसे छुआ नहीं गया"),
}

// Describe returns what an error says, in the language of the run where it is
// one that anybody may meet.
func (r Run) Describe(err error) string {
	s := err.Error()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s = "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		s = "permission denied"
	}
	if key, ok := errorWords[s]; ok {
		return r.printer().Sprintf(key)
	}
	return s
}

// DescribeFile is Describe for an error of a file, with the file's name in
// front, safe to print.
func (r Run) DescribeFile(e *checker.DocError) string {
	return Printable(e.Doc) + ": " + PrintableLines(r.Describe(e.Err))
}

// Fixed says what was done to a file.
func (r Run) Fixed(path string, fixes, left int) string {
	return Printable(path) + ": " + r.printer().Sprintf(msgFixed, fixes, left)
}

// FixSummary says how many files were changed.
func (r Run) FixSummary(files int) string {
	if files == 0 {
		return r.printer().Sprintf(msgNothingFixed)
	}
	return r.printer().Sprintf(msgFilesFixed, files)
}

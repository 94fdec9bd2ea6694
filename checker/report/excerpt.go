package report

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// What is shown of long texts, in code points.
const (
	longestSide    = 70
	longestPhrase  = 100
	longestMessage = 600
	mostRelated    = 3
)

const ellipsis = "…"

// excerpt returns the finding's sentence, or the part of it around the phrase,
// as text before, the phrase and text after, safe to print.
func excerpt(f checker.Finding) (before, phrase, after string) {
	in := f.InSentence
	if in.End > len(f.Sentence) || in.Start > in.End {
		return "", clip(Printable(f.Text), longestPhrase), ""
	}
	phrase = f.Sentence[in.Start:in.End]
	if strings.TrimSpace(phrase) != "" {
		phrase = oneLine(phrase)
	}
	return Printable(oneLine(tail(f.Sentence[:in.Start]))), clip(showJoiners(Printable(clip(phrase, longestPhrase))), 2*longestPhrase), Printable(oneLine(head(f.Sentence[in.End:])))
}

// oneLine shows line ends and tabs as spaces, and what stands for code in the
// prose of a markup as such.
func oneLine(s string) string { return flat.Replace(s) }

var flat = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\ufffc", "`…`")

// showJoiners spells out joiners that stand alone, so that there is something
// to see.
func showJoiners(s string) string {
	if strings.Trim(s, "\u200c\u200d") != "" {
		return s
	}
	return strings.NewReplacer("\u200c", `\u200c`, "\u200d", `\u200d`).Replace(s)
}

// clip cuts a text that is too long behind a whole akshara.
func clip(s string, longest int) string {
	at := 0
	for n := 0; at < len(s); {
		akshara := text.Akshara(s[at:])
		n += utf8.RuneCountInString(akshara)
		if n > longest {
			if at == 0 {
				at = runes(s, longest)
			}
			return s[:at] + ellipsis
		}
		at += len(akshara)
	}
	return s
}

// runes returns the offset behind the first n code points.
func runes(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// head returns the beginning of a text, cut behind a word.
func head(s string) string {
	cut := clip(s, longestSide)
	if cut == s {
		return s
	}
	if i := strings.LastIndexAny(cut, " \n"); i > 0 {
		return cut[:i] + " " + ellipsis
	}
	return cut
}

// tail returns the end of a text, cut before a word, or where there is one long
// word, before a whole akshara.
func tail(s string) string {
	at := len(s)
	for n := 0; at > 0 && n < longestSide; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	if at == 0 {
		return s
	}
	if i := strings.IndexAny(s[at:], " \n"); i >= 0 && at+i+1 < len(s) {
		return ellipsis + " " + s[at+i+1:]
	}
	for at < len(s) && continues(s, at) {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return ellipsis + s[at:]
}

// continues reports whether the code point at an offset belongs to the akshara
// before it.
func continues(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	last, _ := utf8.DecodeLastRuneInString(s[:at])
	switch text.ClassOf(r) {
	case text.ClassMatra, text.ClassNukta, text.ClassHalant, text.ClassSign, text.ClassAccent, text.ClassZWJ, text.ClassZWNJ:
		return true
	}
	return text.ClassOf(last) == text.ClassHalant || text.ClassOf(last) == text.ClassZWJ
}

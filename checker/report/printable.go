package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// Printable returns s with everything spelt out that would steer a terminal or
// that nobody can see: control characters and terminal escapes (\x1b), line
// ends (\n), bidirectional controls and zero-width spaces (\u202e), bytes that
// are not UTF-8 (\xff). Joiners and variation selectors, which text needs, stay.
// What a CI server takes for a command wherever it stands in a log is broken.
func Printable(s string) string {
	if strings.Contains(s, "##") {
		s = logCommands.Replace(s)
	}
	i := firstUnprintable(s)
	if i < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 16)
	for i >= 0 {
		out.WriteString(s[:i])
		r, n := utf8.DecodeRuneInString(s[i:])
		out.WriteString(spelt(r, s[i:i+n]))
		s = s[i+n:]
		i = firstUnprintable(s)
	}
	out.WriteString(s)
	return out.String()
}

// logCommands break the commands of CI servers (GitHub's old ones, Azure's,
// TeamCity's) that may stand anywhere in a line.
var logCommands = strings.NewReplacer("##[", `\x23#[`, "##vso[", `\x23#vso[`, "##teamcity[", `\x23#teamcity[`)

// inert returns a line that GitHub Actions does not take for a command, as one
// that begins with :: would be.
func inert(line string) string {
	blanks := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	if !strings.HasPrefix(line[blanks:], "::") {
		return line
	}
	return line[:blanks] + `\x3a` + line[blanks+1:]
}

// PrintableLines is Printable for a text whose line ends and tabs are its own.
func PrintableLines(s string) string {
	var out strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "\n\t")
		if i < 0 {
			break
		}
		out.WriteString(Printable(s[:i]))
		out.WriteByte(s[i])
		s = s[i+1:]
	}
	return out.String() + Printable(s)
}

func firstUnprintable(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < 0x20 || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unprintable(r, n) {
			return i
		}
		i += n
	}
	return -1
}

func unprintable(r rune, size int) bool {
	const (
		arabicLetterMark   = '\u061c'
		lineSeparator      = '\u2028'
		paragraphSeparator = '\u2029'
	)
	switch {
	case r == utf8.RuneError:
		return size == 1
	case r < 0x20, 0x7f <= r && r < 0xa0: // some terminals obey the C1 controls, too
		return true
	case 0xfe00 <= r && r <= 0xfe0f: // variation selectors, as emoji have them
		return false
	case r == arabicLetterMark, r == lineSeparator, r == paragraphSeparator:
		return true
	}
	return text.IsInvisible(r)
}

func spelt(r rune, raw string) string {
	switch {
	case r == utf8.RuneError:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r)
	case r > 0xffff:
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

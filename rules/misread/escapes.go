package misread

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// Escapes returns the runs of s in which characters stand as the escapes of
// HTML (&#2346; &#x92a; &nbsp;), of programs (\u092a \u{92a} %u092a) or of URLs
// (%E0%A4%AA). It does not know where a URL or code is. The runs of each way are
// in order.
func Escapes(s string) []Run {
	var out []Run
	for _, e := range escapes {
		out = append(out, escapesOf(s, e.begin, e.unit)...)
	}
	return out
}

// escapesOf returns the runs of one way to escape.
func escapesOf(s, begin string, unit func(string) (string, int)) []Run {
	var out []Run
	for at := 0; ; {
		next := strings.Index(s[at:], begin)
		if next < 0 {
			return out
		}
		at += next
		r := escapeRun(s, at, unit)
		if r.Units > 0 {
			out = append(out, r)
		}
		at = max(at+1, r.Span.End)
	}
}

// escapes are the ways to escape: how one begins, and what reads one.
var escapes = [...]struct {
	begin string
	unit  func(string) (string, int)
}{
	{"&", entity},
	{`\u`, codeUnit},
	{"%", percent},
}

// escapeRun reads the units from an offset on, with ASCII that is no letter
// between them.
func escapeRun(s string, start int, unit func(string) (string, int)) Run {
	out := Run{Span: text.Span{Start: start, End: start}}
	var decoded strings.Builder
	for at := start; at < len(s); {
		if u, n := unit(s[at:]); n > 0 {
			decoded.WriteString(s[out.Span.End:at] + u)
			at += n
			out.Span.End = at
			out.Units++
			continue
		}
		b := s[at]
		letter := 'a' <= b|0x20 && b|0x20 <= 'z'
		if b >= utf8.RuneSelf || b < ' ' || letter || b == '/' || at-out.Span.End >= maxGap {
			break
		}
		at++
	}
	out.Text = decoded.String()
	return out
}

// entity reads an HTML entity with its semicolon. Of the named ones only those
// that stand for space, punctuation and signs of markup are read.
func entity(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), maxEscape)], ';')
	if end < 2 || s[0] != '&' {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		if strings.Contains(entities, " "+name+" ") {
			return html.UnescapeString(s[:end+1]), end + 1
		}
		return "", 0
	}
	base, digits := 10, name[1:]
	if digits != "" && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	return character(digits, base, end+1)
}

// entities are the named entities that editors leave in prose.
const entities = " amp lt gt quot apos nbsp ensp emsp thinsp zwj zwnj shy lsquo rsquo sbquo ldquo rdquo bdquo laquo raquo " +
	"ndash mdash hellip bull middot deg times copy reg trade "

// maxEscape is the length in bytes of the longest escape.
const maxEscape = 12

// character returns the character of a number that an escape of n bytes holds.
func character(digits string, base, n int) (string, int) {
	v, err := strconv.ParseUint(digits, base, 32)
	r := rune(v)
	if err != nil || !utf8.ValidRune(r) || !expected(r) && (r < ' ' || r > 0xff) {
		return "", 0
	}
	return string(r), n
}

// codeUnit reads the escape of a program.
func codeUnit(s string) (string, int) {
	if digits, ok := strings.CutPrefix(s, `\u{`); ok {
		end := strings.IndexByte(digits[:min(len(digits), maxEscape)], '}')
		if end < 0 {
			return "", 0
		}
		return character(digits[:end], 16, end+len(`\u{}`))
	}
	if len(s) < len(`\u092a`) || s[:2] != `\u` {
		return "", 0
	}
	return character(s[2:6], 16, 6)
}

// percent reads one character of a URL.
func percent(s string) (string, int) {
	if len(s) >= len("%u092a") && s[:2] == "%u" {
		return character(s[2:6], 16, 6)
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for n < len(buf) && len(s) >= 3*n+3 && s[3*n] == '%' {
		v, err := strconv.ParseUint(s[3*n+1:3*n+3], 16, 8)
		if err != nil {
			break
		}
		buf[n] = byte(v)
		n++
		if utf8.FullRune(buf[:n]) {
			break
		}
	}
	r, size := utf8.DecodeRune(buf[:n])
	if size != n || n < 3 || !expected(r) {
		return "", 0
	}
	return string(r), 3 * n
}

package krutidev

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
)

// Encode returns Unicode text as it is typed for the fonts. It reports false
// when the text holds what the layout cannot write: Latin letters, straight
// quotes, joiners, letters that Hindi does not use. Decode gives well-formed
// text back in NFC, but for a visarga in an unusual place.
func Encode(s string) (string, bool) {
	e := encoder{layout: theLayout(), in: []rune(norm.NFC.String(s))}
	for e.at < len(e.in) {
		if !e.akshara() {
			return "", false
		}
	}
	return e.out.String(), true
}

type encoder struct {
	layout *layout
	in     []rune
	at     int
	out    strings.Builder
}

func (e *encoder) class(i int) text.Class {
	if i >= len(e.in) {
		return text.ClassOther
	}
	return text.ClassOf(e.in[i])
}

// akshara writes one akshara up to its vowel sign, or one character.
func (e *encoder) akshara() bool {
	if e.class(e.at) != text.ClassConsonant {
		return e.single()
	}
	end := e.clusterEnd()
	hasReph := e.in[e.at] == 'र' && e.class(e.at+1) == text.ClassHalant && end > e.at+2
	if hasReph {
		e.at += 2
	}
	hasI := e.class(end) == text.ClassMatra && e.in[end] == signI
	if hasI {
		e.out.WriteString(prebase)
	} else if e.class(end) == text.ClassMatra {
		end++
	}
	for e.at < end {
		if !e.glyph(end) {
			return false
		}
	}
	if hasI {
		e.at++
	}
	if hasReph {
		e.out.WriteString(reph)
	}
	return true
}

// single writes one character that begins no cluster.
func (e *encoder) single() bool {
	r := e.in[e.at]
	e.at++
	if r <= ' ' || '0' <= r && r <= '9' {
		e.out.WriteRune(r)
		return true
	}
	if r == ':' { // one glyph is both
		r = text.Visarga
	}
	code := e.layout.codes[string(r)]
	e.out.WriteString(code)
	return code != ""
}

// clusterEnd returns the end of the consonants from here on, with a halant that
// ends them.
func (e *encoder) clusterEnd() int {
	i := e.at
	for e.class(i) == text.ClassConsonant {
		i++
		if e.class(i) == text.ClassNukta {
			i++
		}
		if e.class(i) != text.ClassHalant {
			break
		}
		i++
	}
	return i
}

// glyph writes the longest piece of an akshara up to end that has a code.
func (e *encoder) glyph(end int) bool {
	if e.class(e.at+1) == text.ClassNukta {
		return e.dotted(end)
	}
	for n := min(e.layout.longest, end-e.at); n > 0; n-- {
		piece := string(e.in[e.at : e.at+n])
		code := e.layout.codes[piece]
		if tall := e.layout.tall[piece]; tall != "" && e.layout.codes[string(e.in[e.at-1])+"्"] == "" {
			code = tall
		}
		if code != "" && e.mayCut(e.at+n, end) {
			e.out.WriteString(code)
			e.at += n
			return true
		}
	}
	return false
}

// mayCut reports whether a piece may end at i: a half letter stands only before
// a letter, and ्र below a letter stays together.
func (e *encoder) mayCut(i, end int) bool {
	if e.class(i) == text.ClassNukta {
		return false
	}
	if e.in[i-1] != text.Halant || i-1 == e.at {
		return true
	}
	return i < end && (e.in[i] != 'र' || e.class(i+1) == text.ClassNukta)
}

// dotted writes a letter with a nukta.
func (e *encoder) dotted(end int) bool {
	letter, n := string(e.in[e.at]), 2
	code := e.layout.codes[letter]
	if e.class(e.at+2) == text.ClassHalant && e.at+3 < end && e.in[e.at+3] != 'र' {
		if half := e.layout.codes[letter+"्"]; half != "" {
			code, n = half, 3
		}
	}
	e.out.WriteString(code + dot)
	e.at += n
	return code != ""
}

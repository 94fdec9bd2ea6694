package rules

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// stylePattern is a pattern of a house's list. RE2's \b knows only ASCII letters,
// so that none stands beside a Devanagari word: at the ends of a pattern it is
// taken out and means here what its writer meant, the edge of a word.
type stylePattern struct {
	// first finds a match, as its group 1, with the characters on either side; later,
	// where the match begins with a word, finds one behind another.
	first, later *regexp.Regexp
	// body is the pattern itself, by whose groups replacements are made.
	body    *regexp.Regexp
	literal string // that every match holds
	entry   int32
}

const (
	// maxPattern is the length in bytes of a pattern, maxPatterns their number.
	maxPattern  = 500
	maxPatterns = 200
	// maxMatches bounds the matches of a pattern in a block: each may look at all
	// of it.
	maxMatches = 100
)

// outside matches what is no part of a word.
const outside = `[^\pL\pM\pN_\x{200c}\x{200d}]`

// newStylePattern compiles a pattern.
func newStylePattern(source string) (stylePattern, error) {
	if len(source) > maxPattern {
		return stylePattern{}, fmt.Errorf("the pattern is longer than %d bytes", maxPattern)
	}
	tree, err := syntax.Parse(norm.NFC.String(source), syntax.Perl)
	if err != nil {
		return stylePattern{}, fmt.Errorf("the pattern cannot be read: %w", err)
	}
	tree, atStart := cutEdge(tree, true)
	tree, atEnd := cutEdge(tree, false)
	if hasEdge(tree) {
		return stylePattern{}, errors.New(`\b and \B stand only at the two ends of a pattern`)
	}
	body, before, behind := tree.String(), "", ""
	if atStart {
		before = `(?:\A|` + outside + `)`
	}
	if atEnd {
		behind = `(?:\z|` + outside + `)`
	}
	p := stylePattern{literal: literalIn(tree)}
	if p.body, err = regexp.Compile(body); err == nil {
		p.first, err = regexp.Compile(before + `(` + body + `)` + behind)
	}
	if err == nil && atStart {
		p.later, err = regexp.Compile(outside + `(` + body + `)` + behind)
	}
	switch {
	case err != nil:
		return stylePattern{}, fmt.Errorf("the pattern cannot be read: %w", err)
	case p.body.MatchString(""):
		return stylePattern{}, errors.New("the pattern matches the empty text, and so everywhere")
	}
	return p, nil
}

// find calls yield for each match in a block, with the ends of the match and of
// its groups.
func (p *stylePattern) find(block string, yield func(m []int)) {
	if p.later == nil {
		for _, m := range p.first.FindAllStringSubmatchIndex(block, maxMatches) {
			yield(m[2:])
		}
		return
	}
	re, base := p.first, 0
	for range maxMatches {
		m := re.FindStringSubmatchIndex(block[base:])
		if len(m) < 4 || m[3] == 0 {
			return
		}
		m = m[2:]
		end := base + m[1]
		for i := range m {
			if m[i] >= 0 {
				m[i] += base
			}
		}
		yield(m)
		re, base = p.later, end
	}
}

// expand returns a replacement with $1 and the like filled in from a match.
func (p *stylePattern) expand(block string, m []int, with string) string {
	return string(p.body.ExpandString(nil, with, block, m))
}

// cutEdge takes the edge of a word off the start or the end of a pattern.
func cutEdge(tree *syntax.Regexp, start bool) (rest *syntax.Regexp, cut bool) {
	if tree.Op != syntax.OpConcat {
		if tree.Op != syntax.OpWordBoundary {
			return tree, false
		}
		return &syntax.Regexp{Op: syntax.OpEmptyMatch, Flags: tree.Flags}, true
	}
	subs, at := tree.Sub[1:], 0
	if !start {
		at = len(tree.Sub) - 1
		subs = tree.Sub[:at]
	}
	if tree.Sub[at].Op != syntax.OpWordBoundary {
		return tree, false
	}
	if len(subs) == 1 {
		return subs[0], true
	}
	return &syntax.Regexp{Op: syntax.OpConcat, Flags: tree.Flags, Sub: subs}, true
}

// hasEdge reports whether a pattern asks for the edge of a word.
func hasEdge(tree *syntax.Regexp) bool {
	return tree.Op == syntax.OpWordBoundary || tree.Op == syntax.OpNoWordBoundary || slices.ContainsFunc(tree.Sub, hasEdge)
}

// literalIn returns the longest text that every match of a pattern holds.
func literalIn(tree *syntax.Regexp) (longest string) {
	parts := []*syntax.Regexp{tree}
	if tree.Op == syntax.OpConcat {
		parts = tree.Sub
	}
	for _, part := range parts {
		if part.Op == syntax.OpLiteral && part.Flags&syntax.FoldCase == 0 && len(string(part.Rune)) > len(longest) {
			longest = string(part.Rune)
		}
	}
	return longest
}

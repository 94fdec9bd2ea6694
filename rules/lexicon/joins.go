package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins.idx has the words that are the first (<) or the last part (>) of several
// compounds in words.tsv: such words make new ones freely. See pack.
//
//go:embed joins.idx
var joinsIndex string

var joins = newTable(joinsIndex)

const (
	// leastPart is the length in bytes of the shortest part of a compound.
	leastPart = 9
	// manyFirst and manyLast are the numbers of compounds from which a word is in
	// joins.idx.
	manyFirst, manyLast = 4, 2
)

// Parts yields the ways in which a form is two words, the second of which begins
// with a letter.
func Parts(form string, yield func(first, last string) bool) {
	for at := leastPart; at+leastPart <= len(form); at += 3 {
		if r, _ := utf8.DecodeRuneInString(form[at:]); unicode.IsLetter(r) && !yield(form[:at], form[at:]) {
			return
		}
	}
}

// BeginsFreely reports whether a word is the first part of many compounds.
func BeginsFreely(word string) bool { return joins.has("<" + word + "\n") }

// EndsFreely reports whether a word is the last part of several compounds.
func EndsFreely(word string) bool { return joins.has(">" + word + "\n") }

// IndexJoins returns joins.idx for counted forms.
func IndexJoins(forms []string, counts []Count) string {
	usual := map[string]bool{}
	for i, form := range forms {
		usual[form] = weightOf(counts[i]) >= UsualWeight
	}
	parts := map[string]int{}
	for _, form := range forms {
		Parts(form, func(first, last string) bool {
			if usual[first] && usual[last] {
				parts["<"+first]++
				parts[">"+last]++
			}
			return true
		})
	}
	var rows []string
	for part, n := range parts {
		if n >= manyFirst || part[0] == '>' && n >= manyLast {
			rows = append(rows, part+"\n")
		}
	}
	slices.Sort(rows)
	return strings.Join(rows, "")
}

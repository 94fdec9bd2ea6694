package rules

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// What stands beside a quotation mark, and what each reading of it costs.

// side is what stands beside a mark.
type side uint8

const (
	sideEdge       side = iota // the block's start or end
	sideSpace                  // a space
	sideSpaceStop              // a space behind the end of a sentence; only before
	sideSpaceComma             // a space behind , : or ;; only before
	sideBracket                // an opening bracket before, a closing bracket or mark behind
	sideDash                   // a dash without space
	sideComma                  // , : ; without space; only before
	sideStop                   // । . ? ! or a closing bracket without space; only before
	sideDots                   // an ellipsis; only behind
	sideLetter                 // anything else
	sideCount
)

// Costs are in hundredths of a fault. wrongSpace is the cost of a reading that
// the spaces contradict, noWay of one that is impossible.
const (
	oneFault   = 100
	nesting    = 40 // a quotation inside one of its own level
	wrongSpace = 210
	noWay      = math.MaxInt32 / 4
)

// openCost is what it costs to let a mark open, by what stands before it and
// behind it: `कहा, "हम` is free, `बताया"हम` and ` " हम` are odd.
var openCost = [sideCount][sideCount]int32{
	sideEdge:       {sideEdge: 80, sideSpace: 25, sideBracket: 100, sideDash: 50},
	sideSpace:      {sideEdge: 150, sideSpace: 25, sideBracket: 150, sideDash: 50},
	sideSpaceStop:  {sideEdge: 150, sideSpace: 25, sideBracket: 150, sideDash: 50},
	sideSpaceComma: {sideEdge: 150, sideSpace: 5, sideBracket: 150, sideDash: 50},
	sideBracket:    {sideEdge: 150, sideSpace: 25, sideBracket: 100, sideDash: 50},
	sideDash:       {sideEdge: 200, sideSpace: 40, sideBracket: 150, sideDash: 80, sideDots: 10, sideLetter: 10},
	sideComma:      {sideEdge: wrongSpace, sideSpace: 90, sideBracket: wrongSpace, sideDash: 150, sideDots: 20, sideLetter: 15},
	sideStop:       {sideEdge: wrongSpace, sideSpace: wrongSpace, sideBracket: wrongSpace, sideDash: 150, sideDots: 60, sideLetter: 35},
	sideLetter:     {sideEdge: wrongSpace, sideSpace: wrongSpace, sideBracket: wrongSpace, sideDash: 150, sideDots: 60, sideLetter: 40},
}

// closeCost is the same for a mark that closes. Behind a full stop a letter is
// hardly odd: `है।"उन्होंने` is how texts lose their line ends.
var closeCost = [sideCount][sideCount]int32{
	sideEdge:       {sideEdge: 150, sideSpace: 150, sideBracket: 100, sideDash: 150, sideDots: wrongSpace, sideLetter: wrongSpace},
	sideSpace:      {sideEdge: 10, sideSpace: 20, sideBracket: 10, sideDash: 60, sideDots: 60, sideLetter: wrongSpace},
	sideSpaceStop:  {sideEdge: 5, sideSpace: 20, sideBracket: 10, sideDash: 60, sideDots: 60, sideLetter: 90},
	sideSpaceComma: {sideEdge: 60, sideSpace: 100, sideBracket: 60, sideDash: 100, sideDots: 100, sideLetter: wrongSpace},
	sideBracket:    {sideEdge: 150, sideSpace: 150, sideBracket: 100, sideDash: 150, sideDots: wrongSpace, sideLetter: wrongSpace},
	sideDash:       {sideEdge: 5, sideSpace: 10, sideBracket: 10, sideDash: 60, sideDots: 60, sideLetter: 60},
	sideComma:      {sideDash: 20, sideDots: 40, sideLetter: 80},
	sideStop:       {sideDash: 10, sideDots: 10, sideLetter: 5},
	sideLetter:     {sideDash: 10, sideDots: 10, sideLetter: 30},
}

// A curly mark that faces right needs little help from spaces, and one that
// faces wrong is a fault of its own.
const (
	facesRight = 30
	facesWrong = 80
)

// costs returns what each act costs a mark by its shape and its neighbours.
func (r *quoteReader) costs(m quoteMark, i int) (cost [actPass + 1]int32) {
	before, after := r.signs[i].before, r.signs[i+m.signs-1].after
	open, shut := openCost[before][after], closeCost[before][after]
	if r.signs[i].alike && after == sideLetter {
		shut = wrongSpace
	}
	switch {
	case m.family == familyLow && m.signs == 1 && r.doc.Of(r.doc.Tokens[m.token]) == ",":
		open, shut = noWay, noWay
	case m.family == familyLow:
		open, shut = min(open, facesRight), noWay
	case m.face > 0:
		open, shut = min(open, facesRight), shut+facesWrong
	case m.face < 0:
		open, shut = open+facesWrong, min(shut, facesRight)
	}
	switch rest := r.signs[i+m.signs-1].rest; {
	case m.signs == 1 && m.level == doubleQuote && rest > 0, m.signs == 1 && rest == 1, m.signs == 2 && rest > 1:
		open = noWay // nothing stands between it and its like
	}
	cost[actOpen] = open
	cost[actClose], cost[actCross], cost[actLevel] = shut, shut, shut
	cost[actStray] = shut / 2
	cost[actPass] = r.passCost(m, i)
	return cost
}

// sides fills in what stands before and behind the signs of a block. Signs
// that touch one another have the sides of their run.
func (r *quoteReader) sides(b text.Block, signs []quoteSign) {
	for i := range signs {
		if i > 0 && signs[i-1].token+1 == signs[i].token {
			signs[i].before = signs[i-1].before
			continue
		}
		signs[i].before = sideBefore(r.doc, b, signs[i].token)
	}
	for i := len(signs) - 1; i >= 0; i-- {
		if i+1 == len(signs) || signs[i+1].token != signs[i].token+1 {
			signs[i].after = sideAfter(r.doc, b, signs[i].token)
			continue
		}
		signs[i].after = signs[i+1].after
		if signs[i+1].quoteGlyph == signs[i].quoteGlyph {
			signs[i].rest = signs[i+1].rest + 1
			signs[i+1].alike = true
		}
	}
}

// opensSingle reports whether a sign looks as if it opened a single quotation.
func (s quoteSign) opensSingle() bool {
	alone := s.rest == 0 && !s.alike
	return s.level == singleQuote && s.family != familyLow && alone && openCost[s.before][s.after] == 0
}

const (
	quoteOpeners = "([{〈《（［｛"
	quoteClosers = ")]}〉》）］｝"
	quoteDashes  = "-–—‐‑"
	quoteStops   = "।॥|.?!…"
)

func sideBefore(d *text.Document, b text.Block, i int) side {
	if i == b.First {
		return sideEdge
	}
	t := d.Tokens[i-1]
	switch s := d.Of(t); {
	case t.Kind == text.Space && i-1 == b.First:
		return sideEdge
	case t.Kind == text.Space && strings.Contains(quoteStops, d.Of(d.Tokens[i-2])):
		return sideSpaceStop
	case t.Kind == text.Space && strings.Contains(",:;", d.Of(d.Tokens[i-2])):
		return sideSpaceComma
	case t.Kind == text.Space, t.Kind == text.Break:
		return sideSpace
	case t.Kind != text.Punct:
		return sideLetter
	case strings.Contains(quoteOpeners, s):
		return sideBracket
	case strings.Contains(quoteDashes, s):
		return sideDash
	case strings.Contains(",:;", s):
		return sideComma
	case strings.Contains(quoteStops, s), strings.Contains(quoteClosers, s):
		return sideStop
	}
	return sideLetter
}

func sideAfter(d *text.Document, b text.Block, i int) side {
	if i+1 == b.Last {
		return sideEdge
	}
	t := d.Tokens[i+1]
	switch s := d.Of(t); {
	case t.Kind == text.Space && i+2 == b.Last:
		return sideEdge
	case t.Kind == text.Space, t.Kind == text.Break:
		return sideSpace
	case t.Kind != text.Punct:
		return sideLetter
	case s == "…", s == "." && i+2 < b.Last && d.Of(d.Tokens[i+2]) == ".":
		return sideDots
	case strings.Contains(quoteDashes, s):
		return sideDash
	case strings.Contains(quoteStops, s), strings.Contains(",:;", s), strings.Contains(quoteClosers, s):
		return sideBracket
	}
	return sideLetter
}

// passCost returns what it costs to let a mark be no quotation mark.
func (r *quoteReader) passCost(m quoteMark, i int) int32 {
	d, b := r.doc, r.doc.Blocks[m.block]
	first, last := m.token, m.token+m.signs-1
	var before, after text.Token // Space at an edge
	if first > b.First {
		before = d.Tokens[first-1]
	}
	if last+1 < b.Last {
		after = d.Tokens[last+1]
	}
	switch {
	case m.family == familyLow && m.level == singleQuote:
		return 0
	case m.family == familyLow && d.Of(d.Tokens[first]) == ",":
		if s := r.signs[i]; s.before == sideSpace && r.signs[i+m.signs-1].after == sideLetter {
			return 30
		}
		return 2
	case m.family == familyLow, m.family == familyGuillemet:
		return noWay
	case before.Kind == text.Number && bareNumber(d, b, first-1):
		return primeCost(d, b, m.level, first)
	case m.level == doubleQuote && first == b.First && last+1 == b.Last:
		return 0 // a ditto mark in a table
	case m.level == doubleQuote:
		return noWay
	case wordlike(before) && wordlike(after):
		return 0
	case after.Kind == text.Punct && before.Kind == text.Punct && strings.Contains(":;", d.Of(before)):
		return 0 // :'(
	case after.Kind == text.Number && !wordlike(before) && utf8.RuneCountInString(d.Of(after)) == 2:
		return 65 // '84 के दंगे
	case before.Kind == text.Latin && strings.HasSuffix(strings.ToLower(d.Of(before)), "s"):
		return 10 // Reuters'
	case wordlike(before) && !r.singles:
		return 50
	}
	return noWay
}

// primeCost returns what it costs to let a mark behind a number count feet or
// inches. Behind 5' an inch is sure.
func primeCost(d *text.Document, b text.Block, level quoteLevel, first int) int32 {
	if level == singleQuote {
		if first+1 < b.Last && d.Tokens[first+1].Kind == text.Number {
			return 0
		}
		return 20
	}
	if first-3 >= b.First && d.Tokens[first-3].Kind == text.Number && strings.Contains("'’", d.Of(d.Tokens[first-2])) {
		return 5
	}
	return 30
}

// bareNumber reports whether the number at token i is no part of a name such
// as कोविड-19.
func bareNumber(d *text.Document, b text.Block, i int) bool {
	switch {
	case i == b.First:
		return true
	case wordlike(d.Tokens[i-1]):
		return false
	case i-2 >= b.First && wordlike(d.Tokens[i-2]):
		return !strings.Contains(quoteDashes, d.Of(d.Tokens[i-1]))
	}
	return true
}

// wordlike reports whether a token is a word or a number.
func wordlike(t text.Token) bool {
	return t.Kind == text.Word || t.Kind == text.Latin || t.Kind == text.Number
}

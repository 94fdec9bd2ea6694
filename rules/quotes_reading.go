package rules

import (
	"math/bits"

	"github.com/nukta/nukta/checker/text"
)

// A block's quotation marks are read together: of all ways to let each mark
// open, close, or be no quotation mark, the cheapest is taken. Marks that spaces
// and shape speak for cost nothing, those that they speak against cost much, and
// a fault costs more than an odd space. So one mistake costs one fault, at one
// place, and what stands behind it is read as if it were right. The search keeps
// the best way to each of a few states, the quotations that are open, and so
// takes time linear in the number of marks.

// maxSigns is the number of marks over which a block is no prose and is not
// read.
const maxSigns = 1 << 18

// quoteSign is one character of a block that may be a quotation mark, or half
// of one.
type quoteSign struct {
	quoteGlyph
	token         int
	before, after side
	rest          int  // signs alike that follow without a break
	alike         bool // a sign alike stands directly before
}

// quoteMove is one thing that a mark may do in a state. A state is the stack
// of open levels, at most two, as bits below a leading one.
type quoteMove struct {
	act  quoteAct
	to   uint8
	drop uint8 // quotations that it leaves unclosed
	cost int32
}

type quoteAct uint8

const (
	actOpen  quoteAct = iota // opens a quotation
	actClose                 // closes the innermost one
	actCross                 // closes the one around the innermost
	actLevel                 // closes the innermost, of the other level
	actStray                 // closes nothing
	actPass                  // is no quotation mark
)

const (
	emptyState  = 1
	quoteStates = 8
)

// quoteMoves holds the moves by state and by the level of the mark.
var quoteMoves = func() (all [quoteStates][2][]quoteMove) {
	for s := uint8(emptyState); s < quoteStates; s++ {
		for l := range uint8(2) {
			all[s][l] = movesFrom(s, l)
		}
	}
	return all
}()

func movesFrom(state, level uint8) []quoteMove {
	depth := uint8(bits.Len8(state) - 1)
	has := func(under uint8) bool { return under < depth && state>>under&1 == level }
	inside := has(0) || has(1)
	moves := []quoteMove{{actPass, state, 0, 0}, {actStray, state, 0, oneFault}}
	if inside {
		moves[1].cost += 5
	}
	for drop := range depth + 1 {
		rest := state >> drop
		nested := bits.Len8(rest) > 1 && rest&1 == level || bits.Len8(rest) > 2 && rest>>1&1 == level
		cost := int32(drop) * oneFault
		if nested {
			cost += nesting
		}
		if next := rest<<1 | level; next < quoteStates {
			moves = append(moves, quoteMove{actOpen, next, drop, cost})
		}
	}
	switch {
	case has(0):
		moves = append(moves, quoteMove{actClose, state >> 1, 0, 0})
	case has(1):
		moves = append(moves, quoteMove{actClose, state >> 2, 1, oneFault}, quoteMove{actCross, 1<<1 | state&1, 0, 60})
	}
	if depth > 0 && !has(0) {
		moves = append(moves, quoteMove{actLevel, state >> 1, 0, 90})
	}
	return moves
}

// quoteReader reads blocks one after the other.
type quoteReader struct {
	doc   *text.Document
	marks []quoteMark
	// singles says that the document quotes with single marks, so that one at
	// a word's end is more likely a quotation mark than an apostrophe.
	singles bool
	signs   []quoteSign // of the block at hand
	best    [][quoteStates]int32
	from    [][quoteStates]quoteStep
}

// quoteStep is how the cheapest way came to a state.
type quoteStep struct {
	state, signs, move uint8
	level              quoteLevel
}

// read reads the signs of one block and appends its marks.
func (r *quoteReader) read(block int) {
	n := len(r.signs)
	if cap(r.best) < n+1 {
		r.best, r.from = make([][quoteStates]int32, n+1), make([][quoteStates]quoteStep, n+1)
	}
	r.best, r.from = r.best[:n+1], r.from[:n+1]
	for i := range r.best {
		for s := range r.best[i] {
			r.best[i][s] = noWay
		}
	}
	r.best[0][emptyState] = 0
	for i := range r.signs {
		r.step(block, i, 1)
		if r.paired(i) {
			r.step(block, i, 2)
		}
	}
	r.replay(block)
}

// paired reports whether sign i and the next are alike and touch, so that they
// may be one double mark.
func (r *quoteReader) paired(i int) bool {
	if i+1 >= len(r.signs) {
		return false
	}
	a, b := r.signs[i], r.signs[i+1]
	return a.level == singleQuote && a.quoteGlyph == b.quoteGlyph && b.token == a.token+1
}

// step extends the best ways to sign i by a mark of one or two signs.
func (r *quoteReader) step(block, i, signs int) {
	m := r.mark(block, i, signs)
	cost := r.costs(m, i)
	here, next := &r.best[i], i+signs
	for s := uint8(emptyState); s < quoteStates; s++ {
		if here[s] >= noWay {
			continue
		}
		for k, move := range quoteMoves[s][m.level] {
			total := here[s] + move.cost + cost[move.act]
			if total < r.best[next][move.to] {
				r.best[next][move.to] = total
				r.from[next][move.to] = quoteStep{s, uint8(signs), uint8(k), m.level}
			}
		}
	}
}

// mark returns the mark that one or two signs make.
func (r *quoteReader) mark(block, i, signs int) quoteMark {
	first, last := r.signs[i], r.signs[i+signs-1]
	m := quoteMark{quoteGlyph: first.quoteGlyph, token: first.token, signs: signs, block: block, partner: -1}
	m.leansOpen = openCost[first.before][last.after] < closeCost[first.before][last.after]
	m.span = text.Span{Start: r.doc.Tokens[first.token].Start(), End: r.doc.Tokens[last.token].End()}
	if signs == 2 {
		m.level = doubleQuote
	}
	return m
}

// replay walks the cheapest way and turns it into marks.
func (r *quoteReader) replay(block int) {
	n := len(r.signs)
	state, least := uint8(emptyState), r.best[n][emptyState]
	for s := uint8(emptyState); s < quoteStates; s++ {
		if c := r.best[n][s]; c < noWay && c+int32(bits.Len8(s)-1)*oneFault < least {
			state, least = s, c+int32(bits.Len8(s)-1)*oneFault
		}
	}
	// The way is known from its end; it is turned round in r.from[i][0], which
	// no state uses.
	for i := n; i > 0; {
		step := r.from[i][state]
		i -= int(step.signs)
		state = step.state
		r.from[i][0] = step
	}
	var open []int
	for i := 0; i < n; {
		step := r.from[i][0]
		m := r.mark(block, i, int(step.signs))
		move := quoteMoves[step.state][step.level][step.move]
		open = r.act(m, move, open)
		i += int(step.signs)
	}
	for _, o := range open {
		r.marks[o].fault = quoteUnclosed
	}
}

// act appends a mark that makes a move; open are the marks that are open.
func (r *quoteReader) act(m quoteMark, move quoteMove, open []int) []int {
	for range move.drop {
		r.marks[open[len(open)-1]].fault = quoteUnclosed
		open = open[:len(open)-1]
	}
	last := len(open) - 1
	switch move.act {
	case actPass:
		m.role = quoteSilent
	case actStray:
		m.role, m.fault = quoteCloses, quoteUnopened
	case actOpen:
		m.role = quoteOpens
		if m.face < 0 {
			m.fault = quoteBackwards
		}
		open = append(open, len(r.marks))
	case actCross:
		m.fault = quoteCrossing
		r.pair(&m, open[last-1])
		open = append(open[:last-1], open[last])
	case actLevel:
		m.fault = quoteOtherLevel
		r.pair(&m, open[last])
		open = open[:last]
	case actClose:
		if m.face > 0 && r.marks[open[last]].family != familyLow {
			m.fault = quoteBackwards
		}
		r.pair(&m, open[last])
		open = open[:last]
		if o := &r.marks[m.partner]; o.fault == quoteBackwards && m.leansOpen {
			// Both look as if they closed backwards: ’ as a bullet.
			o.role, o.fault, o.partner = quoteCloses, quoteUnopened, -1
			m.fault, m.partner = quoteUnopened, -1
		}
	}
	r.marks = append(r.marks, m)
	return open
}

// pair makes a mark, not yet appended, the closing one of an open mark.
func (r *quoteReader) pair(m *quoteMark, open int) {
	m.role, m.partner = quoteCloses, open
	r.marks[open].partner = len(r.marks)
}

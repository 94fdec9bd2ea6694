package variant

// difference is what an alignment found: how far two words are apart and how
// they differ.
type difference struct {
	d      float32
	counts [groups]uint8
	kinds  Kind
	ops    uint8
	// n is the number of phonemes of the shorter word.
	n int
	// end says that an operation that can make another word ends both words.
	end bool
	// first says that the words differ in their first phoneme.
	first bool
}

// limit is the distance from which a pair of words of n phonemes is dropped.
func limit(n int) float32 { return max(1.3, 0.13*float32(n)) }

// place is an operation with where it happened.
type place struct {
	op   op
	i, j int8 // indexes of the phonemes; -1 for none
}

// align returns the cheapest way to turn one word into the other, or ok false
// when it costs more than the limit.
func align(a, b *sound) (diff difference, ok bool) {
	return alignWithin(a, b, limit(min(len(a.phonemes), len(b.phonemes))))
}

func alignWithin(a, b *sound, limit float32) (diff difference, ok bool) {
	pa, pb := a.phonemes, b.phonemes
	n, m := len(pa), len(pb)
	diff.n = min(n, m)
	most := limit + moveAllowance
	var cost [maxPhonemes + 1][maxPhonemes + 1]float32
	var from [maxPhonemes + 1][maxPhonemes + 1]uint8
	for i := 1; i <= n; i++ {
		cost[i][0], from[i][0] = cost[i-1][0]+a.insert[i-1].cost, 1
	}
	for j := 1; j <= m; j++ {
		cost[0][j], from[0][j] = cost[0][j-1]+b.insert[j-1].cost, 2
	}
	for i := 1; i <= n; i++ {
		lowest := float32(costNever)
		for j := 1; j <= m; j++ {
			s := between(pa[i-1], pb[j-1])
			c := s.cost
			if i == 1 && j == 1 && !light(s.group) {
				c *= costFirst
			}
			best, dir := cost[i-1][j-1]+c, uint8(0)
			if x := cost[i-1][j] + a.insert[i-1].cost; x < best {
				best, dir = x, 1
			}
			if x := cost[i][j-1] + b.insert[j-1].cost; x < best {
				best, dir = x, 2
			}
			cost[i][j], from[i][j] = best, dir
			lowest = min(lowest, best)
		}
		if lowest > most {
			return diff, false
		}
	}
	if cost[n][m] > most {
		return diff, false
	}
	var buf [2 * maxPhonemes]place
	ops := buf[:0]
	for i, j := n, m; i > 0 || j > 0; {
		switch from[i][j] {
		case 0:
			i, j = i-1, j-1
			if s := between(pa[i], pb[j]); s.cost > 0 {
				ops = append(ops, place{s, int8(i), int8(j)})
			}
		case 1:
			i--
			ops = append(ops, place{a.insert[i], int8(i), -1})
		default:
			j--
			ops = append(ops, place{b.insert[j], -1, int8(j)})
		}
	}
	diff.d = cost[n][m]
	ops = moves(&diff, ops, pa, pb)
	if diff.d > limit {
		return diff, false
	}
	for _, p := range ops {
		diff.counts[p.op.group]++
		diff.kinds |= p.op.kind
		diff.ops++
		atEnd := (p.i < 0 || int(p.i) == n-1) && (p.j < 0 || int(p.j) == m-1) && (int(p.i) == n-1 || int(p.j) == m-1)
		if atEnd && !p.op.ending && (p.i >= 0 || int(p.j) == m-1) {
			diff.end = true
		}
		if p.i == 0 || p.j == 0 {
			diff.first = true
		}
	}
	return diff, true
}

// light reports whether a difference of the group costs no more at the first
// phoneme.
func light(g group) bool { return g == gSafe || g == gLen || g == gNas }

// between returns the cost of one phoneme for another.
func between(p, q phoneme) op {
	o := substitution[p.sym][q.sym]
	if o.cost == 0 {
		switch {
		case p.nukta != q.nukta:
			return op{costNukta, gSafe, Nukta, true}
		case p.ri != q.ri:
			return op{costRi, gSafe, Beyond, true}
		}
	}
	return o
}

// moveAllowance is what moves can take off a distance.
const moveAllowance = .9

// moves replaces operations that are better seen as one: a nasal sign that
// stands up to four phonemes away, two vowels or two consonants exchanged.
func moves(diff *difference, ops []place, pa, pb []phoneme) []place {
	if i, j := pairOf(ops, func(p, q place) bool {
		return p.i >= 0 && p.j < 0 && q.i < 0 && q.j >= 0 && pa[p.i].sym.nasal() && pb[q.j].sym.nasal() && apart(p.i, q.j) <= 4
	}); i >= 0 {
		return replace(diff, ops, i, j, op{.35, gNasMove, Beyond, true})
	}
	if diff.n >= 6 {
		if i, j := pairOf(ops, func(p, q place) bool {
			return p.i >= 0 && p.j >= 0 && q.i >= 0 && q.j >= 0 && pa[p.i].sym.vowel() &&
				pa[p.i].sym == pb[q.j].sym && pb[p.j].sym == pa[q.i].sym
		}); i >= 0 {
			return replace(diff, ops, i, j, op{.50, gNone, Beyond, false})
		}
	}
	if diff.n >= 5 && len(ops) == 2 {
		if i, j := pairOf(ops, func(p, q place) bool { return exchanged(p, q, pa, pb) }); i >= 0 {
			return replace(diff, ops, i, j, op{.60, gNone, Beyond, false})
		}
	}
	return ops
}

// exchanged reports whether two operations are one exchange of consonants at
// most four phonemes apart.
func exchanged(p, q place, pa, pb []phoneme) bool {
	if p.i >= 0 && p.j >= 0 && q.i >= 0 && q.j >= 0 {
		return pa[p.i].sym.consonant() && pa[p.i].sym == pb[q.j].sym && pb[p.j].sym == pa[q.i].sym && apart(p.i, q.i) <= 4
	}
	if p.i >= 0 && p.j < 0 && q.i < 0 && q.j >= 0 {
		return pa[p.i].sym.consonant() && pa[p.i].sym == pb[q.j].sym && apart(p.i, q.j) <= 4
	}
	return false
}

// pairOf returns the indexes of the first two operations, in either order,
// that are one move, or -1.
func pairOf(ops []place, one func(p, q place) bool) (int, int) {
	for i := range ops {
		for j := range ops {
			if i != j && one(ops[i], ops[j]) {
				return i, j
			}
		}
	}
	return -1, -1
}

func replace(diff *difference, ops []place, i, j int, with op) []place {
	diff.d += with.cost - ops[i].op.cost - ops[j].op.cost
	ops[i].op = with
	return append(ops[:j], ops[j+1:]...)
}

func apart(a, b int8) int8 { return max(a-b, b-a) }

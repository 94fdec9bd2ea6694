package variant

import "math/bits"

// Keys. Two forms are candidates when they share a key: K1 merges what is
// often confused without being heard, K2 what is heard alike, K3 is the
// skeleton of consonants, K4 a longer skeleton with one consonant less or two
// exchanged. Each is a 64-bit hash of symbols; a chance collision only costs an
// alignment.

// keyKind separates the keys of different kinds.
type keyKind uint64

const (
	key1 keyKind = iota + 1
	key2
	key3
)

// hash is an incremental hash of symbols.
type hash uint64

func newHash(k keyKind) hash { return hash(uint64(k) * 0x9e3779b97f4a7c15) }

func (h hash) add(s symbol) hash {
	return hash(bits.RotateLeft64(uint64(h)^uint64(s), 23) * 0xff51afd7ed558ccd)
}

// long is the symbol that stands for a nasal of any spelling in keys, mark the
// one for an initial vowel of any kind.
const (
	anyNasal symbol = 120
	mark     symbol = 121
)

// appendKeys appends the keys of a word's phonemes, of which there are at least
// two.
func appendKeys(out []uint64, ps []phoneme) []uint64 {
	out = append(out, uint64(soundKey(ps)), uint64(coarseKey(ps)))
	var buf [maxPhonemes]symbol
	skeleton := skeletonOf(buf[:0], ps, false, false)
	if consonants(skeleton) < 2 {
		return out
	}
	out = append(out, uint64(hashOf(skeleton)))
	for _, p := range ps {
		if p.sym == flapD || p.sym == flapDh {
			var alt [maxPhonemes]symbol
			out = append(out, uint64(hashOf(skeletonOf(alt[:0], ps, true, false))))
			break
		}
	}
	if len(skeleton) >= 3 && hasOpenNasal(ps) {
		var alt [maxPhonemes]symbol
		out = append(out, uint64(hashOf(skeletonOf(alt[:0], ps, false, true))))
	}
	if len(skeleton) < 4 {
		return out
	}
	for skip := range skeleton {
		if skeleton[skip] == mark {
			continue
		}
		h := newHash(key3)
		for i, s := range skeleton {
			if i != skip {
				h = h.add(s)
			}
		}
		out = append(out, uint64(h))
	}
	for at := 0; at+1 < len(skeleton); at++ {
		if skeleton[at] == skeleton[at+1] || skeleton[at] == mark {
			continue
		}
		skeleton[at], skeleton[at+1] = skeleton[at+1], skeleton[at]
		out = append(out, uint64(hashOf(skeleton)))
		skeleton[at], skeleton[at+1] = skeleton[at+1], skeleton[at]
	}
	return out
}

func hashOf(skeleton []symbol) hash {
	h := newHash(key3)
	for _, s := range skeleton {
		h = h.add(s)
	}
	return h
}

// soundKey is K1: one symbol for every nasal sign, no vowel length, ॉ as ा, no
// nukta, ष as श, no य between a vowel and e or i.
func soundKey(ps []phoneme) hash {
	h := newHash(key1)
	for i, p := range ps {
		s := p.sym
		switch {
		case s.nasal():
			s = anyNasal
		case s == cons('य') && glide(ps, i):
			continue
		case s == cons('ष'):
			s = cons('श')
		case s == flapD:
			s = cons('ड')
		case s == flapDh:
			s = cons('ढ')
		case s.vowel():
			s = short(s)
		}
		h = h.add(s)
	}
	return h
}

// short merges the vowels that K1 merges.
func short(s symbol) symbol {
	switch s {
	case vII:
		return vI
	case vUU:
		return vU
	case vCandO:
		return vAA
	}
	return s
}

// glide reports whether the य at i stands between a vowel and e or i.
func glide(ps []phoneme, i int) bool {
	if i == 0 || i+1 >= len(ps) || !ps[i-1].sym.vowel() {
		return false
	}
	switch ps[i+1].sym {
	case vI, vII, vE:
		return true
	}
	return false
}

// coarseKey is K2: as K1, and no inherent vowel, ै as े, ौ ॉ as ो, no य, no
// final ह, consonants as plain ones, no doubling.
func coarseKey(ps []phoneme) hash {
	h := newHash(key2)
	last := noSymbol
	for i, p := range ps {
		s := p.sym
		switch {
		case s.nasal():
			s = anyNasal
		case s == vA || s == cons('य') || s == cons('ह') && i == len(ps)-1:
			if s == vA {
				last = noSymbol
			}
			continue
		case s.consonant():
			s = plain[s]
		case s == vAI || s == vCandE:
			s = vE
		case s == vAU || s == vCandO:
			s = vO
		default:
			s = short(s)
		}
		if s == last && s.consonant() {
			continue
		}
		h, last = h.add(s), s
	}
	return h
}

// skeletonOf is K3: the plain consonants without य, nasals, ह but a first one,
// and doubling; a vowel only as a mark at the start. With flapAsR a flap reads
// as र (खड़गे, खरगे); with nasalAsN a nasal sign that stands before no labial
// reads as न (मैक्रों, मैक्रोन).
func skeletonOf(to []symbol, ps []phoneme, flapAsR, nasalAsN bool) []symbol {
	last := noSymbol
	for i, p := range ps {
		s := p.sym
		switch {
		case s.vowel():
			if i == 0 {
				to = append(to, mark)
			}
			last = noSymbol
			continue
		case s.nasal():
			if !nasalAsN || !beforeNonLabial(ps, i) {
				continue
			}
			s = cons('न')
		case s == cons('य') || s == cons('ह') && i > 0:
			continue
		case flapAsR && (s == flapD || s == flapDh):
			s = cons('र')
		default:
			s = plain[s]
		}
		if s == last {
			continue
		}
		to, last = append(to, s), s
	}
	return to
}

func beforeNonLabial(ps []phoneme, i int) bool {
	if i+1 >= len(ps) {
		return true
	}
	switch plain[min(ps[i+1].sym, 63)] {
	case cons('प'), cons('ब'), cons('म'):
		return false
	}
	return true
}

func hasOpenNasal(ps []phoneme) bool {
	for i, p := range ps {
		if p.sym.nasal() && beforeNonLabial(ps, i) {
			return true
		}
	}
	return false
}

func consonants(skeleton []symbol) int {
	n := len(skeleton)
	if n > 0 && skeleton[0] == mark {
		n--
	}
	return n
}

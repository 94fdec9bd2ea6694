package krutidev

import "github.com/nukta/nukta/checker/text"

// maxAkshara bounds how far back an akshara is looked for, in runes, so that
// hostile text costs no more than other text.
const maxAkshara = 24

// enclose puts a glyph around the akshara that begins at start and ends the
// text so far. A reph makes ई of इ.
func (d *decoder) enclose(g glyph, start int) {
	if d.endsIn('इ') && len(g.head) > 0 {
		d.out[len(d.out)-1] = 'ई'
	} else {
		d.insert(start, g.head)
	}
	for _, r := range g.tail {
		if text.ClassOf(r) == text.ClassMatra {
			d.out = append(d.out, r)
			continue
		}
		d.sign(r)
	}
}

// aksharaStart returns where the akshara that ends the text so far begins.
func (d *decoder) aksharaStart() int {
	at, least := d.signs(len(d.out)), max(len(d.out)-maxAkshara, 1)
	if at > least && d.out[at-1] == text.Halant {
		at--
	}
	for {
		at = d.back(at, text.ClassNukta)
		if at < least || text.ClassOf(d.out[at-1]) != text.ClassConsonant {
			return at
		}
		at--
		if at <= least || d.out[at-1] != text.Halant {
			return at
		}
		at--
	}
}

// signs returns the offset before the vowel signs and ँ ं ः that end at an
// offset.
func (d *decoder) signs(at int) int {
	return d.back(d.back(at, text.ClassSign), text.ClassMatra)
}

// back returns the offset before the runes of a class that end at an offset.
func (d *decoder) back(at int, class text.Class) int {
	for at > max(len(d.out)-maxAkshara, 0) && text.ClassOf(d.out[at-1]) == class {
		at--
	}
	return at
}

func (d *decoder) endsIn(r rune) bool { return len(d.out) > 0 && d.out[len(d.out)-1] == r }

// insert adds runes at an offset near the end.
func (d *decoder) insert(at int, runes []rune) {
	n := len(d.out)
	d.out = append(d.out, runes...)
	copy(d.out[at+len(runes):], d.out[at:n])
	copy(d.out[at:], runes)
}

// below adds a halant, or a letter below the last consonant: ्र, ्य. A half
// letter carries it too, and so does one whose signs were typed too early.
func (d *decoder) below(drawn []rune, again bool) {
	switch {
	case len(drawn) == 1:
		d.out = append(d.out, drawn...)
	case d.endsIn(text.Halant):
		d.out = append(d.out, drawn[1:]...)
	case !again:
		d.insert(d.signs(len(d.out)), drawn)
	}
}

// nukta puts a nukta on the last consonant. Where there is none the code is a
// plus sign.
func (d *decoder) nukta() {
	at := d.signs(len(d.out))
	if at > 0 && d.out[at-1] == text.Halant {
		at--
	}
	if at == 0 || text.ClassOf(d.out[at-1]) != text.ClassConsonant {
		d.close()
		d.out = append(d.out, []rune(dot)...)
		return
	}
	d.insert(at, []rune{text.Nukta})
}

// matra adds a vowel sign. ा completes a half letter; two pieces make one sign
// or vowel.
func (d *decoder) matra(r rune) {
	if r == signAA && d.endsIn(text.Halant) && !d.halant {
		d.out = d.out[:len(d.out)-1]
		return
	}
	d.settle()
	at := d.back(len(d.out), text.ClassSign)
	if at == 0 {
		d.out = append(d.out, r)
		return
	}
	last := d.out[at-1]
	if whole, ok := compositions[[2]rune{last, r}]; ok {
		d.out[at-1] = whole
		return
	}
	// A sign on both sides of ं is one; त्रि is often typed with one more stroke.
	if last == r && at < len(d.out) || last == signI && r == signAA {
		return
	}
	d.insert(at, []rune{r})
}

// sign adds ँ, ं or ः once.
func (d *decoder) sign(r rune) {
	if !d.endsIn(r) {
		d.out = append(d.out, r)
	}
}

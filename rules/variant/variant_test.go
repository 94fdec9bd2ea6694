package variant

import (
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// plain is the context of two words that each occur twice, far apart.
var plainContext = Context{CountA: 2, CountB: 2}

// TestOneWord holds pairs of spellings of one name or loan, none of which is in
// a list.
func TestOneWord(t *testing.T) {
	for _, c := range [][2]string{
		{"पुतिन", "पुटिन"}, {"व्लादिमीर", "व्लादीमिर"}, {"मादुरो", "मदुरो"}, {"तूफान", "तुफान"}, {"भूकंप", "भूंकप"},
		{"कोटेश्वर", "कोटेशवर"}, {"स्टेफानोविच", "स्टेफनोविच"}, {"गोंजालेज", "गोंज़ालेस"}, {"बेर्लुस्कोनी", "बर्लुस्कोनी"},
	} {
		p := Compare(text.FormOf(c[0]), text.FormOf(c[1]))
		if got := p.Probability(plainContext); got < 0.6 {
			t.Errorf("%s/%s: got %.2f, want at least 0.6", c[0], c[1], got)
		}
		if !met(c[0], c[1]) {
			t.Errorf("%s/%s are no candidates", c[0], c[1])
		}
	}
}

// TestTwoWords holds pairs of different words that look alike, in every context.
func TestTwoWords(t *testing.T) {
	context := Context{Neighbour: true, CountA: 1, CountB: 9}
	for _, c := range [][2]string{
		{"डर", "दर"}, {"शाहिद", "शहीद"}, {"राशिद", "रशीद"}, {"पीएम", "सीएम"}, {"रूस", "रूसी"}, {"अनिल", "अनिला"}, {"कि", "की"},
		{"राज", "राजद"}, {"हारने", "हराने"}, {"स्थायी", "अस्थायी"}, {"लुटे", "लूटे"}, {"अमेरिका", "अमेरिकी"}, {"हंस", "हँस"},
	} {
		p := Compare(text.FormOf(c[0]), text.FormOf(c[1]))
		if got := p.Probability(context); got >= 0.6 && met(c[0], c[1]) {
			t.Errorf("%s/%s: got %.2f, want less than 0.6", c[0], c[1], got)
		}
	}
}

// met reports whether two words are candidates.
func met(a, b string) bool {
	found := false
	Candidates([]*text.Form{text.FormOf(a), text.FormOf(b)}, func(i, j int) { found = i == 0 && j == 1 })
	return found
}

func TestOrthographic(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Kind
	}{
		{"ज़ेलेंस्की", "जेलेंस्की", Nukta},
		{"हिंदी", "हिन्दी", Anusvara},
		{"गाँव", "गांव", Candrabindu},
		{"गई", "गयी", Ye},
		{"लिए", "लिये", Ye},
	} {
		p := Compare(text.FormOf(c.a), text.FormOf(c.b))
		if p.Kinds != c.want || !p.Orthographic() || p.Apart {
			t.Errorf("%s/%s: got kinds %b, apart %v, want %b", c.a, c.b, p.Kinds, p.Apart, c.want)
		}
	}
	if p := Compare(text.FormOf("पुतिन"), text.FormOf("पुटिन")); p.Orthographic() {
		t.Error("पुतिन/पुटिन is no matter of orthography")
	}
}

// TestCompareIsSymmetric compares pairs both ways round, and a word with itself.
func TestCompareIsSymmetric(t *testing.T) {
	words := []string{"पुतिन", "पुटिन", "मादुरो", "कोलकाता", "कलकत्ता", "क", "नाटो", "बीबीसी", "खड़गे", "खरगे", "मैक्रों", "मैक्रोन"}
	for _, a := range words {
		if p := Compare(text.FormOf(a), text.FormOf(a)); !p.Apart {
			t.Errorf("%s is a pair with itself", a)
		}
		for _, b := range words {
			p, q := compare(text.FormOf(a), text.FormOf(b)), compare(text.FormOf(b), text.FormOf(a))
			if p.Apart != q.Apart || p.score-q.score > 1e-4 || q.score-p.score > 1e-4 {
				t.Errorf("%s/%s: got %v %f, the other way round %v %f", a, b, p.Apart, p.score, q.Apart, q.score)
			}
		}
	}
}

// TestNoCandidates holds what is no word to compare: one letter, a broken
// word, a word that is longer than any name.
func TestNoCandidates(t *testing.T) {
	for _, word := range []string{"क", "", "\u093eक", "काा", strings.Repeat("कम", 40), strings.Repeat("क", 1<<20)} {
		if keys := Keys(text.FormOf(word)); len(keys) > 0 {
			t.Errorf("%.20q has keys", word)
		}
	}
}

// TestCandidatesStayFew gives many words one key: what says nothing must cost
// nothing.
func TestCandidatesStayFew(t *testing.T) {
	var forms []*text.Form
	letters := []rune("कखगघ")
	for i := range 1 << 12 {
		var word []rune
		for j := range 6 {
			word = append(word, letters[i>>(2*j)&3], 'ा')
		}
		forms = append(forms, text.FormOf(string(word)))
	}
	n := 0
	Candidates(forms, func(int, int) { n++ })
	if n > 60*len(forms) {
		t.Errorf("%d words give %d pairs", len(forms), n)
	}
}

func TestParseModel(t *testing.T) {
	if _, err := parseModel(modelTSV); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"", modelTSV + "constant\t1\n", strings.Replace(modelTSV, "constant\t", "constnat\t", 1), strings.Replace(modelTSV, "\t2.95", "\tx", 1)} {
		if _, err := parseModel(bad); err == nil {
			t.Errorf("no error for a model of %d bytes", len(bad))
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		latin, hindi string
		want         bool
	}{
		{"Putin", "पुतिन", true}, {"Facebook", "फेसबुक", true}, {"WhatsApp", "वॉट्सऐप", true}, {"Ransom", "रैनसम", true},
		{"Boss", "बस", false}, {"Modi", "मोदी", false}, {"Putin", "पटना", false}, {"NATO", "नाटो", false}, {"Berlin", "बर्लिन", true},
	} {
		l, ok := SoundOut(c.latin)
		if !ok {
			t.Errorf("%s cannot be sounded out", c.latin)
			continue
		}
		if _, got := l.Distance(text.FormOf(c.hindi)); got != c.want {
			t.Errorf("%s/%s: got %v, want %v", c.latin, c.hindi, got, c.want)
		}
	}
	for _, word := range []string{"a", "x1", "naïve", strings.Repeat("a", 99)} {
		if _, ok := SoundOut(word); ok {
			t.Errorf("%s was sounded out", word)
		}
	}
}

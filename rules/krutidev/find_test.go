package krutidev

import (
	"strings"
	"testing"
	"time"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, found string }{
		// runs
		{"iz/kkuea=h ujsUnz eksnh us dgk", "iz/kkuea=h ujsUnz eksnh us dgk"},
		{"The slogan ns'k dh turk tkurh gS was old.", "ns'k dh turk tkurh gS"},
		{"नारा ns'k dh turk tkurh gS पुराना है", "ns'k dh turk tkurh gS"},
		{"2011 esa ljdkj cnyh xbZ 2012", "esa ljdkj cnyh xbZ"},
		{"(ljdkj us QSlyk cny fn;k)", "ljdkj us QSlyk cny fn;k"},
		{`He said "ljdkj us QSlyk cny fn;k".`, "ljdkj us QSlyk cny fn;k"},
		{"'ljdkj us QSlyk cny fn;k',", "ljdkj us QSlyk cny fn;k"},
		{"ljdkj us QSlyk cny fn;k.", "ljdkj us QSlyk cny fn;k"},
		{"fons'k ea=h us COVID-19 ij ppkZ dh", "fons'k ea=h us COVID-19 ij ppkZ dh"},
		// names that no list holds, and a word that is broken
		{"[kkfj;kokl] /kkjok.kokl] lqaxjiqj] jkeiqjk", "[kkfj;kokl] /kkjok.kokl] lqaxjiqj] jkeiqjk"},
		{"ljdkj dh cSSBd esa QSlyk ugha gqvk", "ljdkj dh cSSBd esa QSlyk ugha gqvk"},
		// no run
		{"iz/kkuea=h", ""},
		{"ea=h eksnh", ""},
		{"`ljdkj us QSlyk cny fn;k`", ""},
		{"x, y, x = y, x, y", ""},
		{"rk | rj | rd", ""},
		{"for j := 0; j < i; j++ { x[j] = v }", ""},
		{"https://example.in/ljdkj us QSlyk", ""},
		{"The minister said that all is well.", ""},
		{"", ""},
	} {
		var found []string
		for _, run := range Find(c.text) {
			found = append(found, c.text[run.Start:run.End])
		}
		if got := strings.Join(found, "|"); got != c.found {
			t.Errorf("%s: got %q, want %q", c.text, got, c.found)
		}
	}
}

func TestConvert(t *testing.T) {
	for _, c := range []struct{ run, want string }{
		{"fons'k ea=h us COVID-19 ij ppkZ dhA", "विदेश मंत्री ने COVID-19 पर चर्चा की।"},
		{"BJP] ,l-  QV x;k", "BJP, एस.  फट गया"},
		{"LFkkuh; LF; NATO", "स्थानीय स्थ्य NATO"},
		{" gSA ", " है। "},
	} {
		if got := Convert(c.run); got != c.want {
			t.Errorf("%s: got %q, want %q", c.run, got, c.want)
		}
	}
}

// TestLongText wants long lines to cost no more than short ones a byte, and a
// long run to be one.
func TestLongText(t *testing.T) {
	for _, part := range []string{"iz/kkuea=h us dgk ", "x, y ", "Zf", "ªª+", "~k", "` ", "'", "[k"} {
		s := strings.Repeat(part, 1<<19/len(part))
		start := time.Now()
		runs := Find(s)
		Decode(s)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: took %v", part, took)
		}
		if part[0] == 'i' && len(runs) != 1 {
			t.Errorf("%q: got %d runs, want 1", part, len(runs))
		}
	}
}

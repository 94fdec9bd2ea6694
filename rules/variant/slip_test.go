package variant

import (
	"strings"
	"testing"
)

func TestMeantBy(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"तुफान", "तूफान"},
		{"अधिकमत", "अधिकतम"},
		{"अधिकरी", "अधिकारी"},
		{"विशवविद्यालय", "विश्वविद्यालय"},
		{"अदृष्य", "अदृश्य"},
		{"आंशका", "आशंका"},
		{"क्षज्ञङ", ""},
		{"abc", ""},
		{"", ""},
		{strings.Repeat("क", 1000), ""},
	} {
		got := ""
		if near := MeantBy(c.form); len(near) > 0 {
			got = near[0].Form
		}
		if got != c.want {
			t.Errorf("%.40s: got %s, want %s", c.form, got, c.want)
		}
	}
}

func TestBarePlural(t *testing.T) {
	for _, c := range []struct {
		form, right  string
		vocative, ok bool
	}{
		{"अधिकारियो", "अधिकारियों", true, true},
		{"लकड़िया", "लकड़ियां", false, true},
		{"घर", "", false, false},
	} {
		right, vocative, ok := BarePlural(c.form)
		if ok != c.ok || ok && (right != c.right || vocative != c.vocative) {
			t.Errorf("%s: got %s %v %v, want %s %v %v", c.form, right, vocative, ok, c.right, c.vocative, c.ok)
		}
	}
}

func BenchmarkMeantBy(b *testing.B) {
	for b.Loop() {
		MeantBy("अधिकारीयो")
	}
}

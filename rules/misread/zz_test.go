package misread

import (
	"fmt"
	"golang.org/x/text/encoding/charmap"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func mis(s string, latin bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		r := charmap.Windows1252.DecodeByte(s[i])
		if latin || r == 0xfffd {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}
func drop(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}
func TestZZ(t *testing.T) {
	for _, s := range []string{"नई दिल्ली में बैठक हुई।", "“भारत” ने ₹500 दिए – अच्छा…", "ठीक है, 25 लोग आए। हाँ, वे प्रसन्न हैं।", "मैं", "é"} {
		for _, l := range []bool{false, true} {
			m := mis(s, l)
			fmt.Println(m)
			fmt.Printf("%+v\n", Bytes("कख "+m+" abc"))
			m2 := mis(m, l)
			fmt.Printf("2 %+v\n", Bytes(m2))
			fmt.Printf("3 %+v\n", Bytes(mis(m2, l)))
		}
		fmt.Printf("drop %+v\n", Bytes(drop(mis(s, false))))
		fmt.Printf("drop2 %+v\n", Bytes(mis(drop(mis(s, false)), false)))
	}
	for _, s := range []string{"à la carte déjà vu São Paulo Beyoncé naïve “IRMÔ «À» Â ", "Ã©tÃ©", "L&amp;T &nbsp; &#2346;&#x94d;&#2352; x \\u092a\\u094d \\u{92a}\\u{94d} %u092a%u094D %E0%A4%AA%E0%A5%8D &copy &foo; 100%E0 %E0%A4"} {
		fmt.Printf("%+v %+v\n", Bytes(s), Escapes(s))
	}
	fs, _ := filepath.Glob("/work/shared/articles/*/*.txt")
	bad, n, b2, lost, wrong := 0, 0, 0, 0, 0
	for _, f := range fs {
		d, _ := os.ReadFile(f)
		for _, l := range strings.Split(string(d), "\n") {
			if strings.TrimSpace(l) == "" || strings.ContainsAny(l, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\t") {
				continue
			}
			n++
			for _, x := range Bytes(l) {
				fmt.Println("FA", x, l)
			}
			rs := Bytes(mis(l, false))
			var o strings.Builder
			at := 0
			m := mis(l, false)
			for _, r := range rs {
				o.WriteString(m[at:r.Span.Start])
				o.WriteString(r.Text)
				at = r.Span.End
			}
			o.WriteString(m[at:])
			if o.String() != l || len(rs) != 1 {
				bad++
				if bad < 8 {
					fmt.Println("BAD", len(rs), l, "\n", o.String())
				}
			}
			m = mis(mis(l, true), false)
			rs = Bytes(m)
			o.Reset()
			at = 0
			for _, r := range rs {
				o.WriteString(m[at:r.Span.Start])
				o.WriteString(r.Text)
				at = r.Span.End
			}
			o.WriteString(m[at:])
			if o.String() != l {
				b2++
				if b2 < 5 {
					fmt.Println("B2", l, "\n", o.String())
				}
			}
			for _, r := range Bytes(drop(mis(l, false))) {
				if r.Lost > 0 {
					lost += r.Lost
				} else if !strings.Contains(l, r.Text) {
					wrong++
					if wrong < 10 {
						fmt.Println("WRONG", r.Text, "\n", l)
					}
				}
			}
		}
	}
	fmt.Println(n, bad, b2, lost, wrong)
	big := strings.Repeat(mis("नई दिल्ली में बैठक हुई। ", false), 40000)
	t0 := time.Now()
	fmt.Println(len(big), len(Bytes(big)), time.Since(t0))
	big = strings.Repeat("Ã", 5000000)
	t0 = time.Now()
	fmt.Println(len(big), len(Bytes(big)), time.Since(t0))
	big = strings.Repeat("à¤", 2000000)
	t0 = time.Now()
	fmt.Println(len(big), len(Bytes(big)), time.Since(t0))
	big = strings.Repeat("&%\\u&#", 2000000)
	t0 = time.Now()
	fmt.Println(len(big), len(Escapes(big)), time.Since(t0))
}

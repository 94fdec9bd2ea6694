package rules
import ("testing";"os";"path/filepath";"strings";"fmt";"time";"github.com/nukta/nukta/checker";"github.com/nukta/nukta/checker/text";"golang.org/x/text/encoding/charmap";"github.com/nukta/nukta/rules/krutidev")
func BenchmarkZZGarbled(b *testing.B){
 fs,_:=filepath.Glob("/work/shared/articles/*/*.txt"); var docs []*text.Document; n:=0
 for _,f:=range fs {d,_:=os.ReadFile(f); docs=append(docs,text.Plain("x",string(d)));n+=len(d)}
 b.SetBytes(int64(n)); b.ReportAllocs()
 for b.Loop(){ for _,d:=range docs { findGarbled(d) } }
}
func BenchmarkZZPlain(b *testing.B){
 fs,_:=filepath.Glob("/work/shared/articles/*/*.txt"); var docs []string; n:=0
 for _,f:=range fs {d,_:=os.ReadFile(f); docs=append(docs,string(d));n+=len(d)}
 b.SetBytes(int64(n)); b.ReportAllocs()
 for b.Loop(){ for _,d:=range docs { text.Plain("x",d) } }
}
func TestZZBig(t *testing.T){
 k,_:=krutidev.Encode("प्रधानमंत्री नरेन्द्र मोदी ने (गुप्ता) से “कहा” कि स्थिति नियंत्रण में है।")
 enc,err:=charmap.Windows1252.NewEncoder().String(k); fmt.Println(err)
 for _,x:=range checker.CheckDocument(text.Plain("a",enc),graphemeRules,checker.Options{}).Findings { fmt.Printf("%s %q %v\n",x.Rule,x.Text,x.Fixes) }
 for _,s:=range []string{k+" ",k+"\n","ÂýÏæÙ×¢˜æè ÙÚÔ¢¼ý ×æð¼è Ùð ","क•ी","à¤¹à¤¿ ","Ã","&#2346;&#2381; ","%E0%A4%AA","\ue000","क◌ा","कí","“ी"," í","x","` a b c ","\\u0939 ","\xff ","\xe0\xa4"} {
  big:=strings.Repeat(s,10<<20/len(s)); doc:=text.Plain("a",big); doc.Tokens[0].Start(); t0:=time.Now(); n:=len(findGarbled(doc)); fmt.Printf("%.20q %d %v\n",s,n,time.Since(t0)) }
}

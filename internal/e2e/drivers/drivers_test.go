package drivers

import (
	"slices"
	"testing"
)

func TestDecode(t *testing.T) {
	got, err := Decode("# p\n{\"p\": {\"lambdainit\": [{\"posn\": \"a.go:1:2\", \"message\": \"m\"}]}}\n# q\n{}\n")
	if err != nil || len(got) != 1 || got[0].Posn != "a.go:1:2" || got[0].Text() != "m" {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := Decode("# p\nundefined: x\n"); err == nil {
		t.Error("what is no JSON passes for it")
	}
}

func TestDecodeIssues(t *testing.T) {
	got, err := DecodeIssues(`{"Issues":[{"Text":"m","Pos":{"Filename":"a.go","Line":1,"Column":2}}]}`)
	if err != nil || len(got) != 1 || got[0].Posn != "a.go:1:2" || got[0].Message != "m" {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := DecodeIssues("level=error"); err == nil {
		t.Error("what is no JSON passes for it")
	}
}

func TestDisagreements(t *testing.T) {
	split := func(ds ...Diagnostic) (own, named Constructions) {
		own, named, err := Split("", ds)
		if err != nil {
			t.Fatal(err)
		}
		return own, named
	}
	command, _ := split(Diagnostic{Posn: "x/store/a.go:1:2", Message: "s3.New is built again on"},
		Diagnostic{Posn: "m/b.go:3:1", Message: "sqs.New is built again on"})
	for _, test := range []struct {
		name    string
		message string // of what stands at m/b.go:2:1
		want    []string
	}{
		{"the same", "s3.New, called at store/a.go:1, is built again on", nil},
		{"another line", "s3.New, called at store/a.go:2, is built again on", []string{
			"only the command finds x/store/a.go:1 s3.New: s3.New is built again on",
			"the command does not find store/a.go:2 s3.New: s3.New, called at store/a.go:2, is built again on"}},
		{"in place", "s3.New is built again on", []string{
			"only the command finds x/store/a.go:1 s3.New: s3.New is built again on",
			"the command does not find m/b.go:2 s3.New: s3.New is built again on"}},
	} {
		own, named := split(Diagnostic{Posn: "m/b.go:2:1", Message: test.message},
			Diagnostic{Posn: "m/b.go:3:1", Message: "sqs.New is built again on"})
		if got := Disagreements(command, own, named); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q", test.name, got)
		}
	}
	if _, _, err := Split("", []Diagnostic{{Posn: "nowhere"}}); err == nil {
		t.Error("nowhere passes for a position")
	}
}

package load

import (
	"context"
	"fmt"
	"os"
	"syscall"
	"testing"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "toolexec" {
		os.Exit(Toolexec(os.Args[2:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip()
	}
	exe, _ := os.Executable()
	r, err := Load(context.Background(), Config{Dir: dir, Mode: Mode(os.Getenv("TRYMODE")), Refuser: []string{exe, "toolexec"}, Tests: os.Getenv("TRYTESTS") != ""}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Errors {
		fmt.Println("ERR", e.Error())
	}
	for _, p := range r.Packages {
		fmt.Println(p.ID, len(p.Syntax), p.Imports, p.Module)
	}
	fmt.Printf("%s %+v\n", r.Mode, r.Stats)
	var ru, rc syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &ru)
	syscall.Getrusage(syscall.RUSAGE_CHILDREN, &rc)
	fmt.Println("self", float64(ru.Utime.Nano()+ru.Stime.Nano())/1e9, ru.Maxrss/1024, "children", float64(rc.Utime.Nano()+rc.Stime.Nano())/1e9)
}

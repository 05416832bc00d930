package order

import (
	"errors"
	"testing"
)

func TestParse(t *testing.T) {
	want := Order{ID: "1", Tenant: "acme", Item: "anvil", Cents: 1999}
	got, err := Parse(want.JSON())
	if err != nil || got != want {
		t.Errorf("Parse(%s) = %v, %v", want.JSON(), got, err)
	}
}

func TestParseInvalid(t *testing.T) {
	for _, body := range []string{"", "[]", "{}", `{"id":"1","tenant":"acme","item":"anvil","cents":-1}`} {
		if _, err := Parse(body); !errors.Is(err, ErrInvalid) {
			t.Errorf("Parse(%q): got %v, want ErrInvalid", body, err)
		}
	}
}

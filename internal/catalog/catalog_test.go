package catalog

import "testing"

func TestDefaultParses(t *testing.T) {
	c, err := parseTables()
	if err != nil {
		t.Fatal(err)
	}
	count := make(map[string]int)
	for _, e := range c.Entries() {
		count[e.Kind]++
	}
	t.Log(len(c.Entries()), "entries", count)
}

package recipes

import (
	"fmt"
	"os"
	"strconv"

	"go.yaml.in/yaml/v4"
)

func readYAML(file string) (doc any, err error) {
	text, err := os.ReadFile(file)
	if err == nil {
		err = yaml.Unmarshal(text, &doc)
	}
	return doc, err
}

// lookUp returns the text that keys and indexes lead to. A list of texts
// becomes lines.
func lookUp(doc any, keys []string) (string, error) {
	for _, key := range keys {
		switch d := doc.(type) {
		case map[string]any:
			doc = d[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(d) {
				return "", fmt.Errorf("no %s in a list of %d", key, len(d))
			}
			doc = d[i]
		default:
			return "", fmt.Errorf("no %s in %v", key, doc)
		}
	}
	switch d := doc.(type) {
	case string:
		return d, nil
	case []any:
		text := ""
		for _, line := range d {
			text += fmt.Sprintln(line)
		}
		return text, nil
	}
	return "", fmt.Errorf("%v: neither text nor a list", keys)
}

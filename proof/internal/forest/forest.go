// Package forest writes a gradient boosted forest in LightGBM's text format:
// a model whose answers mean nothing, but which takes as long to load and to
// ask as one of its size that was trained.
package forest

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// A Shape is the size of a forest.
type Shape struct {
	Trees    int
	Depth    int // each tree has 2^Depth leaves
	Features int
}

// Large has a file of some 30 MB.
var Large = Shape{Trees: 400, Depth: 10, Features: 30}

// Write writes a forest to a file, always the same for its shape.
func Write(path string, shape Shape) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriter(file)
	random := rand.New(rand.NewPCG(1, 2))
	fmt.Fprint(out, shape.header())
	for i := range shape.Trees {
		fmt.Fprintf(out, "Tree=%d\n%s\n", i, shape.tree(random))
	}
	fmt.Fprint(out, "end of trees\n")
	return out.Flush()
}

func (s Shape) header() string {
	sizes := strings.TrimSuffix(strings.Repeat("1 ", s.Trees), " ")
	return "tree\nversion=v3\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n" +
		fmt.Sprintf("max_feature_idx=%d\nobjective=binary sigmoid:1\ntree_sizes=%s\n\n", s.Features-1, sizes)
}

// tree is a full tree. Its nodes are numbered in breadth: the children of i
// are 2i+1 and 2i+2; leaves are the numbers beyond the nodes, written as
// complements.
func (s Shape) tree(random *rand.Rand) string {
	leaves := 1 << s.Depth
	nodes := leaves - 1
	child := func(i int) int {
		if i < nodes {
			return i
		}
		return ^(i - nodes)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "num_leaves=%d\nnum_cat=0\n", leaves)
	list(&b, "split_feature", nodes, func(int) any { return random.IntN(s.Features) })
	list(&b, "split_gain", nodes, func(int) any { return random.Float32() * 10 })
	list(&b, "threshold", nodes, func(int) any { return random.Float64() })
	list(&b, "decision_type", nodes, func(int) any { return 2 })
	list(&b, "left_child", nodes, func(i int) any { return child(2*i + 1) })
	list(&b, "right_child", nodes, func(i int) any { return child(2*i + 2) })
	list(&b, "leaf_value", leaves, func(int) any { return random.Float64()/10 - 0.05 })
	list(&b, "leaf_count", leaves, func(int) any { return 1 + random.IntN(500) })
	list(&b, "internal_value", nodes, func(int) any { return random.Float32() })
	list(&b, "internal_count", nodes, func(int) any { return 1 + random.IntN(5000) })
	b.WriteString("shrinkage=0.1\n\n")
	return b.String()
}

func list(b *strings.Builder, name string, n int, value func(i int) any) {
	b.WriteString(name)
	separator := "="
	for i := range n {
		fmt.Fprint(b, separator, value(i))
		separator = " "
	}
	b.WriteByte('\n')
}

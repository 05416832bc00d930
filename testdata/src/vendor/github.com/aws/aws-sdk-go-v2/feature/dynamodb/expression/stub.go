// Package expression is a stub for tests: declarations only.
package expression

type Builder struct {
}

func (b Builder) Build() (Expression, error) { return Expression{}, nil }

func (b Builder) WithKeyCondition(keyConditionBuilder KeyConditionBuilder) Builder { return Builder{} }

func (b Builder) WithFilter(filterBuilder ConditionBuilder) Builder { return Builder{} }

type ConditionBuilder struct {
}

type Expression struct {
}

func (e Expression) Filter() *string { return nil }

func Key(key string) KeyBuilder { return KeyBuilder{} }

type KeyBuilder struct {
}

type KeyConditionBuilder struct {
}

func KeyEqual(keyBuilder KeyBuilder, valueBuilder ValueBuilder) KeyConditionBuilder {
	return KeyConditionBuilder{}
}

func Name(name string) NameBuilder { return NameBuilder{} }

type NameBuilder struct {
}

func (nb NameBuilder) Equal(right OperandBuilder) ConditionBuilder { return ConditionBuilder{} }

func (nb NameBuilder) BuildOperand() (Operand, error) { return Operand{}, nil }

func NewBuilder() Builder { return Builder{} }

type Operand struct {
}

type OperandBuilder interface {
	BuildOperand() (Operand, error)
}

func Value(value interface{}) ValueBuilder { return ValueBuilder{} }

type ValueBuilder struct {
}

func (vb ValueBuilder) BuildOperand() (Operand, error) { return Operand{}, nil }

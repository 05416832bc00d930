// Package attributevalue is a stub for tests: declarations only.
package attributevalue

import (
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func MarshalMap(in interface{}) (map[string]types.AttributeValue, error) { return nil, nil }

func UnmarshalListOfMaps(l []map[string]types.AttributeValue, out interface{}) error { return nil }

func UnmarshalMap(m map[string]types.AttributeValue, out interface{}) error { return nil }

// Package sparta is a stub for tests: declarations only.
package sparta

type LambdaAWSInfo struct{}
type IAMRoleDefinition struct{}

func NewAWSLambda(functionName string, lambdaHandler interface{}, roleNameOrIAMRoleDefinition interface{}) (*LambdaAWSInfo, error) {
	return nil, nil
}
func Main(serviceName string, serviceDescription string, lambdaAWSInfos []*LambdaAWSInfo, api any, site any) error {
	return nil
}

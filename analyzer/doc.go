// Package analyzer defines the lambdainit analyzer.
//
// # Analyzer lambdainit
//
// lambdainit: find what a Lambda function builds again on every invocation
//
// Lambda keeps an execution environment alive between invocations and reuses
// what lives outside of the handler. An SDK client, a database pool or a model
// that is built inside the handler, or in anything the handler calls, is built
// again on every invocation:
//
//	func handle(ctx context.Context, e events.SQSEvent) error {
//		cfg, err := config.LoadDefaultConfig(ctx) // built on every invocation
//		if err != nil {
//			return err
//		}
//		client := s3.NewFromConfig(cfg) // and a new TLS handshake
//		…
//
// The analyzer reports the call that has to move to package scope, an init
// function or main. It follows calls from the handler through helpers,
// interfaces, closures, routers and the packages of the module. What a sync.Once,
// a nil check of a package variable or a keyed cache saves from being built
// again is not reported, nor what depends on the event.
//
// To silence a line, end it with //lambdainit:ignore and the reason. To declare
// a constructor, write //lambdainit:constructor KIND above its function; to
// declare a handler, //lambdainit:handler.
package analyzer

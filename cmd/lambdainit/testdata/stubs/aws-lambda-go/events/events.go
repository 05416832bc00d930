// Package events stands in for the real one.
package events

type SQSEvent struct{ Records []SQSMessage }

type SQSMessage struct{ Body string }

package reach

import (
	"regexp"
	"slices"
	"strings"

	"github.com/lambdainit/lambdainit/internal/summary"
)

// What a handler reads from a database, or another function answers, are records,
// not settings: which they are is known during the invocation only, as with an
// event (E1). Secrets and
// parameters are settings: who fetches one by a constant name can keep it.

// recordTypes are results that hold records.
var recordTypes = []string{
	"github.com/aws/aws-sdk-go-v2/service/dynamodb.ScanOutput",
	"github.com/aws/aws-sdk-go-v2/service/dynamodb.QueryOutput",
	"github.com/aws/aws-sdk-go-v2/service/dynamodb.GetItemOutput",
	"github.com/aws/aws-sdk-go-v2/service/dynamodb.BatchGetItemOutput",
	"github.com/aws/aws-sdk-go-v2/service/dynamodb.ExecuteStatementOutput",
	"github.com/aws/aws-sdk-go/service/dynamodb.ScanOutput",
	"github.com/aws/aws-sdk-go/service/dynamodb.QueryOutput",
	"github.com/aws/aws-sdk-go/service/dynamodb.GetItemOutput",
	"github.com/aws/aws-sdk-go/service/dynamodb.BatchGetItemOutput",
	"github.com/aws/aws-sdk-go/service/dynamodb.ExecuteStatementOutput",
	"github.com/aws/aws-sdk-go-v2/service/lambda.InvokeOutput", // what another function answers
	"github.com/aws/aws-sdk-go/service/lambda.InvokeOutput",
}

// recordReaders are methods that read records into their arguments, by package.
var recordReaders = map[string][]string{
	"database/sql":                         {"Scan"},
	"github.com/jackc/pgx":                 {"Scan"},
	"github.com/jmoiron/sqlx":              {"Scan", "StructScan", "SliceScan", "MapScan", "Select", "SelectContext", "Get", "GetContext"},
	"gorm.io/gorm":                         {"Find", "First", "Take", "Last", "Scan", "Pluck", "ScanRows", "FindInBatches"},
	"github.com/jinzhu/gorm":               {"Find", "First", "Take", "Last", "Scan", "Pluck", "ScanRows"},
	"go.mongodb.org/mongo-driver/mongo":    {"Decode", "All"},
	"go.mongodb.org/mongo-driver/v2/mongo": {"Decode", "All"},
	"github.com/guregu/dynamo":             {"One", "OneWithContext", "All", "AllWithContext", "Next", "NextWithContext"},
}

// returnsRecords reports whether a call returns records.
func returnsRecords(n *summary.Node) bool {
	return slices.Contains(recordTypes, strings.TrimPrefix(n.T, "*"))
}

// readsRecords reports whether a method reads records into its arguments: one of
// the known ones or, of any other module, one with a context that says so.
func readsRecords(c *summary.Call) bool {
	if c.Recv && c.Ctx != 0 && !strings.Contains(c.Pkg, "/aws-sdk-go") && queries.MatchString(lastName(c.Name)) {
		return true
	}
	return c.Recv && slices.Contains(recordReaders[lastMajor.ReplaceAllString(c.Pkg, "")], lastName(c.Name))
}

// lastMajor is a major version at the end of an import path.
var lastMajor = regexp.MustCompile(`/v\d+$`)

// takesListed reports whether a node takes one after the other what an invocation
// listed through an API of AWS, such as accounts and regions: what is built for
// each of them cannot be built once (E1). Parameters and secrets are settings.
func takesListed(c *context, n *summary.Node) bool {
	if !c.inv || len(n.X) > 1 && n.X[1] == summary.None {
		return false
	}
	return slices.ContainsFunc(c.val(n.X[0]).atoms, func(a atom) bool {
		o := a.obj
		for o.parent != nil {
			o = o.parent
		}
		return o.fresh && o.kind == opaque && isListing(o.typ)
	})
}

// isListing reports whether a type is the answer of an API other than one of settings.
func isListing(typ string) bool {
	return strings.HasSuffix(typ, "Output") && listing.MatchString(typ) && !settings.MatchString(typ)
}

var (
	queries  = regexp.MustCompile(`^(Query|Find|First|Select|Scan)([A-Z].*)?$`)
	listing  = regexp.MustCompile(`/aws-sdk-go(-v2)?/service/.*Output$`)
	settings = regexp.MustCompile(`/service/(ssm|secretsmanager|appconfig|appconfigdata)\.`)
)

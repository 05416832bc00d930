package catalog

import (
	"go/token"
	"go/types"
	"strings"
	"sync"
	"testing"
)

// TestDefault guards the embedded table: it parses, and reads as the messages need it.
func TestDefault(t *testing.T) {
	c, err := parseTables()
	if err != nil {
		t.Fatal(err)
	}
	count := make(map[string]int)
	for _, e := range c.Entries() {
		count[e.Kind]++
		checkText(t, e)
	}
	for _, k := range Kinds() {
		if count[k.Name] == 0 {
			t.Errorf("no entry of kind %s", k.Name)
		}
	}
	t.Logf("%d entries, %d cheap look-alikes: %v", len(c.Entries()), len(c.Cheap()), count)
}

// checkText checks that Pays continues a sentence and fits a message.
func checkText(t *testing.T, e *Entry) {
	for _, text := range []string{e.Pays, e.Hoist} {
		if strings.HasSuffix(text, ".") || len(text) > 120 {
			t.Errorf("%s: %q: no full stop, at most 120 bytes", e.Source, text)
		}
	}
}

// TestDefaultFilesHoldTheirKind keeps table/KIND.txt to that kind.
func TestDefaultFilesHoldTheirKind(t *testing.T) {
	for _, e := range Default().Entries() {
		if file, _, _ := strings.Cut(e.Source, ":"); file != e.Kind+".txt" {
			t.Errorf("%s: an entry of kind %s: move it to table/%s.txt", e.Source, e.Kind, e.Kind)
		}
	}
}

// TestClientsOfTheWild checks C1 on clients that Lambda programs use, each beside
// a near miss of the same library: what wraps something that exists, or is cheap.
func TestClientsOfTheWild(t *testing.T) {
	for name, kind := range map[string]string{
		"github.com/hibiken/asynq.NewServer":                                             "queue",
		"github.com/hibiken/asynq.NewServerFromRedisClient":                              "",
		"github.com/hibiken/asynq.NewTask":                                               "",
		"github.com/ThreeDotsLabs/watermill-amqp/v3/pkg/amqp.NewPublisher":               "queue",
		"github.com/ThreeDotsLabs/watermill-amqp/v3/pkg/amqp.NewPublisherWithConnection": "",
		"github.com/PaulSonOfLars/gotgbot/v2.NewBot":                                     "cloud",
		"gopkg.in/tucnak/telebot.v2.NewBot":                                              "cloud",
		"gopkg.in/telebot.v3.NewBot":                                                     "cloud",
		"gopkg.in/telebot.v4.NewBot":                                                     "cloud",
		"gopkg.in/telebot.v4.NewLayout":                                                  "",
		"github.com/coreos/go-oidc.NewProvider":                                          "cloud",
		"github.com/coreos/go-oidc.NewVerifier":                                          "",
		"gopkg.in/launchdarkly/go-server-sdk.v5.MakeClient":                              "cloud",
		"github.com/opsgenie/opsgenie-go-sdk-v2/alert.NewClient":                         "cloud",
		"(github.com/mediocregopher/radix/v4.PoolConfig).New":                            "cache",
		"(github.com/mediocregopher/radix/v4.ScannerConfig).New":                         "",
		"(*github.com/bluele/gcache.CacheBuilder).Build":                                 "cache",
		"github.com/bluele/gcache.New":                                                   "",
		"github.com/casbin/gorm-adapter/v3.NewAdapter":                                   "sql",
		"github.com/casbin/gorm-adapter/v3.NewAdapterByDB":                               "",
		"github.com/meilisearch/meilisearch-go.NewClient":                                "search",
		"github.com/meilisearch/meilisearch-go.NewFastHTTPCustomClient":                  "",
		"go.opentelemetry.io/contrib/otelconf/v0.3.0.NewSDK":                             "telemetry",
		"go.opentelemetry.io/contrib/otelconf.NewSDK":                                    "telemetry",
		"github.com/GoogleCloudPlatform/opentelemetry-operations-go/exporter/trace.New":  "telemetry",
		"github.com/bytecodealliance/wasmtime-go/v25.NewModule":                          "engine",
		"github.com/bytecodealliance/wasmtime-go/v25.NewInstance":                        "",
		"github.com/open-policy-agent/opa/ast.MustCompileModules":                        "engine",
		"github.com/ClickHouse/ch-go/chpool.Dial":                                        "sql",
		"github.com/99designs/gqlgen/handler.GraphQL":                                    "engine",
		"github.com/99designs/gqlgen/handler.Playground":                                 "",
		"github.com/polygon-io/client-go/rest.New":                                       "cloud",
		"github.com/massive-com/client-go/v2/rest.New":                                   "cloud",
		"github.com/massive-com/client-go/v2/rest.NewWithClient":                         "",
		"github.com/go-acme/lego/lego.NewClient":                                         "cloud",
		"github.com/go-acme/lego/v4/lego.NewClient":                                      "cloud",
		"github.com/go-acme/lego/v4/lego.NewConfig":                                      "",
		"github.com/emersion/go-imap/client.DialTLS":                                     "rpc",
		"github.com/emersion/go-imap/client.New":                                         "",
		"github.com/emersion/go-imap/v2/imapclient.DialTLS":                              "rpc",
	} {
		e, ok := Default().LookupFullName(name)
		if ok != (kind != "") || ok && e.Kind != kind {
			t.Errorf("%s: %v, want kind %q", name, e, kind)
		}
	}
}

// TestDefaultLookup checks C1 and C2 on names of the embedded table: "" is no construction.
func TestDefaultLookup(t *testing.T) {
	for name, kind := range map[string]string{
		"github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig":           "aws-config",
		"github.com/aws/aws-sdk-go-v2/aws.NewConfig":                      "",
		"github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig":           "aws-client",
		"github.com/aws/aws-sdk-go-v2/service/s3.NewPresignClient":        "",
		"github.com/aws/aws-sdk-go-v2/service/dynamodb.NewQueryPaginator": "",
		"github.com/aws/aws-sdk-go-v2/service/s3/types.New":               "",
		"github.com/aws/aws-sdk-go-v2/service/internal/s3shared.New":      "",
		"github.com/aws/aws-sdk-go/service/s3.New":                        "aws-client",
		"github.com/aws/aws-sdk-go/service/s3/s3manager.NewUploader":      "aws-client",
		"github.com/aws/aws-sdk-go/service/s3/s3manager.New":              "",
		"github.com/aws/aws-sdk-go/aws/session.NewSession":                "aws-config",
		"github.com/aws/aws-sdk-go/aws/session.Must":                      "",
		"database/sql.Open":                                                          "sql",
		"(*database/sql.DB).Query":                                                   "",
		"github.com/jackc/pgx/v5/pgxpool.New":                                        "sql",
		"github.com/jackc/pgx/v4/pgxpool.Connect":                                    "sql",
		"go.mongodb.org/mongo-driver/v2/mongo.Connect":                               "nosql",
		"github.com/redis/go-redis/v9.NewClient":                                     "cache",
		"github.com/gomodule/redigo/redis.Pool{}":                                    "cache",
		"github.com/segmentio/kafka-go.Writer{}":                                     "queue",
		"github.com/elastic/go-elasticsearch/v8.NewClient":                           "search",
		"google.golang.org/grpc.NewClient":                                           "rpc",
		"net/http.Transport{}":                                                       "http",
		"(*net/http.Transport).Clone":                                                "http",
		"net/http.Client{}":                                                          "",
		"net/http.NewRequest":                                                        "",
		"github.com/stripe/stripe-go/v82/client.New":                                 "cloud",
		"github.com/stripe/stripe-go/v82/checkout/session.New":                       "",
		"cloud.google.com/go/storage.NewClient":                                      "cloud",
		"cloud.google.com/go/secretmanager/apiv1.NewRESTClient":                      "cloud",
		"(*cloud.google.com/go/secretmanager/apiv1.Client).AccessSecretVersion":      "fetch",
		"google.golang.org/api/sheets/v4.NewService":                                 "cloud",
		"github.com/Azure/azure-sdk-for-go/sdk/azidentity.NewDefaultAzureCredential": "cloud",
		"(*firebase.google.com/go/v4.App).Auth":                                      "cloud",
		"github.com/dmitryikh/leaves.LGEnsembleFromFile":                             "model",
		"github.com/open-policy-agent/opa/v1/rego.New":                               "engine",
		"go.uber.org/zap.NewProduction":                                              "telemetry",
		"go.uber.org/zap.New":                                                        "",
		"log/slog.New":                                                               "",
		"net/http.NewServeMux":                                                       "router",
		"github.com/awslabs/aws-lambda-go-api-proxy/gin.New":                         "router",
		"regexp.MustCompile":                                                         "cpu",
		"text/template.New":                                                          "",
		"(*text/template.Template).Parse":                                            "cpu",
	} {
		got := ""
		if e, ok := Default().LookupFullName(name); ok {
			got = e.Kind
		}
		if got != kind {
			t.Errorf("%s: kind %q, want %q", name, got, kind)
		}
	}
}

func TestDefaultExclusive(t *testing.T) {
	for name, want := range map[string]bool{
		"github.com/jackc/pgx/v5.Connect":     true,
		"github.com/jackc/pgx/v5/pgxpool.New": false,
		"github.com/dop251/goja.New":          true,
		"github.com/rabbitmq/amqp091-go.Dial": false,
	} {
		e, ok := Default().LookupFullName(name)
		if !ok || e.Exclusive != want {
			t.Errorf("%s: %+v, want exclusive %t", name, e, want)
		}
	}
}

// fn makes a function or, with a receiver, a method of package path.
func fn(path, recv, name string, result types.Type) *types.Func {
	pkg := types.NewPackage(path, "p")
	var r *types.Var
	if recv != "" {
		r = types.NewVar(token.NoPos, pkg, "", types.NewPointer(named(pkg, recv)))
	}
	var results *types.Tuple
	if result != nil {
		results = types.NewTuple(types.NewVar(token.NoPos, pkg, "", result))
	}
	return types.NewFunc(token.NoPos, pkg, name, types.NewSignatureType(r, nil, nil, nil, results, false))
}

func named(pkg *types.Package, name string) *types.Named {
	return types.NewNamed(types.NewTypeName(token.NoPos, pkg, name, nil), types.NewStruct(nil, nil), nil)
}

func TestLookup(t *testing.T) {
	c := mustParse(t, `
http a/b.New text
http (*a/b.T).New text
http a/b.T{} text
http a/r.New* -> *Client text
`)
	r := types.NewPackage("a/r", "r")
	for _, test := range []struct {
		fn   *types.Func
		want bool
	}{
		{nil, false},
		{types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0), false},
		{fn("a/b", "", "New", nil), true},
		{fn("a/b [a/b.test]", "", "New", nil), true},
		{fn("a/b", "T", "New", nil), true},
		{fn("a/b", "U", "New", nil), false},
		{fn("a/b", "", "Newer", nil), false},
		{fn("a/b/c", "", "New", nil), false},
		{fn("a/r", "", "NewClient", types.NewPointer(named(r, "Client"))), true},
		{fn("a/r", "", "NewClient", named(r, "Client")), false},
		{fn("a/r", "", "NewPresign", types.NewPointer(named(r, "PresignClient"))), false},
		{fn("a/r", "", "NewClient", types.NewPointer(named(types.NewPackage("x", "x"), "Client"))), false},
		{fn("a/r", "", "NewNothing", nil), false},
	} {
		if _, got := c.Lookup(test.fn); got != test.want {
			t.Errorf("Lookup(%v) = %t, want %t", test.fn, got, test.want)
		}
	}
}

func TestLookupType(t *testing.T) {
	c := mustParse(t, "http a/b.T{} text\nhttp a/b.New text")
	b := types.NewPackage("a/b", "b")
	for _, test := range []struct {
		typ  types.Type
		want bool
	}{
		{nil, false},
		{types.Typ[types.Int], false},
		{named(b, "T"), true},
		{types.NewPointer(named(b, "T")), true},
		{types.NewAlias(types.NewTypeName(token.NoPos, b, "A", nil), named(b, "T")), true},
		{named(b, "New"), false},
		{named(types.NewPackage("a/c", "c"), "T"), false},
	} {
		if _, got := c.LookupType(test.typ); got != test.want {
			t.Errorf("LookupType(%v) = %t, want %t", test.typ, got, test.want)
		}
	}
}

// TestPrecedence checks which of several matching lines wins.
func TestPrecedence(t *testing.T) {
	c := mustParse(t, `
http a/**.New*       general
rpc  a/b/*.New*      closer
sql  a/b/c.New*      package
!    a/b/c.NewCheap* cheap
cpu  a/b/c.NewCheapNot name
sql  x/*.New         equal
!    x/*.New -> *T   cheaper
`)
	for name, kind := range map[string]string{
		"a/z/z.NewX":        "http",
		"a/b/z.NewX":        "rpc",
		"a/b/c.NewX":        "sql",
		"a/b/c.NewCheap":    "",
		"a/b/c.NewCheapNot": "cpu",
		"x/y.New":           "",
	} {
		checkKindOf(t, c, name, kind)
	}
}

func TestMerge(t *testing.T) {
	c := mustParse(t, "http a/b.New* built-in\nhttp a/c.New built-in\n! a/d.New cheap")
	merged := c.Merge(mustParse(t, "! a/**.New* users\nsql a/c.New users\nrpc a/d.New users"))
	checkKindOf(t, merged, "a/b.New", "")
	checkKindOf(t, merged, "a/c.New", "sql")
	checkKindOf(t, merged, "a/d.New", "rpc")
	again := merged.Merge(mustParse(t, "queue a/*.New again"))
	checkKindOf(t, again, "a/b.New", "queue")
	checkKindOf(t, c, "a/b.New", "http")
	if c.Merge(nil) != c {
		t.Error("Merge(nil) is another catalogue")
	}
}

func TestKinds(t *testing.T) {
	for _, k := range Kinds() {
		if !IsKind(k.Name) || k.Title == "" {
			t.Errorf("kind %+v", k)
		}
	}
	if IsKind("") || IsKind("!") || IsKind("SQL") {
		t.Error("IsKind accepts what is none")
	}
}

func TestConcurrentLookup(t *testing.T) {
	c := mustParse(t, "http a/*.New text")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, path := range []string{"a/b", "a/c", "a/d", "b/c"} {
				c.Lookup(fn(path, "", "New", nil))
			}
		})
	}
	wg.Wait()
}

func mustParse(t testing.TB, text string) *Catalog {
	t.Helper()
	c, err := Parse("test", text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func checkKindOf(t *testing.T, c *Catalog, name, kind string) {
	t.Helper()
	got := ""
	if e, ok := c.LookupFullName(name); ok {
		got = e.Kind
	}
	if got != kind {
		t.Errorf("%s: kind %q, want %q", name, got, kind)
	}
}

func BenchmarkLookup(b *testing.B) {
	c := Default()
	for name, f := range map[string]*types.Func{
		"hit":         fn("database/sql", "", "Open", nil),
		"method":      fn("net/http", "Transport", "Clone", nil),
		"sameName":    fn("example.com/app", "", "Open", nil),
		"samePackage": fn("net/http", "", "NewRequest", nil),
		"otherwise":   fn("fmt", "", "Println", nil),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Lookup(f)
			}
		})
	}
}

func BenchmarkParseDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parseTables(); err != nil {
			b.Fatal(err)
		}
	}
}

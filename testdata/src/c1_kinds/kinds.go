// Package kinds: C1, at least one constructor per kind that is on by default.
package kinds

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"cloud.google.com/go/storage"
	"github.com/aws/aws-lambda-go/events"
	"github.com/bradfitz/gomemcache/memcache"
	"github.com/dmitryikh/leaves"
	elasticsearch "github.com/elastic/go-elasticsearch/v8"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-resty/resty/v2"
	"github.com/google/cel-go/cel"
	"github.com/gorilla/mux"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/pemistahl/lingua-go"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/segmentio/kafka-go"
	"github.com/slack-go/slack"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.uber.org/zap"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

func handleSQL(ctx context.Context, event events.SQSEvent) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want `sql\.Open`
	if err != nil {
		return err
	}
	defer db.Close()
	sqlx.MustConnect("pgx", os.Getenv("DSN"))                                    // want `sqlx\.MustConnect`
	if _, err := sqlx.ConnectContext(ctx, "pgx", os.Getenv("DSN")); err != nil { // want `sqlx\.ConnectContext`
		return err
	}
	conn, err := pgx.Connect(ctx, os.Getenv("DSN")) // want `pgx\.Connect`
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	cfg, err := pgxpool.ParseConfig(os.Getenv("DSN"))
	if err != nil {
		return err
	}
	cfg.MaxConns = 1
	if _, err = pgxpool.NewWithConfig(ctx, cfg); err != nil { // want `pgxpool\.NewWithConfig`
		return err
	}
	_, err = pgxpool.New(ctx, "") // want `pgxpool\.New`
	if err != nil {
		return err
	}
	_, err = gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want `gorm\.Open`
	return err
}

func handleNoSQL(ctx context.Context, event events.SQSEvent) error {
	client, err := mongo.Connect(ctx, options.Client().ApplyURI(os.Getenv("URI"))) // want `mongo\.Connect`
	if err != nil {
		return err
	}
	defer func() { _ = client.Disconnect(ctx) }()
	return client.Database("app").Collection("orders").FindOne(ctx, nil).Decode(nil)
}

func handleCache(ctx context.Context, event events.SQSEvent) {
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS")}) // want `redis\.NewClient`
	defer rdb.Close()
	redis.NewClusterClient(&redis.ClusterOptions{}) // want `redis\.NewClusterClient`
	memcache.New("localhost:11211")                 // want `memcache\.New`
}

func handleQueue(ctx context.Context, event events.SQSEvent) error {
	w := &kafka.Writer{Addr: kafka.TCP("localhost:9092"), Topic: "t", Balancer: &kafka.LeastBytes{}} // want `kafka\.Writer`
	defer w.Close()
	kafka.NewReader(kafka.ReaderConfig{Topic: "t"}) // want `kafka\.NewReader`
	return w.WriteMessages(ctx, kafka.Message{Value: []byte("x")})
}

func handleSearch(ctx context.Context, event events.SQSEvent) error {
	_, err := elasticsearch.NewClient(elasticsearch.Config{Addresses: []string{"x"}}) // want `elasticsearch\.NewClient`
	if err != nil {
		_, err = elasticsearch.NewDefaultClient() // want `elasticsearch\.NewDefaultClient`
	}
	return err
}

func handleRPC(ctx context.Context, event events.SQSEvent) error {
	conn, err := grpc.NewClient("localhost:50051", grpc.WithTransportCredentials(insecure.NewCredentials())) // want `grpc\.NewClient`
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = grpc.DialContext(ctx, "localhost:50051") // want `grpc\.DialContext`
	return err
}

func handleHTTP(ctx context.Context, event events.SQSEvent) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}} // want `http\.Transport`
	_ = client
	t := new(http.Transport) // want `http\.Transport`
	t.MaxIdleConns = 1
	byValue := http.Transport{MaxIdleConns: 2} // want `http\.Transport`
	_ = &byValue
	clone := http.DefaultTransport.(*http.Transport).Clone() // want `Clone`
	clone.MaxIdleConns = 1
	resty.New()               // want `resty\.New`
	retryablehttp.NewClient() // want `retryablehttp\.NewClient`
}

func handleCloud(ctx context.Context, event events.SQSEvent) error {
	client, err := storage.NewClient(ctx) // want `storage\.NewClient`
	if err != nil {
		return err
	}
	slack.New(os.Getenv("SLACK_TOKEN")) // want `slack\.New`
	return client.Close()
}

func handleModel(ctx context.Context, event events.SQSEvent) (float64, error) {
	model, err := leaves.XGEnsembleFromFile("/opt/model.bin", false) // want `leaves\.XGEnsembleFromFile`
	if err != nil {
		return 0, err
	}
	return model.PredictSingle([]float64{1}, 0), nil
}

func handleEngine(ctx context.Context, event events.SQSEvent) error {
	policy := rego.New(rego.Query("data.app.allow")) // want `rego\.New`
	query, err := policy.PrepareForEval(ctx)         // want `PrepareForEval`
	if err != nil {
		return err
	}
	_ = query
	env, err := cel.NewEnv(cel.Variable("x", cel.StringType)) // want `cel\.NewEnv`
	if err != nil {
		return err
	}
	_ = env
	detector := lingua.NewLanguageDetectorBuilder().FromAllLanguages().Build() // want `lingua\.NewLanguageDetectorBuilder`
	_, _ = detector.DetectLanguageOf("text")
	return nil
}

func handleTelemetry(ctx context.Context, event events.SQSEvent) {
	logger, err := zap.NewProduction() // want `zap\.NewProduction`
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = logger.Sync() }()
	cfg := zap.NewProductionConfig()
	_, _ = cfg.Build()           // want `Build`
	sdktrace.NewTracerProvider() // want `trace\.NewTracerProvider`
	prometheus.NewRegistry()     // want `prometheus\.NewRegistry`
}

func handleRouter(ctx context.Context, event events.APIGatewayProxyRequest) {
	gin.New()          // want `gin\.New`
	echo.New()         // want `echo\.New`
	chi.NewRouter()    // want `chi\.NewRouter`
	mux.NewRouter()    // want `mux\.NewRouter`
	http.NewServeMux() // want `http\.NewServeMux`
}

// Package world is what functions talk to: S3, PostgreSQL and a model on disk.
package world

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/lambdainit/lambdainit/proof/internal/certs"
	"github.com/lambdainit/lambdainit/proof/internal/forest"
	"github.com/lambdainit/lambdainit/proof/internal/objectstore"
	"github.com/lambdainit/lambdainit/proof/internal/postgres"
	"github.com/lambdainit/lambdainit/proof/internal/wire"
)

// What is in S3 at first.
const (
	archiveBucket = "archive"
	publicBucket  = "public"
	ratesKey      = "rates.json"
	rates         = `{"CHF":0.9312,"EUR":1,"USD":1.1604}`
)

// orders is the content of the database.
const orders = `
CREATE TABLE orders (id text PRIMARY KEY, customer text NOT NULL, cents bigint NOT NULL);
CREATE INDEX ON orders (customer);
INSERT INTO orders SELECT 'order-' || i, 'customer-' || i % 10, i * 100 FROM generate_series(1, 1000) AS i;
ANALYZE orders;
`

// A World has the servers and files.
type World struct {
	Objects  *objectstore.Server
	Database *postgres.Server // nil if PostgreSQL is not installed
	Missing  error            // why it is nil
	model    string
	set      certs.Set
}

// Options say what a world is to be like.
type Options struct {
	MaxConnections int // that PostgreSQL admits
	Forest         forest.Shape
}

// Start makes a world, with its files in a folder.
func Start(ctx context.Context, folder string, o Options) (*World, error) {
	w := &World{model: filepath.Join(folder, "model.txt")}
	if err := w.start(ctx, folder, o); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *World) start(ctx context.Context, folder string, o Options) (err error) {
	if w.set, err = certs.Make(folder); err != nil {
		return err
	}
	if err = forest.Write(w.model, o.Forest); err != nil {
		return err
	}
	if w.Objects, err = objectstore.Start(w.set, archiveBucket, "photos", publicBucket); err != nil {
		return err
	}
	if err = w.Objects.Put(publicBucket, ratesKey, rates); err != nil {
		return err
	}
	w.Database, err = postgres.Start(ctx, w.set, o.MaxConnections)
	if errors.Is(err, postgres.ErrMissing) {
		w.Missing = err
		return nil
	}
	if err != nil {
		return err
	}
	return w.Database.Exec(ctx, orders)
}

// ModelSize is the size of the model's file in bytes.
func (w *World) ModelSize() (int64, error) {
	info, err := os.Stat(w.model)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// Close ends the servers.
func (w *World) Close() error {
	var errs []error
	if w.Objects != nil {
		errs = append(errs, w.Objects.Close())
	}
	if w.Database != nil {
		errs = append(errs, w.Database.Close())
	}
	return errors.Join(errs...)
}

// A Link is a function's way to the servers, of a certain length.
type Link struct {
	objects, database *wire.Wire
	world             *World
}

// Link makes a way on which a message and its answer take roundTrip longer.
func (w *World) Link(roundTrip time.Duration) (*Link, error) {
	l := &Link{world: w}
	var err error
	if l.objects, err = wire.To(w.Objects.Address, roundTrip); err != nil {
		return nil, err
	}
	if w.Database == nil {
		return l, nil
	}
	if l.database, err = wire.To(w.Database.Address, roundTrip); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

// Env is what a function has to know.
func (l *Link) Env() []string {
	objects := "https://" + l.objects.Address()
	env := []string{
		"SSL_CERT_FILE=" + l.world.set.Authority,
		"AWS_ENDPOINT_URL_S3=" + objects,
		"RATES_URL=" + objects + "/" + publicBucket + "/" + ratesKey,
		"ARCHIVE_BUCKET=" + archiveBucket,
		"MODEL_PATH=" + l.world.model,
	}
	if l.database != nil {
		env = append(env, "DATABASE_URL="+l.world.Database.URL(l.database.Address()))
	}
	return env
}

// Opened is the number of connections opened so far. Both servers let nothing
// in but TLS, so that is the number of TLS connections, too.
func (l *Link) Opened() int {
	n := l.objects.Opened()
	if l.database != nil {
		n += l.database.Opened()
	}
	return n
}

// Close cuts all connections.
func (l *Link) Close() {
	l.objects.Close()
	if l.database != nil {
		l.database.Close()
	}
}

// Need is what a case cannot do without.
type Need string

// What there is beside S3, which is always there.
const (
	Nothing    Need = ""
	PostgreSQL Need = "PostgreSQL"
)

// Lacks says why something that is needed is not there, or returns nil.
func (w *World) Lacks(n Need) error {
	if n == PostgreSQL && w.Missing != nil {
		return fmt.Errorf("skipped: %w", w.Missing)
	}
	return nil
}

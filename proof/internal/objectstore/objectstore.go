// Package objectstore is S3 over TLS on loopback, in memory.
package objectstore

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"github.com/lambdainit/lambdainit/proof/internal/certs"
)

// A Server is a running S3.
type Server struct {
	Address string
	http    http.Server
	backend *s3mem.Backend
}

// Start starts S3 with those buckets.
func Start(set certs.Set, buckets ...string) (*Server, error) {
	config, err := set.Server()
	if err != nil {
		return nil, err
	}
	// S3 speaks HTTP/1.1.
	config.NextProtos = []string{"http/1.1"}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening for S3: %w", err)
	}
	s := &Server{Address: listener.Addr().String(), backend: s3mem.New()}
	for _, bucket := range buckets {
		if err := s.CreateBucket(bucket); err != nil {
			return nil, err
		}
	}
	s.http.Handler = gofakes3.New(sorted{s.backend}).Server()
	s.http.TLSConfig = config
	s.http.ErrorLog = log.New(io.Discard, "", 0) // killed functions break connections off
	go s.http.ServeTLS(listener, "", "")         //nolint:errcheck // always ErrServerClosed, from Close
	return s, nil
}

// sorted lists buckets by name, as S3 does.
type sorted struct{ *s3mem.Backend }

func (s sorted) ListBuckets() ([]gofakes3.BucketInfo, error) {
	buckets, err := s.Backend.ListBuckets()
	slices.SortFunc(buckets, func(a, b gofakes3.BucketInfo) int { return strings.Compare(a.Name, b.Name) })
	return buckets, err
}

// CreateBucket adds a bucket.
func (s *Server) CreateBucket(name string) error {
	if err := s.backend.CreateBucket(name); err != nil {
		return fmt.Errorf("creating the bucket %s: %w", name, err)
	}
	return nil
}

// Put adds an object. Who knows its address can read it: nobody here checks
// signatures.
func (s *Server) Put(bucket, key, content string) error {
	_, err := s.backend.PutObject(bucket, key, map[string]string{}, strings.NewReader(content), int64(len(content)), nil)
	if err != nil {
		return fmt.Errorf("adding %s to the bucket %s: %w", key, bucket, err)
	}
	return nil
}

// Close ends the server and its connections.
func (s *Server) Close() error { return s.http.Close() }

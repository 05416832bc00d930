// Package postgres runs a PostgreSQL server of its own on loopback, that only
// speaks TLS, from what is installed (Debian: apt-get install postgresql).
package postgres

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/lambdainit/lambdainit/proof/internal/certs"
)

// ErrMissing says that PostgreSQL is not installed.
var ErrMissing = errors.New("PostgreSQL is not installed (Debian: apt-get install postgresql)")

// The role and the password with which functions log in.
const (
	role     = "proof"
	password = "proof"
)

// A Server is a running PostgreSQL.
type Server struct {
	Address string
	Version string
	folder  string // all its files
	set     certs.Set
	owner   *syscall.Credential // nil: whoever we are
	cmd     *exec.Cmd
	ended   chan struct{}
	log     *os.File
}

// Start makes a new database cluster and serves it. It admits maxConnections
// connections, none of them reserved for administrators.
func Start(ctx context.Context, set certs.Set, maxConnections int) (*Server, error) {
	programs, err := find()
	if err != nil {
		return nil, err
	}
	s := &Server{set: set, ended: make(chan struct{})}
	if err := s.start(ctx, programs, maxConnections); err != nil {
		return nil, errors.Join(fmt.Errorf("PostgreSQL: %w", err), s.Close())
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, programs string, maxConnections int) error {
	for _, step := range []func() error{
		s.ownFolder,
		func() error { return s.initialise(ctx, programs) },
		func() error { return s.serve(programs, maxConnections) },
		func() error { return s.awaitStart(ctx) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// find gives the folder of the newest PostgreSQL's programs.
func find() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", ErrMissing
	}
	return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })), nil
}

// version is the version in the path of Debian's initdb.
func version(initdb string) int {
	n, err := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(initdb))))
	if err != nil {
		return 0
	}
	return n
}

// ownFolder makes a folder for the server, owned by the user postgres if we
// are root: PostgreSQL refuses to run as root.
func (s *Server) ownFolder() (err error) {
	if s.folder, err = os.MkdirTemp("", "lambdainit-proof-postgres-"); err != nil {
		return err
	}
	if os.Geteuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return fmt.Errorf("it does not run as root, and: %w", err)
	}
	uid, err1 := strconv.ParseUint(account.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(account.Gid, 10, 32)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	s.owner = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(s.folder, int(uid), int(gid))
}

// command is a program of PostgreSQL's, run as the owner of its files.
func (s *Server) command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = s.folder
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.owner}
	cmd.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C"}
	return cmd
}

// initialise makes the cluster, and its key and certificate.
func (s *Server) initialise(ctx context.Context, programs string) error {
	for _, file := range []struct{ from, to string }{
		{s.set.Certificate, "server.pem"}, {s.set.Key, "server.key"},
	} {
		data, err := os.ReadFile(file.from)
		if err != nil {
			return err
		}
		if err := s.write(file.to, data); err != nil {
			return err
		}
	}
	if err := s.write("password", []byte(password)); err != nil {
		return err
	}
	initdb := s.command(filepath.Join(programs, "initdb"), "--pgdata=data", "--username="+role,
		"--pwfile=password", "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync", "--no-instructions")
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	// Nothing but TLS gets in.
	return errors.Join(ctx.Err(), s.write("data/pg_hba.conf", []byte("hostssl all all 127.0.0.1/32 scram-sha-256\n")))
}

// write writes a file that belongs to the server.
func (s *Server) write(name string, data []byte) error {
	file := filepath.Join(s.folder, name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return err
	}
	if s.owner == nil {
		return nil
	}
	return os.Chown(file, int(s.owner.Uid), int(s.owner.Gid))
}

// serve starts the server.
func (s *Server) serve(programs string, maxConnections int) (err error) {
	port, err := freePort()
	if err != nil {
		return err
	}
	if s.log, err = os.Create(filepath.Join(s.folder, "log")); err != nil {
		return err
	}
	s.Address = net.JoinHostPort("127.0.0.1", port)
	s.cmd = s.command(filepath.Join(programs, "postgres"), "-D", "data", "-p", port,
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "ssl=on", "-c", "ssl_cert_file=../server.pem", "-c", "ssl_key_file=../server.key",
		"-c", "max_connections="+strconv.Itoa(maxConnections), "-c", "superuser_reserved_connections=0",
		"-c", "shared_buffers=16MB", "-c", "fsync=off")
	s.cmd.Stdout, s.cmd.Stderr = s.log, s.log
	if err := s.cmd.Start(); err != nil {
		return err
	}
	go func() {
		_ = s.cmd.Wait() // what went wrong stands in its log
		close(s.ended)
	}()
	return nil
}

func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}

// awaitStart waits until the server answers.
func (s *Server) awaitStart(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		err := s.query(ctx, "SHOW server_version", &s.Version)
		if err == nil {
			s.Version, _, _ = strings.Cut(s.Version, " ")
			return nil
		}
		select {
		case <-time.After(50 * time.Millisecond):
		case <-s.ended:
			return fmt.Errorf("it ended: %s", s.Log())
		case <-ctx.Done():
			return fmt.Errorf("it does not answer: %w: %s", err, s.Log())
		}
	}
}

// Log is what the server has logged.
func (s *Server) Log() string {
	data, err := os.ReadFile(filepath.Join(s.folder, "log"))
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// Close ends the server and removes its files.
func (s *Server) Close() error {
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.cmd.Process.Signal(syscall.SIGQUIT) // at once; it may have ended by itself
		<-s.ended
	}
	if s.log != nil {
		s.log.Close()
	}
	return os.RemoveAll(s.folder)
}

// URL is where functions find the database, if it is at that address.
func (s *Server) URL(address string) string {
	return fmt.Sprintf("postgres://%s:%s@%s/postgres?sslmode=verify-full", role, password, address)
}

// Exec runs statements.
func (s *Server) Exec(ctx context.Context, statements string) error {
	conn, err := s.connect(ctx)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statements)
	return errors.Join(err, conn.Close(ctx))
}

// AwaitIdle waits until no function is connected any more: PostgreSQL notices
// only after a while that a client was killed.
func (s *Server) AwaitIdle(ctx context.Context) error {
	const others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
	for {
		var n int
		if err := s.query(ctx, others, &n); err == nil && n == 0 {
			return nil
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return fmt.Errorf("waiting for PostgreSQL's connections to end: %w", ctx.Err())
		}
	}
}

func (s *Server) query(ctx context.Context, statement string, result any) error {
	conn, err := s.connect(ctx)
	if err != nil {
		return err
	}
	return errors.Join(conn.QueryRow(ctx, statement).Scan(result), conn.Close(ctx))
}

func (s *Server) connect(ctx context.Context) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(s.URL(s.Address))
	if err != nil {
		return nil, err
	}
	if config.TLSConfig, err = s.set.Client(); err != nil {
		return nil, err
	}
	config.TLSConfig.ServerName = config.Host
	return pgx.ConnectConfig(ctx, config)
}

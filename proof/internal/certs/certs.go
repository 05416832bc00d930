// Package certs makes a certificate authority for one run, and the
// certificate of the servers on loopback.
package certs

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// A Set names the files of a run's certificates.
type Set struct {
	Authority   string // for SSL_CERT_FILE: whom functions trust
	Certificate string // of the servers on 127.0.0.1
	Key         string
}

// Make writes a set into a folder.
func Make(folder string) (Set, error) {
	s := Set{
		Authority:   filepath.Join(folder, "authority.pem"),
		Certificate: filepath.Join(folder, "server.pem"),
		Key:         filepath.Join(folder, "server.key"),
	}
	authorityKey, err1 := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	serverKey, err2 := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err := errors.Join(err1, err2); err != nil {
		return Set{}, fmt.Errorf("making keys: %w", err)
	}
	authority := template(1, "lambdainit proof: authority")
	authority.IsCA, authority.BasicConstraintsValid = true, true
	authority.KeyUsage = x509.KeyUsageCertSign
	server := template(2, "lambdainit proof: server")
	server.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	server.KeyUsage = x509.KeyUsageDigitalSignature
	server.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}

	authorityDER, err1 := x509.CreateCertificate(rand.Reader, authority, authority, &authorityKey.PublicKey, authorityKey)
	serverDER, err2 := x509.CreateCertificate(rand.Reader, server, authority, &serverKey.PublicKey, authorityKey)
	keyDER, err3 := x509.MarshalPKCS8PrivateKey(serverKey)
	if err := errors.Join(err1, err2, err3); err != nil {
		return Set{}, fmt.Errorf("making certificates: %w", err)
	}
	return s, errors.Join(
		writePEM(s.Authority, "CERTIFICATE", authorityDER),
		writePEM(s.Certificate, "CERTIFICATE", serverDER),
		writePEM(s.Key, "PRIVATE KEY", keyDER))
}

// template is a certificate for the days around a run.
func template(serial int64, name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-24 * time.Hour),
		NotAfter:     time.Now().Add(7 * 24 * time.Hour),
	}
}

func writePEM(file, kind string, der []byte) error {
	return os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600)
}

// Server is the TLS configuration of a server with the set's certificate.
func (s Set) Server() (*tls.Config, error) {
	pair, err := tls.LoadX509KeyPair(s.Certificate, s.Key)
	if err != nil {
		return nil, fmt.Errorf("reading the server's certificate: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}, nil
}

// Client is the TLS configuration of a client that trusts the set's authority.
func (s Set) Client() (*tls.Config, error) {
	data, err := os.ReadFile(s.Authority)
	if err != nil {
		return nil, fmt.Errorf("reading the authority's certificate: %w", err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(data)
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, nil
}

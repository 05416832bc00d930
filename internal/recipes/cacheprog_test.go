package recipes

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// cacheProgram speaks the GOCACHEPROG protocol and keeps everything in the
// folder $CACHE_DIR: a file per output, and per action one that names its
// output. It appends what it is asked to keep to $CACHE_LOG.
func cacheProgram() {
	if err := serve(os.Getenv("CACHE_DIR"), os.Getenv("CACHE_LOG")); err != nil {
		fmt.Fprintln(os.Stderr, "your-cache-program:", err)
		os.Exit(1)
	}
}

type request struct {
	ID                 int64
	Command            string
	ActionID, OutputID []byte
	BodySize           int64
}

type response struct {
	ID            int64
	KnownCommands []string `json:",omitempty"`
	Err           string   `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

func serve(dir, logFile string) error {
	log, err := os.OpenFile(logFile, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	in, out := json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(os.Stdout)
	if err := out.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var req request
		if err := in.Decode(&req); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		res := response{ID: req.ID}
		switch req.Command {
		case "get":
			get(dir, &req, &res)
		case "put":
			var body []byte
			if req.BodySize > 0 {
				if err := in.Decode(&body); err != nil {
					return err
				}
			}
			fmt.Fprintf(log, "%x %x\n", req.ActionID, req.OutputID)
			put(dir, &req, body, &res)
		}
		if err := out.Encode(res); err != nil {
			return err
		}
	}
}

func get(dir string, req *request, res *response) {
	text, err := os.ReadFile(filepath.Join(dir, "action-"+hex.EncodeToString(req.ActionID)))
	if err != nil {
		res.Miss = true
		return
	}
	output := strings.TrimSpace(string(text))
	res.OutputID, _ = hex.DecodeString(output)
	res.DiskPath = filepath.Join(dir, output)
	info, err := os.Stat(res.DiskPath)
	if err != nil {
		res.Err = err.Error()
		return
	}
	res.Size = info.Size()
}

func put(dir string, req *request, body []byte, res *response) {
	output := hex.EncodeToString(req.OutputID)
	res.DiskPath = filepath.Join(dir, output)
	err := errors.Join(os.WriteFile(res.DiskPath, body, 0o644),
		os.WriteFile(filepath.Join(dir, "action-"+hex.EncodeToString(req.ActionID)), []byte(output), 0o644))
	if err != nil {
		res.Err = err.Error()
	}
}

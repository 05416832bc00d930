// Package keyed: G3, maps, sync.Map, LRU caches, pools, singleflight.
package keyed

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	lru "github.com/hashicorp/golang-lru/v2"
	gocache "github.com/patrickmn/go-cache"
	"golang.org/x/sync/singleflight"
)

type entry struct {
	client  *s3.Client
	expires time.Time
}

var (
	clients   = map[string]*s3.Client{}
	entries   = map[string]*entry{}
	nested    = map[string]map[string]*s3.Client{}
	mu        sync.RWMutex
	syncMap   sync.Map
	group     singleflight.Group
	recent, _ = lru.New[string, *s3.Client](16)
	expiring  = gocache.New(time.Hour, time.Hour)
	pool      = sync.Pool{New: func() any { return s3.New(s3.Options{}) }}
	stage     = os.Getenv("STAGE")
)

func commaOK(ctx context.Context, event events.SQSEvent) *s3.Client {
	c, ok := clients[stage]
	if !ok {
		c = s3.New(s3.Options{})
		clients[stage] = c
	}
	return c
}

func inIf(ctx context.Context, event events.SQSEvent) *s3.Client {
	if c, ok := clients[stage]; ok {
		return c
	}
	c := s3.New(s3.Options{})
	clients[stage] = c
	return c
}

func inElse(ctx context.Context, event events.SQSEvent) {
	if c, ok := clients[stage]; ok {
		_ = c
	} else {
		clients[stage] = s3.New(s3.Options{})
	}
}

func nilTest(ctx context.Context, event events.SQSEvent) *s3.Client {
	if clients[stage] == nil {
		clients[stage] = s3.New(s3.Options{})
	}
	return clients[stage]
}

func onlyOK(ctx context.Context, event events.SQSEvent) error {
	if _, ok := clients[stage]; !ok {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		clients[stage] = s3.NewFromConfig(cfg)
	}
	return nil
}

func expired(ctx context.Context, event events.SQSEvent) *s3.Client {
	e, ok := entries[stage]
	if !ok || e.expires.Before(time.Now()) {
		e = &entry{client: s3.New(s3.Options{}), expires: time.Now().Add(time.Hour)}
		entries[stage] = e
	}
	return e.client
}

func locked(ctx context.Context, event events.SQSEvent) *s3.Client {
	mu.RLock()
	c := clients[stage]
	mu.RUnlock()
	if c != nil {
		return c
	}
	mu.Lock()
	defer mu.Unlock()
	if c, ok := clients[stage]; ok {
		return c
	}
	c = s3.New(s3.Options{})
	clients[stage] = c
	return c
}

func twoLevels(ctx context.Context, event events.SQSEvent) *s3.Client {
	byRegion, ok := nested[stage]
	if !ok {
		byRegion = map[string]*s3.Client{}
		nested[stage] = byRegion
	}
	c, ok := byRegion["eu"]
	if !ok {
		c = s3.New(s3.Options{})
		byRegion["eu"] = c
	}
	return c
}

func loadStore(ctx context.Context, event events.SQSEvent) *s3.Client {
	if v, ok := syncMap.Load(stage); ok {
		return v.(*s3.Client)
	}
	c := s3.New(s3.Options{})
	syncMap.Store(stage, c)
	return c
}

func loadLoadOrStore(ctx context.Context, event events.SQSEvent) *s3.Client {
	v, ok := syncMap.Load(stage)
	if !ok {
		v, _ = syncMap.LoadOrStore(stage, s3.New(s3.Options{}))
	}
	return v.(*s3.Client)
}

func inLRU(ctx context.Context, event events.SQSEvent) *s3.Client {
	c, ok := recent.Get(stage)
	if !ok {
		c = s3.New(s3.Options{})
		recent.Add(stage, c)
	}
	return c
}

func inGoCache(ctx context.Context, event events.SQSEvent) *s3.Client {
	if v, found := expiring.Get(stage); found {
		return v.(*s3.Client)
	}
	c := s3.New(s3.Options{})
	expiring.Set(stage, c, gocache.DefaultExpiration)
	return c
}

func pooled(ctx context.Context, event events.SQSEvent) {
	c := pool.Get().(*s3.Client)
	defer pool.Put(c)
}

// flight: a miss and a store, inside singleflight.
func flight(ctx context.Context, event events.SQSEvent) (any, error) {
	if c, ok := clients[stage]; ok {
		return c, nil
	}
	v, err, _ := group.Do(stage, func() (any, error) {
		c := s3.New(s3.Options{})
		clients[stage] = c
		return c, nil
	})
	return v, err
}

// missInside: test and store both inside the callback.
func missInside(ctx context.Context, event events.SQSEvent) (any, error) {
	v, err, _ := group.Do(stage, func() (any, error) {
		if c, ok := syncMap.Load(stage); ok {
			return c, nil
		}
		c := s3.New(s3.Options{})
		syncMap.Store(stage, c)
		return c, nil
	})
	return v, err
}

// byHelper: get and put are functions.
func byHelper(ctx context.Context, event events.SQSEvent) *s3.Client {
	if c := lookUp(stage); c != nil {
		return c
	}
	return create(stage)
}

func lookUp(key string) *s3.Client { return clients[key] }

func create(key string) *s3.Client {
	c := s3.New(s3.Options{})
	clients[key] = c
	return c
}

// cache is a type of the module's own.
type cache struct {
	mu sync.Mutex
	m  map[string]*s3.Client
}

var own = &cache{m: map[string]*s3.Client{}}

func (c *cache) get(key string, build func() *s3.Client) *s3.Client {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.m[key]; ok {
		return v
	}
	v := build()
	c.m[key] = v
	return v
}

func inOwn(ctx context.Context, event events.SQSEvent) *s3.Client {
	return own.get(stage, func() *s3.Client { return s3.New(s3.Options{}) })
}

// Near misses.

func loadOrStore(ctx context.Context, event events.SQSEvent) *s3.Client {
	v, _ := syncMap.LoadOrStore(stage, s3.New(s3.Options{})) // want `s3\.New.*LoadOrStore gets it ready-made`
	return v.(*s3.Client)
}

func onlyFlight(ctx context.Context, event events.SQSEvent) (any, error) {
	v, err, _ := group.Do(stage, func() (any, error) {
		c := s3.New(s3.Options{}) // want `s3\.New`
		_, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
		return nil, err
	})
	return v, err
}

func neverStored(ctx context.Context, event events.SQSEvent) {
	c, ok := clients["unknown"]
	if !ok {
		c = s3.New(s3.Options{}) // want `s3\.New`
	}
	_ = c
}

func storedFirst(ctx context.Context, event events.SQSEvent) {
	clients[stage] = s3.New(s3.Options{}) // want `s3\.New`
	if _, ok := clients[stage]; !ok {
		return
	}
}

func localMap(ctx context.Context, event events.SQSEvent) {
	m := map[string]*s3.Client{}
	c, ok := m[stage]
	if !ok {
		c = s3.New(s3.Options{}) // want `s3\.New.*created during the invocation`
		m[stage] = c
	}
}

func localCache(ctx context.Context, event events.SQSEvent) {
	c := cache{m: map[string]*s3.Client{}}
	c.get(stage, func() *s3.Client { return s3.New(s3.Options{}) }) // want `s3\.New.*created during the invocation`
}

func localLRU(ctx context.Context, event events.SQSEvent) {
	l, _ := lru.New[string, *s3.Client](16) // want `lru\.New`
	if _, ok := l.Get(stage); !ok {
		l.Add(stage, s3.New(s3.Options{})) // want `s3\.New.*created during the invocation`
	}
}

func otherMap(ctx context.Context, event events.SQSEvent) {
	if _, ok := entries[stage]; !ok {
		clients[stage] = s3.New(s3.Options{}) // want `s3\.New`
	}
}

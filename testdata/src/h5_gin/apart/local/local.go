// Package main: H5 near miss, the same router served locally.
package main

import "example.test/lambda/h5_gin/apart/router"

func main() { _ = router.Engine().Run() }

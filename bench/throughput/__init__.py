"""Updates a second of this bot beside a bare echo of the library: `make bench`."""

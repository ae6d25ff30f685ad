# The two commands of the README: `make run` and `make test`. The rest are their parts.
ADDR ?= 127.0.0.1:8080
DATA ?= data
ENV := . target/tools/env.sh &&

.PHONY: run build test dev tools tools-test tools-bench site format lint unit browser gallery looks looks-renew lighthouse bench bench-read \
	bench-search fuzz clean standards contract deploy-check deb deb-test cluster cluster-down cluster-test chaos load sbom

run: build ## tools, build, take in the corpus, serve, print the address
	target/release/minhbach serve --data $(DATA) --addr $(ADDR)

build: tools site ## target/release/minhbach, with the site inside
	$(ENV) cargo build --release -p server

test: tools-test format site ## everything that must hold
	$(ENV) cargo build --release -p server
	$(MAKE) --no-print-directory lint unit browser deploy-check

dev: tools ## serve, and build anew on every change
	scripts/dev.sh

tools:
	scripts/tools.sh run

tools-test:
	scripts/tools.sh test

tools-bench:
	scripts/tools.sh bench

site:
	scripts/site.sh

format:
	$(ENV) cargo fmt --all --check

lint:
	$(ENV) cargo clippy --release --workspace --all-targets -- -D warnings

# nextest where it is there: a process for each test, so that one that crashes is named. It makes the
# tests' PostgreSQL and stores anew for each, two minutes instead of one.
unit: ## unit and integration tests, gold scores, both database engines
	$(ENV) if cargo nextest --version >/dev/null 2>&1; \
	then cargo nextest run --release --workspace --no-fail-fast; \
	else cargo test --release --workspace --lib --bins --tests; fi

# Tools of the standards that the data set and the API name, from PyPI.
PYTHON := target/tools/python/bin/python
$(PYTHON): scripts/standards/requirements.txt
	python3 -m venv target/tools/python
	target/tools/python/bin/pip install --quiet --requirement $<
	touch $@

standards: $(PYTHON) ## the data set and its catalogue by Frictionless, SHACL, Croissant and pandas
	$(ENV) cargo test --release -p server --test it standards -- --nocapture

contract: $(PYTHON) ## every operation of the API asked by Schemathesis; docs/API.md keeps the result
	scripts/standards/contract.sh

browser: ## journeys in a real browser, with and without JavaScript
	cd end2end && npx playwright test

gallery: tools-test build ## pictures of every page, phone and desktop, light and dark, in end2end/test-results/gallery
	cd end2end && npx playwright test -c gallery.config.ts

looks: tools-test build ## are all components drawn as in end2end/looks/kept? end2end/looks/README.md
	cd end2end && npx playwright test -c looks.config.ts

looks-renew: tools-test build ## draw those pictures anew
	cd end2end && npx playwright test -c looks.config.ts --update-snapshots

lighthouse: tools-test build ## Lighthouse's scores, quarter of an hour on a quiet machine; writes docs/LIGHTHOUSE.md
	cd end2end/lighthouse && npm ci --no-audit --no-fund --loglevel=error && node measure.mjs

bench: bench-read bench-search ## everything that is measured, half an hour

bench-read: ## how many bytes of plan text one core reads in a second; docs/BENCHMARKS.md keeps the results
	$(ENV) cargo bench -p plandoc --bench read

bench-search: tools-bench site ## the search beside its peers; writes docs/BENCHMARKS-SEARCH.md
	$(ENV) cargo bench -p server --bench search

# The test of plandoc that makes up documents, for longer than its minute in `make test`.
RUNS ?= 10000000
PROCESSES ?= $(shell nproc)
fuzz: ## RUNS made-up documents in PROCESSES processes; adds a line to docs/FUZZING.md
	RUNS=$(RUNS) PROCESSES=$(PROCESSES) scripts/fuzz.sh

# The program that is packed, run in the cluster, tried by faults and put under load.
export BIN ?= target/release/minhbach

deploy-check: ## units, settings, licences, headers and scripts; what has no tool here is skipped aloud
	deploy/check.sh

deb: ## target/deb/*.deb, of the program that is built
	deploy/debian/build.sh

deb-test: deb ## the package installed, run, upgraded, removed and purged in a fresh Debian
	deploy/debian/test.sh

cluster: ## etcd, two PostgreSQL, HAProxy and two portals on loopback; docs/CLUSTER.md
	deploy/cluster/up.sh

cluster-down:
	deploy/cluster/down.sh

cluster-test: ## the same while its parts fail; renews docs/CLUSTER.md
	deploy/cluster/test.sh

chaos: ## kills, full disk, damaged index, jumping clock, PostgreSQL gone; renews docs/CHAOS.md
	scripts/chaos/run.py

load: ## latencies, 304s, idle connections, memory; renews docs/LOAD.md
	scripts/load/run.sh

sbom: ## target/sbom.cdx.json: what the program is made of (CycloneDX)
	scripts/sbom.py >target/sbom.cdx.json

clean:
	rm -rf target end2end/node_modules end2end/lighthouse/node_modules end2end/test-results scripts/node_modules

# Set-up is two commands: `make demo` and `make test`. `make help` lists the rest.
.POSIX:
SHELL = /bin/sh

SWIFT = swift
PREFIX = /usr/local
DESTDIR =
PYTHON = python3
DATA = ../shared/data
RELEASE = .build/release
# The Swift runtime is linked in, so that an installed binary needs no toolchain.
RELEASE_FLAGS = -c release --static-swift-stdlib `Scripts/link-flags`

.PHONY: help setup build demo test test-swift test-kill fuzz golden golden-check lint format evaluate raise-floors evaluate-docs exports bench bench-archive train readme install uninstall clean

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1|\2/p' Makefile | while IFS='|' read -r name what; do printf 'make %-14s %s\n' "$$name" "$$what"; done

setup: ## install what is missing: system libraries, the encoder's weights
	@Scripts/setup

build: setup ## build for release
	$(SWIFT) build $(RELEASE_FLAGS)

demo: build ## build, and trace the example story
	@Scripts/demo $(RELEASE)/stemma

test: setup test-swift golden-check fuzz lint ## run every test, check the examples against their golden files, fuzz for some seconds, lint

test-swift:
	$(SWIFT) test

test-kill: build ## kill -9 the real process 200 times at random moments: nothing acknowledged may be lost
	STEMMA_KILLS=200 STEMMA_BINARY=$(RELEASE)/stemma $(SWIFT) test --filter KillTests

golden-check: build ## check the examples against their golden files
	@Scripts/golden check $(RELEASE)/stemma

golden: build ## rewrite the examples' golden files; review them as diffs
	@Scripts/golden rewrite $(RELEASE)/stemma

fuzz: ## fuzz what reads containers and encodings for some seconds; Fuzz/run SECONDS TARGET for longer
	@Fuzz/run 5 intake decoding

lint: ## check the sources' format
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift
	@Scripts/lint-scripts

format: ## format the sources in place
	$(SWIFT) format format --in-place --parallel --recursive Sources Tests Package.swift

evaluate: build ## measure, and fail where a score falls below its floor
	@$(PYTHON) Evaluation/gate --binaries $(RELEASE)

raise-floors: build ## raise the floors to what is measured now; they never fall
	@$(PYTHON) Evaluation/gate --binaries $(RELEASE) --raise

evaluate-docs: build ## measure, and write the figures into docs/EVALUATION.md
	@$(PYTHON) Evaluation/gate --binaries $(RELEASE) --docs

exports: build ## put every format and the server for assistants before their own validators and client, as far as PYTHON has them
	@$(PYTHON) Evaluation/exports.py $(RELEASE)/stemma Examples/grain-ship Examples/dam-leak
	@$(PYTHON) Evaluation/mcp_client.py $(RELEASE)/stemma Examples/grain-ship

bench: build ## time the tasks people have, beside their peers
	@Benchmarks/tasks $(RELEASE)

train: ## train the weights of name types anew (DATA is the folder of data sets)
	$(SWIFT) build -c release --product evaluate
	@Scripts/train-names $(RELEASE)/evaluate $(DATA)

bench-archive: build ## measure the archive: speed, size, searches over 100,000 articles (half an hour)
	@Benchmarks/archive $(RELEASE)

readme: build ## print the example's report into README.md
	@Scripts/update-readme $(RELEASE)/stemma

install: build ## install under PREFIX (default /usr/local)
	@Scripts/install $(RELEASE) "$(DESTDIR)$(PREFIX)"

uninstall: ## take away what install put under PREFIX; archives stay
	@Scripts/uninstall "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built and measured
	rm -rf .build Evaluation/out

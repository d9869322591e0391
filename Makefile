SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help serve test test-native test-web test-e2e soak fuzz coverage check fmt rules bench bench-page dist shots clean

PORT ?= 8080
with := . scripts/setup.sh &&

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

serve: ## build the release bundle and serve it on 127.0.0.1:8080 (PORT= for another)
	@$(with) need_page_tools && build_page && exec node scripts/serve.mjs dist --port $(PORT)

test: ## run every test: native, in the browser, end to end
	@scripts/test.sh native web e2e

test-native: ## the engine and the command line only
	@scripts/test.sh native

test-web: ## the page's parts in a browser only
	@scripts/test.sh web

test-e2e: ## the whole page in a browser only; ARGS= goes to Playwright
	@scripts/test.sh e2e

soak: ## compare the engine with the naive one at length; COUNT=, SECONDS= and SEED= change how
	@$(with) need_rust && SOAK_COUNT=$(or $(COUNT),100000) SOAK_SECONDS=$(or $(SECONDS),3600) SEED=$(or $(SEED),$$(date +%s)) \
	cargo test --locked --profile soak --test native naive -- --nocapture

fuzz: ## feed links, documents and imports with hostile bytes; SECONDS= or RUNS= for each target, TARGET= for one
	@SECONDS_EACH=$(SECONDS) RUNS_EACH=$(RUNS) TARGET=$(TARGET) scripts/fuzz.sh

coverage: ## measure which lines of the engine the native tests run
	@scripts/coverage.sh

check: ## format, lints for both targets, documentation, tidiness; no browser
	@$(with) need_rust && set -x && cargo fmt --check \
	&& cargo clippy --locked --all-targets -- -D warnings \
	&& cargo clippy --locked --target wasm32-unknown-unknown --features ui --all-targets -- -D warnings \
	&& RUSTDOCFLAGS='-D warnings' cargo doc --locked --target wasm32-unknown-unknown --features ui --no-deps --document-private-items --lib \
	&& cargo test --locked --test native tidy

fmt: ## format the sources
	@$(with) need_rust && cargo fmt

rules: ## write the explanations of the rules anew for the page (public/rules)
	@$(with) need_rust && for language in en zh; do \
	cargo run --locked --quiet -- explain --format json --lang $$language > public/rules/$$language.json.new \
	&& mv public/rules/$$language.json.new public/rules/$$language.json || exit 1; done

bench: ## measure the engine natively
	@$(with) need_rust && if [ -e examples/bench.rs ]; then cargo run --locked --quiet --profile native --example bench -- $(ARGS); \
	else say 'There are no benchmarks yet (examples/bench.rs).'; fi

bench-page: ## measure what an edit costs in the page
	@$(with) need_page_tools && need_browser && build_page && cargo build --locked --quiet --profile native --example bench \
	&& node tests/e2e/bench.mjs

dist: ## build the release bundle and print what it weighs
	@$(with) need_page_tools && build_page && node scripts/sizes.mjs dist

shots: ## take the screenshots of the README again
	@$(with) if [ -e tests/e2e/screenshots.mjs ]; then need_page_tools && need_browser && build_page && node tests/e2e/screenshots.mjs; \
	else say 'There is no script for screenshots yet (tests/e2e/screenshots.mjs).'; fi

clean: ## remove everything that was built or installed here
	rm -rf dist node_modules target test-results

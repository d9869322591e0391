#!/usr/bin/env bash
# Runs the suites named (native, web, e2e), all of them even when one fails, and ends with one line for each.
cd "$(dirname "$0")/.." || exit 1
. scripts/setup.sh

# The same generated drawings in every run; plain `cargo test` draws new ones each time.
export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED-2026}"

mkdir -p test-results
logs=test-results/logs
rm -rf "$logs"
mkdir -p "$logs"
summary=()
failed=0

native() { cargo test --locked --no-fail-fast; }

web() {
  # A browser that is not the usual one has to be named in the driver's settings.
  local settings=test-results/webdriver.json
  node -e '
    const settings = JSON.parse(require("fs").readFileSync("webdriver.json", "utf8"))
    settings["goog:chromeOptions"].binary = process.env.CHROME
    process.stdout.write(JSON.stringify(settings))' >"$settings"
  WASM_BINDGEN_TEST_WEBDRIVER_JSON="$PWD/$settings" WASM_BINDGEN_TEST_TIMEOUT="${WASM_BINDGEN_TEST_TIMEOUT:-300}" \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --locked --target wasm32-unknown-unknown --features ui --test web
}

e2e() {
  build_page &&
    cargo build --locked --quiet --profile native --bin reachplan &&
    playwright test --config tests/e2e/playwright.config.mjs ${ARGS:-}
}

# Adds up the closing lines of cargo's, wasm-bindgen's and Playwright's runners.
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^test result: / { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) passed += $(i - 1); if ($i ~ /^failed/) failed += $(i - 1); if ($i ~ /^ignored/) skipped += $(i - 1) } }
    /^ +[0-9]+ passed( |$)/ { passed += $1 }
    /^ +[0-9]+ (failed|flaky|interrupted|did not run)( |$)/ { failed += $1 }
    /^ +[0-9]+ skipped( |$)/ { skipped += $1 }
    END { printf "%d passed, %d failed%s", passed, failed, skipped ? ", " skipped " skipped" : "" }'
}

run() {
  local suite=$1 began=$SECONDS status result
  say "Tests: $suite"
  # set -e is off inside a condition, so a suite runs in a shell of its own.
  ( set -o pipefail; "$suite" 2>&1 | tee "$logs/$suite.log" ) && status=0 || status=$?
  result=$(count "$logs/$suite.log")
  if [ "$status" -ne 0 ]; then
    failed=1
    case "$result" in *' 0 failed'*) result="could not be run to its end, $result" ;; esac
  elif [ "${result%% *}" -eq 0 ]; then
    failed=1
    result="ran no test"
  fi
  summary+=("$suite: $result")
  say "$suite took $((SECONDS - began)) s"
}

need_rust
for suite in "$@"; do
  case "$suite" in
    native) ;;
    web) need_page_tools && need_browser ;;
    e2e) need_page_tools && need_browser ;;
    *) fail "there is no suite called $suite" ;;
  esac
done
for suite in "$@"; do run "$suite"; done

echo
printf '%s\n' "${summary[@]}"
exit "$failed"

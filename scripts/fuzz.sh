#!/usr/bin/env bash
# Feeds every fuzz target for a while: SECONDS_EACH or RUNS_EACH, TARGET for one alone. What it finds stays in
# target/fuzz; the small corpus under fuzz/corpus is read and never changed. Comparisons are not traced and inputs are short:
# so four times as many are tried in the same time. A packed link unpacks to fifty times its length.
. scripts/setup.sh
need_rust
cargo +nightly --version >/dev/null 2>&1 || fail 'Fuzzing needs a nightly toolchain: rustup toolchain install nightly --profile minimal'
cargo fuzz --version >/dev/null 2>&1 || fail 'Fuzzing needs cargo-fuzz: cargo install cargo-fuzz --locked'
has c++ || has g++ || has clang++ || fail 'Fuzzing needs a C++ compiler (apt install g++): libFuzzer is built from source.'

limits=(-max_total_time="${SECONDS_EACH:-60}")
[ -z "${RUNS_EACH:-}" ] || limits=(-runs="$RUNS_EACH")
for file in fuzz/fuzz_targets/*.rs; do
  target=$(basename "$file" .rs)
  [ "${TARGET:-$target}" = "$target" ] || continue
  longest=512
  [ "$target" = link_packed ] && longest=48
  found=target/fuzz/corpus/$target
  mkdir -p "$found" "target/fuzz/artifacts/$target"
  say "Fuzzing $target"
  cargo +nightly fuzz run --sanitizer none --no-trace-compares --target-dir target/fuzz "$target" "$found" "fuzz/corpus/$target" -- \
    "${limits[@]}" -timeout=20 -rss_limit_mb=2048 -max_len="$longest" -artifact_prefix="target/fuzz/artifacts/$target/" -print_final_stats=1
done

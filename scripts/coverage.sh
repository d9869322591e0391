#!/usr/bin/env bash
# Measures which lines of the engine the native tests run, and lists the files with most lines that they do not.
cd "$(dirname "$0")/.." || exit 1
. scripts/setup.sh
need_rust
rustup component list --toolchain "$toolchain" --installed | grep -q '^llvm-tools' ||
  rustup component add --toolchain "$toolchain" llvm-tools >&2 || fail 'llvm-tools could not be installed.'
tools=$(echo "$(rustc "+$toolchain" --print sysroot)"/lib/rustlib/*/bin)
host=$(rustc "+$toolchain" -vV | sed -n 's/^host: //p')
mkdir -p "$target_dir/coverage" && out=$(cd "$target_dir/coverage" && pwd)
rm -rf "$out/raw" && mkdir -p "$out/raw"
export RUSTFLAGS='-Cinstrument-coverage' CARGO_TARGET_DIR="$out" LLVM_PROFILE_FILE="$out/raw/%p-%m.profraw" LAW_CASES="${LAW_CASES:-60}"
# With its target named, only that is measured, and neither build scripts nor macros, which would leave their files anywhere.
cargo test --locked --target "$host" --test native --no-fail-fast || say 'Some tests failed; what they ran is counted all the same.'
"$tools/llvm-profdata" merge -sparse "$out"/raw/*.profraw -o "$out/all.profdata"
binary=$(find "$out/$host/debug/deps" -name 'native-*' -type f -perm -u+x -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d ' ' -f 2)
"$tools/llvm-cov" export "$binary" -instr-profile="$out/all.profdata" -summary-only | node -e '
  const { data: [{ files }] } = JSON.parse(require("fs").readFileSync(0, "utf8"))
  const engine = /\/src\/((base|topology|wire|reading|trace|plan|rules|analysis|report)\/.*|verdict\.rs|scenario\.rs)$/
  const rows = files.flatMap((file) => {
    const found = engine.exec(file.filename)
    const { count, covered } = file.summary.lines
    return found ? [{ name: found[1], count, missed: count - covered }] : []
  })
  const sum = (field) => rows.reduce((all, row) => all + row[field], 0)
  const percent = (100 * (1 - sum("missed") / sum("count"))).toFixed(1)
  console.log(`engine: ${sum("count") - sum("missed")} of ${sum("count")} lines, ${percent} %`)
  for (const row of rows.sort((a, b) => b.missed - a.missed).slice(0, 15)) console.log(`${String(row.missed).padStart(5)} ${row.name}`)'

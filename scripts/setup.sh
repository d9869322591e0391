# Sourced by the Makefile and the other scripts, never run: makes sure of what a target needs, and puts it on PATH.
# Every need_… is quick and silent when nothing is missing, and otherwise says what it installs and how long that takes.
# shellcheck shell=bash

set -euo pipefail

toolchain=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
trunk_version=$(sed -n 's/^trunk-version = "=\(.*\)"$/\1/p' Trunk.toml)
bindgen_version=$(sed -n 's/^wasm-bindgen = .*version = "=\([0-9.]*\)".*$/\1/p' Cargo.toml)
pinned="${CARGO_HOME:-$HOME/.cargo}/pinned"
target_dir=${CARGO_TARGET_DIR:-target}

export PATH="$pinned/trunk-$trunk_version/bin:$pinned/wasm-bindgen-cli-$bindgen_version/bin:$PWD/node_modules/.bin:$PATH"
export TRUNK_SKIP_VERSION_CHECK=true
# Trunk takes no other value than these two.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; else unset NO_COLOR; fi

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# `within SECONDS COMMAND…`: a slow download must not hold up what can be had another way.
within() { if has timeout; then timeout "$@"; else shift; "$@"; fi; }

need_rust() {
  has cargo && has rustup || fail 'Rust is missing: install it with rustup (https://rustup.rs), then run this again.'
  if ! rustup run "$toolchain" rustc --version >/dev/null 2>&1; then
    say "Installing Rust $toolchain (about 1 minute)"
    rustup toolchain install "$toolchain" --profile minimal --no-self-update >&2 || fail "Rust $toolchain could not be installed."
  fi
  local parts missing=()
  parts=$(rustup component list --toolchain "$toolchain" --installed)
  case "$parts" in *rust-std-wasm32-unknown-unknown*) ;; *) missing+=(rust-std-wasm32-unknown-unknown) ;; esac
  case "$parts" in *clippy*) ;; *) missing+=(clippy) ;; esac
  case "$parts" in *rustfmt*) ;; *) missing+=(rustfmt) ;; esac
  local part
  for part in ${missing[@]+"${missing[@]}"}; do
    say "Installing $part for Rust $toolchain (seconds)"
    case "$part" in
      rust-std-*) rustup target add --toolchain "$toolchain" "${part#rust-std-}" >&2 ;;
      *) rustup component add --toolchain "$toolchain" "$part" >&2 ;;
    esac || fail "$part could not be installed."
  done
  # Afterwards everything is built without the network.
  if ! cargo fetch --locked --offline --quiet 2>/dev/null; then
    say 'Fetching the crates that Cargo.lock names (about 1 minute)'
    cargo fetch --locked --quiet || fail 'the crates could not be fetched.'
  fi
}

# `cargo_tool COMMAND CRATE VERSION MINUTES`
cargo_tool() {
  local command=$1 crate=$2 version=$3 minutes=$4 found root=()
  found=$("$command" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true)
  [ "$found" = "$version" ] && return
  # Another version on this machine belongs to somebody else: ours then stands beside it.
  [ -z "$found" ] || root=(--root "$pinned/$crate-$version")
  if cargo binstall -V >/dev/null 2>&1; then
    say "Installing $crate $version (prebuilt, seconds)"
    within 120 cargo binstall --no-confirm --quiet --disable-strategies compile ${root[@]+"${root[@]}"} "$crate@$version" >&2 && return
    say 'That did not work, so it is compiled.'
  fi
  say "Compiling $crate $version (about $minutes minutes, once)"
  # Its own folder: a target folder named by the caller must not collect other people's crates.
  env -u CARGO_TARGET_DIR cargo install --locked --quiet ${root[@]+"${root[@]}"} "$crate" --version "$version" >&2 ||
    fail "$crate $version could not be installed."
}

need_node() {
  has node || fail 'Node.js is missing: install version 20 or newer (https://nodejs.org).'
  local version
  version=$(node --version)
  [ "$(printf '%s' "$version" | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ] || fail "Node.js $version is too old: version 20 or newer is needed."
  has npm || fail 'npm is missing: it comes with Node.js (https://nodejs.org).'
  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say 'Installing the node packages that package-lock.json names (about 1 minute)'
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --loglevel=error >&2 || fail 'npm ci did not succeed.'
    touch node_modules/.package-lock.json
  fi
}

# What turns the sources into the site.
need_page_tools() {
  need_rust
  need_node
  cargo_tool trunk trunk "$trunk_version" 6
  cargo_tool wasm-bindgen wasm-bindgen-cli "$bindgen_version" 2
}

# Sets CHROME and CHROMEDRIVER.
need_browser() {
  local name
  if [ -z "${CHROME:-}" ] || [ -z "${CHROMEDRIVER:-}" ]; then
    if { [ -z "${CHROME:-}" ] && ! has chromium && ! has chromium-browser && ! has google-chrome; } ||
      { [ -z "${CHROMEDRIVER:-}" ] && ! has chromedriver; }; then
      need_apt chromium chromium-driver
    fi
    for name in chromium chromium-browser google-chrome; do
      if [ -z "${CHROME:-}" ] && has "$name"; then CHROME=$(command -v "$name"); fi
    done
    if [ -z "${CHROMEDRIVER:-}" ] && has chromedriver; then CHROMEDRIVER=$(command -v chromedriver); fi
  fi
  [ -n "${CHROME:-}" ] || fail 'no Chromium found: install one, or name it with CHROME=/path/to/chromium.'
  [ -n "${CHROMEDRIVER:-}" ] || fail 'no chromedriver found: install the one of your Chromium, or name it with CHROMEDRIVER=/path/to/chromedriver.'
  [ -x "$CHROME" ] || fail "CHROME names $CHROME, which is no program."
  [ -x "$CHROMEDRIVER" ] || fail "CHROMEDRIVER names $CHROMEDRIVER, which is no program."
  export CHROME CHROMEDRIVER
}

# `need_apt PACKAGE…`: does nothing where there is no apt.
need_apt() {
  has apt-get || return 0
  local package missing=() sudo=()
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    has sudo && sudo -n true 2>/dev/null || { say "Not installed, for want of rights: apt-get install ${missing[*]}"; return 0; }
    sudo=(sudo -n)
  fi
  say "Installing ${missing[*]} with apt (1 to 5 minutes)"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}")
  ${sudo[@]+"${sudo[@]}"} apt-get update -qq >/dev/null 2>&1 || true
  ${sudo[@]+"${sudo[@]}"} "${install[@]}" >/dev/null || say 'apt could not install all of it.'
}

# Builds dist/, the release bundle.
build_page() {
  say 'Building the page (some minutes the first time, seconds when nothing changed)'
  # Views behind one erased type: a tenth fewer bytes, and a faster build.
  RUSTFLAGS="${RUSTFLAGS:+$RUSTFLAGS }--cfg erase_components" trunk --quiet build --release --offline --locked
}

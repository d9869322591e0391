//! The command line `reachplan`: the engine without a browser. See [`reachplan::cli`].

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(reachplan::cli::run(std::env::args().skip(1)))
}

/// There is no command line in a browser; this keeps `--all-targets` honest there.
#[cfg(target_arch = "wasm32")]
fn main() {}

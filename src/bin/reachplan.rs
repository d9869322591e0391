//! The command line `reachplan`: the engine without a browser. See [`reachplan::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(reachplan::cli::run(std::env::args().skip(1)))
}

//! The page's entry point: mounts the application. Nothing else belongs here.

fn main() {}

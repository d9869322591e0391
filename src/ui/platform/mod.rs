//! The browser's own capabilities, each behind a small function that says how it can fail. The only place that asks for
//! the window.

//! Browser tests: what an edit or a gesture writes to the page, and what happens when the browser refuses.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; the program never may"
)]

mod dragging;
mod fields;
mod page;
mod renaming;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

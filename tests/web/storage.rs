//! Storage that refuses is answered, never trusted.

use reachplan::ui::platform::{Refused, storage};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_written_is_there_and_what_is_removed_is_not() {
    assert_eq!(storage::write("test.key", "value"), Ok(()));
    assert_eq!(storage::read("test.key").as_deref(), Some("value"));
    assert_eq!(storage::keys("test."), ["test.key"]);
    storage::remove("test.key");
    assert_eq!(storage::read("test.key"), None);
}

#[wasm_bindgen_test]
fn more_than_fits_is_refused_and_keeps_what_was_there() {
    assert_eq!(storage::write("test.full", "small"), Ok(()));
    let huge = "x".repeat(16 * 1024 * 1024);
    assert_eq!(storage::write("test.full", &huge), Err(Refused));
    assert_eq!(storage::read("test.full").as_deref(), Some("small"));
    storage::remove("test.full");
}

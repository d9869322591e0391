//! The page: everything below put on the screen. The only floor that knows the browser and signals.

#![expect(
    clippy::large_types_passed_by_value,
    reason = "the workbench is a bundle of handles, made to be copied"
)]

pub mod app;
pub mod canvas;
pub mod embed;
pub mod exchange;
pub mod field;
pub mod panel;
pub mod platform;
pub mod shell;
pub mod workbench;

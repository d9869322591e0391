//! The page: everything below put on the screen. The only floor that knows the browser and signals.

pub mod platform;
pub mod workbench;
pub mod canvas;
pub mod field;
pub mod shell;
pub mod panel;
pub mod app;

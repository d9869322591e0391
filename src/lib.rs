//! Reachplan decides, from a drawing alone, whether a DataWorks resource group reaches a data source, and lists the
//! steps when it does not.
//!
//! Read the folders in this order: [`base`] (addresses, ids), [`topology`] (the drawing and its edits), and then the
//! pipeline that turns a drawing into a report. Everything is pure and total but `ui`, which is the page.

pub mod base;
pub mod topology;
pub mod wire;
pub mod reading;
pub mod verdict;
pub mod scenario;
pub mod trace;
pub mod rules;
pub mod plan;
pub mod analysis;
pub mod diagram;
pub mod session;
pub mod i18n;
pub mod report;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod samples;
#[cfg(feature = "ui")]
pub mod ui;

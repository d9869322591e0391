//! Reachplan decides, from a drawing alone, whether a DataWorks resource group reaches a data source, and lists the
//! steps when it does not.
//!
//! Read the folders in this order: [`base`] (addresses, ids), [`topology`] (the drawing and its edits), and then the
//! pipeline that turns a drawing into a report. Everything is pure and total but `ui`, which is the page.

pub mod advice;
pub mod analysis;
pub mod base;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod cloud;
pub mod code;
pub mod compare;
pub mod diagram;
pub mod exchange;
pub mod export;
pub mod i18n;
pub mod import;
pub mod library;
pub mod link;
pub mod plan;
pub mod reading;
pub mod report;
pub mod rules;
pub mod samples;
pub mod scenario;
pub mod session;
pub mod topology;
pub mod trace;
pub mod typed;
#[cfg(feature = "ui")]
pub mod ui;
pub mod verdict;
pub mod wire;

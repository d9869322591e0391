//! What could not be read, and where.

use crate::base::BlockProblem;
use crate::wire::{DocumentProblem, Problem};

/// What could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// The file.
    pub file: String,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// It is empty.
    Empty,
    /// Its bytes are no text.
    NotText,
    /// It is larger than an import may be, in bytes.
    TooLarge(usize),
    /// It is neither JSON nor a table with known columns.
    Unknown,
    /// It is Terraform configuration, which does not say what exists.
    Configuration,
    /// A place is no JSON.
    Json(DocumentProblem),
    /// A document of Reachplan's own has a problem.
    Document(Problem),
    /// A place of a table.
    Table {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// The column's name as the table has it.
        name: String,
        /// What is wrong there.
        what: Cell,
    },
    /// The plan has more nodes than a document may have.
    TooManyNodes(usize),
}

/// What is wrong with a cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// It must not be empty.
    Missing,
    /// No product has this name.
    Product {
        /// The text.
        typed: String,
        /// The product that was probably meant.
        nearest: Option<&'static str>,
    },
    /// Not a port.
    Port(String),
    /// Not an address.
    Address(String, BlockProblem),
    /// A quote that is not closed.
    OpenQuote,
    /// More cells than the header has columns.
    Extra,
}

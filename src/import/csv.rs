//! Tables of data sources and of whitelists: cells to facts, each problem with its line and column.

use std::collections::BTreeMap;

use crate::base::{BlockProblem, parse_address, region_named};
use crate::import::Notes;
use crate::import::facts::{Declared, Facts};
use crate::import::kept;
use crate::import::said::Form;
use crate::import::table::{self, Column, Row};
use crate::import::trouble::{Cell, Trouble, Wrong};
use crate::topology::{PRODUCTS, Product, split_list};
use crate::wire::nearest;

/// What tables say beside the facts: entries of whitelists by the name or id of a data source.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) entries: BTreeMap<String, Vec<String>>,
}

/// A table while it is read.
struct Reader<'a> {
    notes: &'a mut Notes,
    file: &'a str,
    header: &'a [String],
    columns: &'a [Option<Column>],
}

impl Tables {
    /// Takes in a table.
    pub(super) fn take(&mut self, notes: &mut Notes, facts: &mut Facts, file: &str, text: &str) {
        let rows = table::rows(text.trim_start_matches('\u{feff}'));
        let Some((header, rows)) = rows.split_first() else {
            return;
        };
        let columns: Vec<Option<Column>> = header.cells.iter().map(|name| table::column(name)).collect();
        for (name, at) in header.cells.iter().zip(0..) {
            if let Some(kind) = kept::secret(name).filter(|_| columns.get(at).is_some_and(Option::is_none)) {
                let held = rows.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
                *notes.secrets.entry((file.to_owned(), kind)).or_default() += held.count();
            }
        }
        let describes = columns.iter().flatten().any(|one| [Column::Product, Column::Host].contains(one));
        let mut reader = Reader { notes, file, header: &header.cells, columns: &columns };
        for row in rows {
            reader.check(row);
            if describes {
                facts.declared.extend(reader.source(row));
            } else if let Some(name) = reader.subject(row) {
                let entries = reader.entries(row).unwrap_or_default();
                let list = self.entries.entry(name).or_default();
                list.extend(entries);
            }
        }
        let form = if describes { Form::SourceTable } else { Form::WhitelistTable };
        notes.recognise(file, form, rows.len());
    }
}

impl Reader<'_> {
    /// What is wrong with a line as a whole.
    fn check(&mut self, row: &Row) {
        if row.open {
            self.report(row, row.cells.len().saturating_sub(1), Cell::OpenQuote);
        }
        let extra = row.cells.iter().skip(self.header.len()).position(|cell| !cell.is_empty());
        if let Some(extra) = extra {
            self.report(row, self.header.len() + extra, Cell::Extra);
        }
    }

    fn report(&mut self, row: &Row, at: usize, what: Cell) {
        let name = self.header.get(at).cloned().unwrap_or_default();
        let what = Wrong::Table { line: row.line, column: at + 1, name, what };
        self.notes.troubles.push(Trouble { file: self.file.to_owned(), what });
    }

    /// The cell of a column and its position; `None` where the table has no such column or the cell is empty.
    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<(usize, &'r str)> {
        self.cells(row, column).first().copied()
    }

    /// Every cell of a column that says something: a table may have one for hosts and one for addresses.
    fn cells<'r>(&self, row: &'r Row, column: Column) -> Vec<(usize, &'r str)> {
        let held = self.columns.iter().zip(0..).filter(|(held, _)| **held == Some(column));
        let cells = held.filter_map(|(_, at)| Some((at, row.cells.get(at)?.as_str())));
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    }

    fn text(&self, row: &Row, column: Column) -> Option<String> {
        self.cell(row, column).map(|(_, cell)| cell.to_owned())
    }

    /// What a line is about: the id where there is one, else the name.
    fn subject(&mut self, row: &Row) -> Option<String> {
        let subject = self.text(row, Column::Instance).or_else(|| self.text(row, Column::Name));
        if subject.is_none() {
            let wanted = [Some(Column::Name), Some(Column::Instance)];
            let at = self.columns.iter().position(|column| wanted.contains(column)).unwrap_or(0);
            self.report(row, at, Cell::Missing);
        }
        subject
    }

    fn entries(&self, row: &Row) -> Option<Vec<String>> {
        self.columns.iter().position(|column| *column == Some(Column::Entries))?;
        let (_, cell) = self.cell(row, Column::Entries)?;
        Some(split_list(cell).into_iter().map(|entry| entry.0).collect())
    }

    fn source(&mut self, row: &Row) -> Option<Declared> {
        let subject = self.subject(row)?;
        let (product, kind) = self.product(row);
        let (mut addresses, mut host, mut port) = (Vec::new(), None, None);
        for (at, cell) in self.cells(row, Column::Host) {
            for entry in split_list(cell) {
                // A typed address may carry a user and a password, which are not even quoted.
                let place = if entry.0.contains(['@', '/']) {
                    kept::host_of(&entry.0)
                } else {
                    Some(entry.0.as_str())
                };
                let place = place.unwrap_or_default();
                let (place, last) = place.split_once(':').unwrap_or((place, ""));
                port = port.or_else(|| Some(last.to_owned()).filter(|last| !last.is_empty()));
                let numeric = place.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
                match parse_address(place) {
                    Ok(address) => addresses.push(address.to_string()),
                    Err(problem) if numeric || problem == BlockProblem::Several => {
                        self.report(row, at, Cell::Address(place.to_owned(), problem));
                    }
                    Err(_) => host = host.or_else(|| Some(place.to_owned())),
                }
            }
        }
        if let Some((at, cell)) = self.cell(row, Column::Port) {
            match cell.parse::<u16>() {
                Ok(number) if number > 0 => port = Some(cell.to_owned()),
                _ => self.report(row, at, Cell::Port(cell.chars().take(20).collect())),
            }
        }
        Some(Declared {
            name: self.text(row, Column::Name).unwrap_or(subject),
            kind,
            product,
            instance: self.text(row, Column::Instance),
            addresses,
            host,
            port,
            account: self.text(row, Column::Account),
            region: self.text(row, Column::Region).map(region_id),
            network: self.text(row, Column::Network),
            whitelist: self.entries(row),
        })
    }

    /// The product that a cell names by its key or name, or the type that it has in DataWorks.
    fn product(&mut self, row: &Row) -> (Option<&'static str>, Option<String>) {
        let Some((at, cell)) = self.cell(row, Column::Product) else {
            return (None, None);
        };
        let folded = cell.to_lowercase();
        let names = |product: &Product| {
            let info = product.info();
            let written = [info.key, info.name.en, info.name.zh].map(str::to_lowercase);
            written.contains(&folded) || written.contains(&folded.replace([' ', '-'], "_"))
        };
        if let Some(product) = PRODUCTS.iter().find(|product| names(product)) {
            return (Some(product.key()), None);
        }
        if PRODUCTS.iter().any(|product| product.info().dataworks == folded) {
            return (None, Some(folded));
        }
        let keys: Vec<&'static str> = PRODUCTS.iter().map(|product| product.key()).collect();
        let typed: String = cell.chars().take(40).collect();
        let guess = nearest(&typed, &keys);
        self.report(row, at, Cell::Product { typed, nearest: guess });
        (Some(Product::OTHER.key()), None)
    }
}

/// Tables name a region as the console does, or by its city.
fn region_id(typed: String) -> String {
    region_named(&typed).map_or(typed, str::to_owned)
}

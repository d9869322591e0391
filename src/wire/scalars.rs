//! Reads the values that have no parts: texts, words, numbers, addresses, ids and references.

use crate::base::{Address, Block, BlockProblem, Id, PortRange, parse_address, parse_block};
use crate::topology::KindName;
use crate::wire::names::{List, Reference};
use crate::wire::nearest::{closest, nearest};
use crate::wire::reader::Reader;
use crate::wire::value::{Value, whole};
use crate::wire::{IdProblem, Limits, Shape, Thing, ValueProblem};

/// The longest vocabulary that a problem shows in full.
const SHOWN: usize = 12;

impl<'v> Reader<'v> {
    /// Any text.
    pub(super) fn text(&mut self, value: &'v Value) -> Option<String> {
        self.str(value).map(str::to_owned)
    }

    fn str(&mut self, value: &'v Value) -> Option<&'v str> {
        let Value::Text(text) = value else {
            return self.wrong_type(value, Shape::Text);
        };
        Some(text)
    }

    /// One of the words of a vocabulary.
    pub(super) fn word<T: Copy>(
        &mut self,
        value: &'v Value,
        all: &[T],
        key: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let typed = self.str(value)?;
        let found = all.iter().copied().find(|word| key(*word) == typed);
        if found.is_none() {
            let known: Vec<&'static str> = all.iter().map(|word| key(*word)).collect();
            // A long list is not shown, so its nearest word is named however far it is.
            let guess = if known.len() > SHOWN { closest(typed, &known) } else { nearest(typed, &known) };
            self.report(ValueProblem::UnknownWord { typed: typed.to_owned(), nearest: guess, known });
        }
        found
    }

    /// A number within limits.
    pub(super) fn number(&mut self, value: &'v Value, limits: Limits) -> Option<f64> {
        let found = self.any_number(value)?;
        let fits = match limits {
            Limits::Whole(least, most) => {
                whole(found).is_some_and(|n| (i64::from(least)..=i64::from(most)).contains(&n))
            }
            Limits::NotNegative => found >= 0.0,
            Limits::Positive => found > 0.0,
        };
        if !fits {
            self.report(ValueProblem::OutOfRange { found, limits });
        }
        fits.then_some(found)
    }

    /// Any number.
    pub(super) fn any_number(&mut self, value: &'v Value) -> Option<f64> {
        let Value::Number(number) = value else {
            return self.wrong_type(value, Shape::Number);
        };
        Some(*number)
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole<T: TryFrom<i64>>(&mut self, value: &'v Value, least: u32, most: u32) -> Option<T> {
        let number = self.number(value, Limits::Whole(least, most))?;
        T::try_from(whole(number)?).ok()
    }

    /// An IPv4 address.
    pub(super) fn address(&mut self, value: &'v Value) -> Option<Address> {
        let typed = self.str(value)?;
        parse_address(typed)
            .map_err(|problem| {
                let masked = typed.split_once('/').is_some_and(|(address, _)| parse_address(address).is_ok());
                let problem = if masked { BlockProblem::NotASingleAddress } else { problem };
                self.report(ValueProblem::NotAnAddress { typed: typed.to_owned(), problem });
            })
            .ok()
    }

    /// A list of IPv4 addresses.
    pub(super) fn addresses(&mut self, value: &'v Value) -> Option<Vec<Address>> {
        self.list(value, Self::address)
    }

    /// A canonical IPv4 block, or a bare address for its `/32`.
    pub(super) fn block(&mut self, value: &'v Value) -> Option<Block> {
        let typed = self.str(value)?;
        parse_block(typed)
            .map_err(|problem| {
                let typed = typed.to_owned();
                self.report(ValueProblem::NotABlock { typed, problem });
            })
            .ok()
    }

    /// A list of IPv4 blocks.
    pub(super) fn blocks(&mut self, value: &'v Value) -> Option<Vec<Block>> {
        self.list(value, Self::block)
    }

    /// A range of ports.
    pub(super) fn ports(&mut self, value: &'v Value) -> Option<PortRange> {
        let typed = self.str(value)?;
        PortRange::parse(typed)
            .map_err(|problem| {
                let typed = typed.to_owned();
                self.report(ValueProblem::NotPorts { typed, problem });
            })
            .ok()
    }

    /// The id of the item `at` of a list, which nothing else may have.
    pub(super) fn own_id(&mut self, value: &'v Value, list: List, at: usize) -> Option<Id> {
        let typed = self.str(value)?;
        let id = Id::parse(typed);
        if id.is_none() {
            self.report(IdProblem::BadId { typed: typed.to_owned() });
        } else if let Some(first) = self.names.taken(typed, list, at) {
            self.report(IdProblem::DuplicateId { typed: typed.to_owned(), first });
        }
        id
    }

    /// The id of a node of one of these kinds.
    pub(super) fn node_id(&mut self, value: &'v Value, kinds: &[KindName]) -> Option<Id> {
        let expected: Vec<Thing> = kinds.iter().copied().map(Thing::Node).collect();
        self.reference(value, &expected)
    }

    /// The id of something that is one of `expected`. What has the id but cannot be read is not judged twice.
    pub(super) fn reference(&mut self, value: &'v Value, expected: &[Thing]) -> Option<Id> {
        let typed = self.str(value)?;
        match self.names.reference(typed) {
            Reference::Nothing => self.report(IdProblem::NoSuchId { typed: typed.to_owned() }),
            Reference::To(found) if !expected.contains(&found) => {
                self.report(IdProblem::WrongKind {
                    typed: typed.to_owned(),
                    found,
                    expected: expected.to_vec(),
                });
            }
            Reference::Unclear | Reference::To(_) => return Id::parse(typed),
        }
        None
    }
}

//! The history as text, so that it survives a reload: each step is the piece in which its document differs from the one
//! beside it. A piece is made once, and turned into a document only when its step is taken.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::base::Id;
use crate::session::history::{HISTORY_LIMIT, History, Step};
use crate::session::{EditName, Selection};
use crate::topology::Document;
use crate::wire;

/// How many bytes of history are kept; steps farther from the present are left out.
pub const KEPT_BYTES: usize = 256 * 1024;

/// The document on the other side of a step.
#[derive(Clone, Debug)]
pub(super) enum Snapshot {
    /// As it is, with its piece once that is known.
    Whole(Document, Option<Piece>),
    /// As it was kept; what it differs from is the document when the step is taken.
    Text(Piece),
}

/// What a text has in common with another one at both ends, in bytes, and its own in between.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    head: usize,
    tail: usize,
    own: String,
}

/// A few documents with their texts, so that none is written twice in a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts(VecDeque<(Document, Arc<str>)>);

impl Texts {
    /// How many are held: the document at hand, and the ones beside it.
    const MOST: usize = 3;

    fn of(&mut self, document: &Document) -> Arc<str> {
        if let Some((_, text)) = self.0.iter().find(|(held, _)| held.shares(document)) {
            return Arc::clone(text);
        }
        self.put(document, &wire::write(document))
    }

    fn put(&mut self, document: &Document, text: &str) -> Arc<str> {
        let text: Arc<str> = text.into();
        if self.0.len() == Self::MOST {
            self.0.pop_front();
        }
        self.0.push_back((document.clone(), Arc::clone(&text)));
        text
    }
}

impl From<Document> for Snapshot {
    fn from(document: Document) -> Self {
        Self::Whole(document, None)
    }
}

impl Snapshot {
    /// The document, where `beside` is the one on this side of the step.
    pub(super) fn document(self, beside: &Document) -> Option<Document> {
        match self {
            Self::Whole(document, _) => Some(document),
            Self::Text(piece) => wire::read(&piece.of(&wire::write(beside))?).ok(),
        }
    }

    /// Forgets the piece: the document beside it is about to change.
    pub(super) fn forget_text(&mut self) {
        if let Self::Whole(_, piece) = self {
            *piece = None;
        }
    }
}

impl Piece {
    /// What `text` differs in from `other`.
    fn between(text: &str, other: &str) -> Self {
        let same = |(a, b): &(u8, u8)| a == b;
        let mut head = text.bytes().zip(other.bytes()).take_while(same).count();
        while !text.is_char_boundary(head) {
            head -= 1;
        }
        let room = text.len().min(other.len()) - head;
        let mut tail = text.bytes().rev().zip(other.bytes().rev()).take(room).take_while(same).count();
        while !text.is_char_boundary(text.len() - tail) {
            tail -= 1;
        }
        Self { head, tail, own: text.get(head..text.len() - tail).unwrap_or_default().to_owned() }
    }

    /// The text, from the one that it differs from.
    fn of(&self, other: &str) -> Option<String> {
        let after = other.get(other.len().checked_sub(self.tail)?..)?;
        Some(format!("{}{}{after}", other.get(..self.head)?, self.own))
    }
}

impl History {
    /// The document at hand as text, and the steps of its plan: those that can be undone, then those that can be made again, the nearest first.
    pub(super) fn kept(&mut self, document: &Document) -> (Arc<str>, String) {
        let text = self.texts.of(document);
        let mut written = side('<', self.past.iter_mut().rev(), &text, KEPT_BYTES, &mut self.texts);
        let left = KEPT_BYTES - written.len();
        written.push_str(&side('>', self.future.iter_mut().rev(), &text, left, &mut self.texts));
        (text, written)
    }

    /// The steps of a text; what cannot be read ends its side.
    pub(super) fn from_kept(mut text: &str) -> Self {
        let mut history = Self::default();
        while let Some((step, back, rest)) = read_step(text) {
            text = rest;
            if back {
                history.past.push_front(step);
            } else {
                history.future.insert(0, step);
            }
            if history.past.len() + history.future.len() == HISTORY_LIMIT {
                break;
            }
        }
        history
    }
}

/// One side of the history, the nearest step first, in at most `room` bytes. It ends where another plan was opened.
fn side<'a>(
    sign: char,
    steps: impl Iterator<Item = &'a mut Step>,
    text: &Arc<str>,
    room: usize,
    texts: &mut Texts,
) -> String {
    let mut written = String::new();
    let mut beside = Some(Arc::clone(text));
    let mut nearer: Option<Document> = None;
    for (at, step) in steps.enumerate() {
        if step.name == EditName::Open {
            break;
        }
        let piece = match &mut step.document {
            Snapshot::Text(piece) => {
                (beside, nearer) = (None, None);
                piece.clone()
            }
            Snapshot::Whole(document, Some(piece)) => {
                (beside, nearer) = (None, Some(document.clone()));
                piece.clone()
            }
            Snapshot::Whole(document, held) => {
                let Some(other) = beside.take().or_else(|| Some(texts.of(nearer.as_ref()?))) else { break };
                let own = texts.of(document);
                let piece = Piece::between(&own, &other);
                // What the nearest step differs from is the document at hand, which may still change.
                if at > 0 {
                    *held = Some(piece.clone());
                }
                (beside, nearer) = (Some(own), Some(document.clone()));
                piece
            }
        };
        let line = step_text(sign, step, &piece);
        if written.len() + line.len() > room {
            break;
        }
        written.push_str(&line);
    }
    written
}

fn step_text(sign: char, step: &Step, piece: &Piece) -> String {
    let selected: Vec<&str> = step.selection.iter().map(Id::as_str).collect();
    let Piece { head, tail, own } = piece;
    format!("{sign} {} {head} {tail} {} {}\n{own}\n", step.name.word(), own.len(), selected.join(","))
}

/// The first step of a text, whether it leads back, and the rest.
fn read_step(text: &str) -> Option<(Step, bool, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let mut words = line.split(' ');
    let back = words.next()? == "<";
    let name = EditName::of_word(words.next()?)?;
    let mut number = || words.next()?.parse::<usize>().ok();
    let (head, tail, length) = (number()?, number()?, number()?);
    let selection: Selection = words.next()?.split(',').filter_map(Id::parse).collect();
    let own = rest.get(..length)?.to_owned();
    let rest = rest.get(length..)?.strip_prefix('\n')?;
    let document = Snapshot::Text(Piece { head, tail, own });
    Some((Step { name, key: None, document, selection }, back, rest))
}

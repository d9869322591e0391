//! One answer of a call, or one Terraform resource, as its reader sees it: what was asked, where, by whom.

use crate::import::facts::Facts;
use crate::import::tree::Tree;

/// What stands around an item.
#[derive(Clone, Copy)]
pub(super) struct Around<'t> {
    /// The answer as a whole.
    pub(super) body: &'t Tree,
    /// What the call was asked with.
    pub(super) params: &'t Tree,
    /// The region that was asked.
    pub(super) region: Option<&'t str>,
    /// The account that asked.
    pub(super) account: Option<&'t str>,
    /// The instance or table that the answer is about.
    pub(super) subject: Option<&'t str>,
}

/// A call, how its answer is recognised, and who reads it.
pub(super) struct Row {
    /// Product and name of the call.
    pub(super) call: &'static str,
    /// The field that holds the list; empty where the answer itself is the item.
    pub(super) outer: &'static str,
    /// The field inside it, in the older form of lists.
    pub(super) inner: &'static str,
    /// An item has one of these fields; any item where none is named.
    pub(super) holds: &'static [&'static str],
    /// The ids of its instances begin with one of these; any where none is named.
    pub(super) prefixes: &'static [&'static str],
    /// The fields, or parameters, that say what the answer is about.
    pub(super) about: &'static [&'static str],
    /// Reads one item.
    pub(super) read: fn(&mut Facts, &Tree, Around<'_>),
}

/// Ids of instances, by the names that the products give them.
pub(super) const INSTANCE: &[&str] =
    &["DBInstanceId", "DBClusterId", "InstanceId", "DBInstanceName", "ClusterId"];

impl<'t> Around<'t> {
    /// The region of an item: its own, else the one that was asked.
    pub(super) fn region_of(self, item: &'t Tree) -> Option<&'t str> {
        let names = &["RegionId", "RegionNo", "region_id"];
        item.text(names).or_else(|| self.body.text(names)).or_else(|| self.params.text(names)).or(self.region)
    }

    /// The account of an item: its own, else the one that asked.
    pub(super) fn owner_of(self, item: &'t Tree) -> Option<&'t str> {
        item.text(&["OwnerId", "AliUid", "owner_id"]).or(self.account)
    }

    /// The first of these fields: of the item, else of the answer, else of what was asked.
    pub(super) fn text(self, item: &'t Tree, names: &[&str]) -> Option<&'t str> {
        item.text(names)
            .or_else(|| self.body.text(names))
            .or_else(|| self.params.text(names))
            .or(self.subject)
    }
}

impl Row {
    /// Whether `typed` names this call: `rds.DescribeDBInstances`, `aliyun rds describe-db-instances` or the name alone.
    pub(super) fn is_called(&self, typed: &str) -> bool {
        let divided = |sign: char| matches!(sign, ' ' | '.' | '/' | ':');
        let mut words = typed.rsplit(divided).filter(|word| !word.is_empty());
        let Some((product, name)) = self.call.split_once(' ') else {
            return false;
        };
        let is_named = words.next().is_some_and(|word| is_alike(word, name));
        is_named
            && words.next().is_none_or(|word| {
                is_alike(word, product.trim_end_matches("-public")) || is_alike(word, product)
            })
    }

    /// The items of an answer, where it is one of this call.
    pub(super) fn items<'t>(&self, body: &'t Tree) -> Option<&'t [Tree]> {
        let items = if self.outer.is_empty() {
            std::slice::from_ref(body)
        } else {
            let inside = ["PagingInfo", "Data", "AllowedList"].into_iter().map(|name| body.get(&[name]));
            let holder = std::iter::once(body).chain(inside).find(|holder| holder.has(self.outer))?;
            self.listed(holder.get(&[self.outer]))?
        };
        let fits = items.first().is_none_or(|item| {
            let holds = self.holds.is_empty() || self.holds.iter().any(|name| item.has(name));
            let id = item.text(INSTANCE).or_else(|| body.text(INSTANCE));
            let named = match id {
                Some(id) => {
                    self.prefixes.is_empty() || self.prefixes.iter().any(|prefix| id.starts_with(prefix))
                }
                // Without an id a plain list has to be known by what its items hold.
                None => self.prefixes.is_empty() || !self.holds.is_empty() || self.is_wrapped(body),
            };
            holds && named
        });
        fits.then_some(items)
    }

    fn is_wrapped(&self, body: &Tree) -> bool {
        !self.inner.is_empty() && body.get(&[self.outer]).has(self.inner)
    }

    fn listed<'t>(&self, value: &'t Tree) -> Option<&'t [Tree]> {
        match value {
            Tree::Null => Some(&[]),
            Tree::List(items) => Some(items),
            Tree::Object(fields) => {
                if !self.inner.is_empty() && value.has(self.inner) {
                    return Some(value.get(&[self.inner]).items());
                }
                match fields.as_slice() {
                    [] => Some(&[]),
                    [(_, Tree::List(items))] if self.inner.is_empty() => Some(items),
                    _ if self.inner.is_empty() => Some(std::slice::from_ref(value)),
                    _ => None,
                }
            }
            Tree::Text(_) | Tree::Truth(_) => None,
        }
    }
}

/// Whether two words are the same but for case and the signs between their parts.
fn is_alike(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> Vec<u8> {
        let plain = text.bytes().filter(|byte| !matches!(byte, b'-' | b'_'));
        plain.map(|byte| byte.to_ascii_lowercase()).collect()
    };
    // Most words differ in their first letter, which costs nothing to see.
    a.as_bytes().first().map(u8::to_ascii_lowercase) == b.as_bytes().first().map(u8::to_ascii_lowercase)
        && letters(a) == letters(b)
}

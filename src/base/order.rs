//! Sorting and ordered collections without a sorting routine of their own for each type: the standard library's takes
//! 4 kB of the page for every type that is sorted or collected into a map or set.

use std::cmp::Ordering;

/// Collects by inserting one after the other.
pub trait Gather: Iterator + Sized {
    /// Like `collect`; of equal keys the last one stays.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

/// Like `Vec::sort_by`: stable.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let by = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let order = positions(items.len(), &by);
    let mut held: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| held.get_mut(at)?.take()));
}

/// Like `Vec::sort_by_key`: stable.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Like `Vec::sort`.
pub fn sort<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
}

/// The positions of `count` things in their order.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_is_equal_keeps_its_order() {
        let mut words = vec!["pear", "fig", "plum", "kiwi", "date"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "pear", "plum", "kiwi", "date"]);
    }

    #[test]
    fn of_equal_keys_the_last_one_is_gathered() {
        let all: BTreeMap<u8, char> = [(2, 'a'), (1, 'b'), (2, 'c')].into_iter().gather();
        assert_eq!(all, BTreeMap::from([(1, 'b'), (2, 'c')]));
    }
}

//! One value for each element, kept up to date by one effect. Were every element to read the shared signals by itself,
//! each change would take every one of thousands of readers out of a list and put it back: quadratic in their number.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

type Signals<K, V> = BTreeMap<K, ArcRwSignal<Option<V>>>;
type Make<K, V> = Arc<dyn Fn(&K) -> Option<V> + Send + Sync>;

/// A value for each key that was asked for.
pub(super) struct Each<K: 'static, V: 'static> {
    signals: StoredValue<Signals<K, V>>,
    make: StoredValue<Make<K, V>>,
}

impl<K, V> Clone for Each<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Each<K, V> {}

impl<K, V> Each<K, V>
where
    K: Ord + Clone + Send + Sync + 'static,
    V: PartialEq + Clone + Send + Sync + 'static,
{
    /// Values that `make` derives from what `track` reads.
    pub(super) fn new(
        track: impl Fn() + 'static,
        make: impl Fn(&K) -> Option<V> + Send + Sync + 'static,
    ) -> Self {
        let make: Make<K, V> = Arc::new(make);
        let signals = StoredValue::new(Signals::<K, V>::new());
        let again = Arc::clone(&make);
        // The effect that writes signals: only those whose value has changed.
        Effect::new(move |before: Option<()>| {
            track();
            if before.is_some() {
                untrack(|| refresh(signals, &*again));
            }
        });
        Self { signals, make: StoredValue::new(make) }
    }

    /// The value for a key; `None` where there is nothing of this key any more.
    pub(super) fn of(&self, key: &K) -> ArcRwSignal<Option<V>> {
        if let Some(known) = self.signals.with_value(|signals| signals.get(key).cloned()) {
            return known;
        }
        let make = self.make.get_value();
        let signal = ArcRwSignal::new(untrack(|| make(key)));
        self.signals.update_value(|signals| {
            signals.insert(key.clone(), signal.clone());
        });
        signal
    }
}

fn refresh<K, V>(signals: StoredValue<Signals<K, V>>, make: &dyn Fn(&K) -> Option<V>)
where
    K: Ord + Clone + Send + Sync + 'static,
    V: PartialEq + Clone + Send + Sync + 'static,
{
    let all = signals.with_value(Clone::clone);
    for (key, signal) in &all {
        let value = make(key);
        if value.is_none() {
            signals.update_value(|signals| {
                signals.remove(key);
            });
        }
        if signal.with_untracked(|old| *old != value) {
            signal.set(value);
        }
    }
}

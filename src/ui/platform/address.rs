//! The address bar: the fragment that holds a plan, and the query that says how to look at it.

use crate::ui::platform::browser;

/// The part behind `#`, without it; empty where there is none.
pub fn fragment() -> String {
    let hash = browser().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The value of a query parameter; an empty text where it has none.
pub fn query(name: &str) -> Option<String> {
    let search = browser()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The address without its fragment.
pub fn base() -> String {
    let href = browser().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The address without its fragment and its query.
pub fn page() -> String {
    base().split('?').next().unwrap_or_default().to_owned()
}

/// The plan that [`set`] noted at this step of the browser's history.
pub fn kept_plan() -> Option<String> {
    let state = browser()?.history().ok()?.state().ok()?;
    state.as_string().filter(|plan| !plan.is_empty())
}

/// Puts another fragment behind the address without a step of the browser's history; none where it is empty.
pub fn set_fragment(fragment: &str) {
    set(fragment, "");
}

/// Puts another fragment behind the address and notes a plan at this step of the browser's history.
pub fn set(fragment: &str, plan: &str) {
    let Some(window) = browser() else { return };
    let mut url = base();
    if !fragment.is_empty() {
        url.push('#');
        url.push_str(fragment);
    }
    if let Ok(history) = window.history() {
        // A browser that refuses this keeps the old fragment, which does no harm.
        drop(history.replace_state_with_url(&plan.into(), "", Some(&url)));
    }
}

/// Opens this page in a tab of its own, without a query, at a fragment that starts with `#`.
pub fn open_tab(fragment: &str) {
    let page = page();
    if let Some(window) = browser() {
        // A browser that refuses has told the reader itself.
        drop(window.open_with_url_and_target_and_features(
            &format!("{page}{fragment}"),
            "_blank",
            "noopener",
        ));
    }
}

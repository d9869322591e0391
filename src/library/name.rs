//! What a copy of a plan is called.

/// A name that says which plan it is a copy of and that none of `taken` has: "Orders" gives "Orders 2".
pub fn copy_name(title: &str, taken: &[String]) -> String {
    let title = title.trim();
    let counted = title.rsplit_once(' ').filter(|(_, last)| last.len() < 4 && last.parse::<u16>().is_ok());
    let stem = counted.map_or(title, |(stem, _)| stem);
    // A title has at most 200 characters.
    let stem: String = stem.chars().take(190).collect();
    let mut number = counted.and_then(|(_, last)| last.parse::<u16>().ok()).unwrap_or(1);
    loop {
        number = number.saturating_add(1);
        let name = format!("{stem} {number}");
        if number == u16::MAX || !taken.contains(&name) {
            return name;
        }
    }
}

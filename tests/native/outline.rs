//! Lines indented by what contains them: the ground of the notations in which literate cases are written. Knows no
//! word of either.

/// One line with the lines below it.
#[derive(Debug)]
pub(crate) struct Line<'t> {
    /// Its number in the file.
    pub(crate) number: usize,
    /// What it says, without indentation and comment.
    pub(crate) text: &'t str,
    /// The lines that it contains.
    pub(crate) children: Vec<Line<'t>>,
}

/// The lines of a block by indentation, two blanks a level; `#` begins a comment, an empty line says nothing.
pub(crate) fn tree(text: &str, first: usize) -> Result<Vec<Line<'_>>, String> {
    let mut open: Vec<Line<'_>> = Vec::new();
    let mut done = Vec::new();
    for (number, raw) in (first..).zip(text.lines()) {
        let said = raw.split_once(" # ").map_or(raw, |(said, _)| said);
        let text = said.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let blanks = said.len() - said.trim_start_matches(' ').len();
        if blanks % 2 == 1 || blanks / 2 > open.len() {
            return Err(format!("line {number}: `{text}` is not indented by two blanks a level"));
        }
        while open.len() > blanks / 2 {
            close(&mut open, &mut done);
        }
        open.push(Line { number, text, children: Vec::new() });
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    Ok(done)
}

fn close<'t>(open: &mut Vec<Line<'t>>, done: &mut Vec<Line<'t>>) {
    let line = open.pop().expect("a line is open");
    open.last_mut().map_or(done, |outer| &mut outer.children).push(line);
}

impl<'t> Line<'t> {
    /// Its words.
    pub(crate) fn words(&self) -> std::iter::Peekable<std::str::SplitWhitespace<'t>> {
        self.text.split_whitespace().peekable()
    }

    /// Its first word.
    pub(crate) fn keyword(&self) -> &'t str {
        self.words().next().unwrap_or_default()
    }

    /// What follows the first word.
    pub(crate) fn rest(&self) -> &'t str {
        self.text.split_once(' ').map_or("", |(_, rest)| rest.trim())
    }

    /// An error at this line.
    pub(crate) fn error<T>(&self, what: &str) -> Result<T, String> {
        Err(format!("line {}: `{}`: {what}", self.number, self.text))
    }

    /// An error where something is said below it.
    pub(crate) fn no_children(&self) -> Result<(), String> {
        self.children.first().map_or(Ok(()), |child| child.error("nothing can be said below the line before"))
    }
}

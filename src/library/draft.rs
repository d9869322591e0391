//! Texts that were typed and are not applied yet. They lie beside their plan, so that they outlive the page.

/// The field that a text was typed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The ids of the elements that it is about, with a comma between; none for the plan itself.
    pub about: String,
    /// Its name in the document format.
    pub field: String,
    /// How many fields of this name stand before it.
    pub nth: usize,
}

/// A text that is not applied yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where it was typed.
    pub place: Place,
    /// What stood there before.
    pub over: String,
    /// The text.
    pub text: String,
}

/// The drafts of a plan, the latest at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts(Vec<Draft>);

/// How many drafts of a plan are kept: nobody has more unfinished fields in mind.
const MOST: usize = 16;

impl Draft {
    /// Whether everything that it is about is there.
    fn is_about(&self, is_there: &dyn Fn(&str) -> bool) -> bool {
        self.place.about.is_empty() || self.place.about.split(',').all(is_there)
    }
}

impl Drafts {
    /// From text; what cannot be read ends the list.
    pub fn read(mut text: &str) -> Self {
        let mut drafts = Vec::new();
        while let Some((draft, rest)) = read_one(text) {
            drafts.push(draft);
            text = rest;
        }
        Self(drafts)
    }

    /// As text; nothing where there is none.
    pub fn text(&self) -> String {
        let mut written = String::new();
        for Draft { place: Place { about, field, nth }, over, text } in &self.0 {
            for number in [*nth, over.len(), text.len()] {
                written.push_str(&number.to_string());
                written.push(' ');
            }
            for part in [field, " ", about, "\n", over, text, "\n"] {
                written.push_str(part);
            }
        }
        written
    }

    /// Keeps a draft in place of an earlier one of the same field. What says the same as the field is none.
    pub fn keep(&mut self, draft: Draft) {
        self.strike(&draft.place);
        if draft.text != draft.over {
            self.0.push(draft);
        }
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// Forgets the draft of a field.
    pub fn strike(&mut self, place: &Place) {
        self.0.retain(|draft| draft.place != *place);
    }

    /// The draft of a field that shows `value`. Fields of one name are rows of a list and change places as rows come and
    /// go: unless a field is the only one, its draft was typed over the same value.
    pub fn find(&self, place: &Place, value: &str, only: bool) -> Option<&Draft> {
        let fits =
            |draft: &&Draft| draft.place == *place && draft.text != value && (only || draft.over == value);
        self.0.iter().find(fits)
    }

    /// Forgets the drafts of what is gone; whether there were any.
    pub fn prune(&mut self, is_there: &dyn Fn(&str) -> bool) -> bool {
        let before = self.0.len();
        self.0.retain(|draft| draft.is_about(is_there));
        self.0.len() < before
    }

    /// The ids of what the latest draft is about.
    pub fn latest(&self) -> impl Iterator<Item = &str> {
        self.0.last().into_iter().flat_map(|draft| draft.place.about.split(','))
    }
}

fn read_one(text: &str) -> Option<(Draft, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let mut words = line.split(' ');
    let mut number = || words.next()?.parse::<usize>().ok();
    let (nth, over, typed) = (number()?, number()?, number()?);
    let (field, about) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (over, rest) = rest.split_at_checked(over)?;
    let (typed, rest) = rest.split_at_checked(typed)?;
    let place = Place { about, field, nth };
    Some((Draft { place, over: over.to_owned(), text: typed.to_owned() }, rest.strip_prefix('\n')?))
}

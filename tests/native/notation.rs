//! Reads a drawing in the notation of the literate cases: one thing a line, indented by what contains it. Strict: a word
//! that is not known here, or a document that the reader of the format refuses, is an error that names the line.
//!
//! ```text
//! account acme site china
//!   region hz cn-hangzhou
//!     group rg exclusive_data_integration eips 47.96.1.1 spec 4c8g
//!       bind vsw-a routes 10.2.0.0/16
//!         security advanced
//!           outbound allow tcp 3306 10.2.0.5 priority 5
//!     vpc vpc-a 10.1.0.0/16
//!       route 10.2.0.0/16 via backbone
//!       vswitch vsw-a 10.1.8.0/24 zone h
//!         source orders rds_mysql at 10.1.8.7 port 3306
//!           whitelist 10.1.8.0/24, 127.0.0.1
//!             also 200 addresses from 10.9.0.1
//!       nat gw eips 47.96.1.2 snat vsw-a
//! data_center idc 192.168.0.0/16
//! cen backbone joins vpc-a vpc-b pending bandwidth 100
//! task nightly group rg reads orders mode batch threads 8
//! must_not_reach rg hr
//! ```
//!
//! Where a list is known to be empty it says `none` (a whitelist: `empty`); what is left out is absent in the document.
//! Entries of a whitelist are separated by a comma and a blank, so that any other text can be an entry.

mod forms;
mod parts;

use reachplan::i18n::{Language, problem_text};
use reachplan::topology::Document;
use reachplan::wire;
use serde_json::{Map, Value, json};

use crate::outline::{Line, tree};
use forms::{FORMS, Form, KINDS, Shape};

/// The document that a drawing means. `first` is the number of its first line in the file.
pub(crate) fn read(text: &str, first: usize) -> Result<Document, String> {
    let mut drawing = Drawing::default();
    for line in tree(text, first)? {
        drawing.element(&line, None)?;
    }
    drawing.document()
}

/// The document as it is put together, with the line of every element.
#[derive(Default)]
struct Drawing {
    lists: Map<String, Value>,
    layout: Map<String, Value>,
    title: Option<String>,
    lines: Vec<(String, usize)>,
}

impl Drawing {
    fn element(&mut self, line: &Line<'_>, place: Option<&str>) -> Result<(), String> {
        if line.keyword() == "title" {
            self.title = Some(line.rest().to_owned());
            return line.no_children();
        }
        let Some(form) = FORMS.iter().find(|form| form.keyword == line.keyword()) else {
            return line.error("unknown word");
        };
        let mut element = fields(form, line)?;
        if let Some(place) = place {
            element.insert("in".into(), json!(place));
        }
        // The place comes before what lies in it, as in a document that a person writes.
        let list = self.lists.entry(form.list).or_insert_with(|| json!([])).as_array_mut().expect("a list");
        let at = list.len();
        list.push(Value::Null);
        self.lines.push((format!("{}[{at}]", form.list), line.number));
        let id = element.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        for child in &line.children {
            self.part(child, &id, form.list, &mut element)?;
        }
        self.lists[form.list][at] = Value::Object(element);
        Ok(())
    }

    /// A line below an element: a part of it, or what lies in it.
    fn part(
        &mut self,
        line: &Line<'_>,
        id: &str,
        list: &str,
        element: &mut Map<String, Value>,
    ) -> Result<(), String> {
        match line.keyword() {
            word @ ("name" | "note") => insert(element, word, json!(line.rest()), line),
            "drawn" => {
                let numbers: Option<Vec<f64>> = line.words().skip(1).map(|word| word.parse().ok()).collect();
                let place = match numbers.as_deref() {
                    Some([x, y]) => json!({"x": x, "y": y}),
                    Some([x, y, w, h]) => json!({"x": x, "y": y, "w": w, "h": h}),
                    _ => return line.error("expected `drawn x y` or `drawn x y w h`"),
                };
                insert(&mut self.layout, id, place, line)
            }
            "route" => push(element, "routes", parts::route(line)?, line),
            "bind" => push(element, "bindings", parts::binding(line)?, line),
            "whitelist" => insert(element, "whitelist", parts::whitelist(line)?, line),
            "security" => insert(element, "security_group", parts::security_group(line)?, line),
            _ if list == "nodes" => self.element(line, Some(id)),
            _ => line.error("unknown word"),
        }
    }

    fn document(mut self) -> Result<Document, String> {
        self.lists.insert("reachplan".into(), json!(1));
        self.lists.insert("layout".into(), Value::Object(std::mem::take(&mut self.layout)));
        if let Some(title) = self.title.take() {
            self.lists.insert("title".into(), json!(title));
        }
        let text = Value::Object(self.lists).to_string();
        wire::read(&text).map_err(|problems| {
            let said = problems.iter().map(|problem| {
                let line = self
                    .lines
                    .iter()
                    .find(|(path, _)| problem.path.starts_with(path))
                    .map_or(0, |(_, line)| *line);
                format!("line {line}: {}: {}", problem.path, problem_text(Language::En, problem))
            });
            said.collect::<Vec<_>>().join("\n")
        })
    }
}

fn insert(object: &mut Map<String, Value>, field: &str, value: Value, line: &Line<'_>) -> Result<(), String> {
    match object.insert(field.to_owned(), value) {
        Some(_) => line.error(&format!("`{field}` is said twice")),
        None => Ok(()),
    }
}

fn push(object: &mut Map<String, Value>, field: &str, value: Value, line: &Line<'_>) -> Result<(), String> {
    match object.entry(field).or_insert_with(|| json!([])).as_array_mut() {
        Some(list) => {
            list.push(value);
            Ok(())
        }
        None => line.error(&format!("`{field}` is said twice")),
    }
}

/// The id and the fields on the line itself.
fn fields(form: &Form, line: &Line<'_>) -> Result<Map<String, Value>, String> {
    let mut object = Map::new();
    let mut words = line.words();
    words.next();
    let Some(id) = words.next() else {
        return line.error("what is it called?");
    };
    object.insert(if form.list == "must_not_reach" { "resource_group" } else { "id" }.into(), json!(id));
    if matches!(form.list, "nodes" | "connections") {
        let kind =
            KINDS.iter().find(|(word, _)| *word == form.keyword).map_or(form.keyword, |(_, kind)| kind);
        object.insert("kind".into(), json!(kind));
    }
    if form.list == "connections" {
        object.insert("attachments".into(), json!([]));
    }
    let named = |word: &&str| form.named.iter().find(|(name, ..)| name == word);
    for (field, shape) in form.unnamed {
        let most = if matches!(shape, Shape::Words) { usize::MAX } else { 1 };
        let said: Vec<&str> =
            std::iter::from_fn(|| words.next_if(|word| named(word).is_none())).take(most).collect();
        if !said.is_empty() {
            insert(&mut object, field, value(*shape, &said, line)?, line)?;
        }
    }
    while let Some(word) = words.next() {
        let Some((name, field, shape)) = named(&word) else {
            return line.error(&format!("unknown word `{word}`"));
        };
        let said: Vec<&str> = std::iter::from_fn(|| words.next_if(|word| named(word).is_none())).collect();
        if *field == "attachments" {
            object.remove("attachments");
        }
        if said.is_empty() {
            return line.error(&format!("`{name}` says nothing"));
        }
        insert(&mut object, field, value(*shape, &said, line)?, line)?;
    }
    Ok(object)
}

fn value(shape: Shape, said: &[&str], line: &Line<'_>) -> Result<Value, String> {
    match (shape, said) {
        (Shape::Words | Shape::Scope, ["none"]) => Ok(json!([])),
        (Shape::Word, [word]) | (Shape::Scope, [word @ "vpc"]) => Ok(json!(word)),
        (Shape::Words | Shape::Scope, _) => Ok(json!(said)),
        (Shape::Number, [word]) => serde_json::from_str::<serde_json::Number>(word)
            .map_or_else(|_| line.error("expected a number"), |n| Ok(json!(n))),
        (Shape::Attachments, _) => attachments(said, line),
        (Shape::Word | Shape::Number, _) => {
            line.error(&format!("expected one word, not `{}`", said.join(" ")))
        }
    }
}

fn attachments(said: &[&str], line: &Line<'_>) -> Result<Value, String> {
    let mut held: Vec<Value> = Vec::new();
    for word in said {
        if !matches!(*word, "in_service" | "pending" | "planned") {
            held.push(json!({ "network": word }));
            continue;
        }
        match held.last_mut() {
            Some(last) if last.get("state").is_none() => last["state"] = json!(word),
            _ => return line.error(&format!("`{word}` follows no network")),
        }
    }
    Ok(json!(held))
}

//! A call as the words of a shell.

use crate::cloud::{Arg, Call, Style, Unknown};
use crate::export::script::quote::quoted;

/// A call as a command, its parameters apart by `between`; `name` is asked for the variable that holds a value.
pub(in crate::export) fn command(
    call: &Call,
    profile: Option<&Unknown>,
    between: &str,
    name: &mut dyn FnMut(&Unknown) -> String,
) -> String {
    let mut parts = vec![format!("aliyun {} {}", call.product, call.api)];
    if let Some(profile) = profile {
        parts.push(format!("--profile \"${}\"", name(profile)));
    }
    for (parameter, arg) in &call.params {
        let value = match (call.style, arg) {
            (Style::Json(template), Arg::List(args)) => json(template, args, name),
            _ => value(arg, name),
        };
        // A value with a dash in front would be taken for a parameter of its own.
        let is_dashed = matches!(arg, Arg::Text(text) if text.starts_with('-'));
        parts.push(format!("--{parameter}{}{value}", if is_dashed { "=" } else { " " }));
    }
    parts.join(between)
}

fn value(arg: &Arg, name: &mut dyn FnMut(&Unknown) -> String) -> String {
    match arg {
        Arg::Text(text) => quoted(text),
        Arg::Unknown(unknown) => format!("\"${}\"", name(unknown)),
        Arg::List(args) => {
            let values: Vec<String> = args.iter().map(|arg| value(arg, name)).collect();
            values.join(",")
        }
    }
}

/// A JSON text with a list of addresses in it.
fn json(template: &str, args: &[Arg], name: &mut dyn FnMut(&Unknown) -> String) -> String {
    let (before, after) = template.split_once("{}").unwrap_or((template, ""));
    let mut out = String::new();
    let mut plain = before.to_owned();
    for (at, arg) in args.iter().enumerate() {
        plain += if at == 0 { "\"" } else { ",\"" };
        match arg {
            Arg::Text(text) => plain += text,
            Arg::Unknown(_) | Arg::List(_) => {
                out += &quoted(&std::mem::take(&mut plain));
                out += &value(arg, name);
            }
        }
        plain.push('"');
    }
    out + &quoted(&(plain + after))
}

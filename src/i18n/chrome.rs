//! The fixed words of the page, in every language. A text stands beside its translation, so that a missing one does
//! not compile; what a person drew or what was found about it is put into words elsewhere.

mod advice;
mod exchange;
mod forms;
mod labels;
mod panel;
mod plans;
mod problems;
mod shell;

pub use advice::Advice;
pub use exchange::Exchange;
pub use forms::Forms;
pub use labels::{
    action_name, connection_kind, connection_kind_short, direction, edition, endpoint, family, group_kind,
    kind_name, mode, more, product, protocol, region_label, route_mode, security_group_type, severity,
    shares_account, shares_region, site, state, step_state, whereabouts,
};
pub use panel::Panel;
pub use plans::Plans;
pub use problems::number_problem;
pub use shell::Shell;

/// Writes a struct of texts and its value in each language.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $en:literal, $zh:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            $(#[doc = $en] pub $field: &'static str,)*
        }

        impl $name {
            /// The texts in a language.
            pub fn of(language: crate::i18n::Language) -> &'static Self {
                static EN: $name = $name { $($field: $en,)* };
                static ZH: $name = $name { $($field: $zh,)* };
                match language {
                    crate::i18n::Language::En => &EN,
                    crate::i18n::Language::Zh => &ZH,
                }
            }
        }
    };
}

use words;

//! The frame around the drawing: top bar, menus, dialogs, messages, start screen, files, keys, theme and language.

mod broken;
pub mod commands;
pub mod context;
pub mod dialog;
pub mod files;
mod finder;
pub mod frame;
pub mod host;
mod icon;
mod keys;
pub mod menu;
mod opening;
pub mod plans;
mod saved;
mod saving;
pub mod start;
mod thumbnail;
pub mod toast;
pub mod toolbar;
pub(in crate::ui) mod wait;

pub use broken::{speak, watch as watch_for_defects};
pub use context::ContextMenu;
pub use dialog::{Dialog, Dialogs};
pub use files::{FilePicker, accept_dropped_files};
pub(in crate::ui) use finder::distance;
pub use frame::{Frame, Side, View, first_language, first_theme, is_dark, provide_frame, use_frame};
pub use icon::{Icon, icon};
pub use keys::listen as listen_to_keys;
pub use menu::Menu;
pub use opening::{Opened, follow as follow_address, opened, show_first};
pub use saving::{keep as keep_plan, named_sample};
pub use start::Start;
pub use toast::Messages;
pub use toolbar::{Toolbar, words as word};

//! The page's second program: does in a thread of its own what [`reachplan::exchange`] knows to do.

fn main() {
    reachplan::ui::platform::errand::serve(reachplan::exchange::answer);
}

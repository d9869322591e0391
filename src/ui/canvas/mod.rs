//! The drawing on the screen: what is drawn, and what a pointer or key does to it.

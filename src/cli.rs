//! Headless commands on the same library.

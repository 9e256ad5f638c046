//! Turns the dated facts of `data/` into tables that are compiled in.

fn main() {
    println!("cargo::rerun-if-changed=build");
}

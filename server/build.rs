//! When is the server built anew although none of its code has changed?

fn main() {
    // A plan added to the corpus is part of the program.
    println!("cargo:rerun-if-changed=../corpus");
    println!("cargo:rerun-if-changed=build.rs");
}

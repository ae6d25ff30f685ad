//! What is part of the program besides its code, and when is it therefore built anew?

use std::{env, fs, path::Path};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    // Without a site an empty folder will do: the server then serves pages without files.
    let site = Path::new(&root).join("../target/site");
    fs::create_dir_all(&site).expect("target/site can be made");
    println!("cargo::rerun-if-changed={}", site.display());
    // A plan added to the corpus is part of the program.
    println!("cargo::rerun-if-changed=../corpus");
    println!("cargo::rerun-if-changed=build.rs");
}

//! Prints the whole reading of a file as JSON.
#![allow(clippy::disallowed_methods, reason = "a program reads files; the library does not")]

use std::{error::Error, path::Path};

use plandoc::{Manifest, ReadOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file? usage: read FILE [--blocks]")?;
    let blocks = std::env::args().any(|argument| argument == "--blocks");
    let path = Path::new(&path);
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let manifest: Option<Manifest> = match std::fs::read_to_string(path.with_file_name("plan.toml")) {
        Ok(text) => Some(toml::from_str(&text)?),
        Err(_) => None,
    };
    let options = ReadOptions {
        file_name: path.file_name().and_then(|name| name.to_str()),
        manifest: manifest.as_ref(),
    };
    let reading = plandoc::read(&bytes, &options)?;
    if blocks {
        println!("{}", serde_json::to_string_pretty(&reading.document)?);
    } else {
        println!("{}", serde_json::to_string_pretty(&reading)?);
    }
    Ok(())
}

//! How fast is the search, beside bare tantivy, Datasette and PostgreSQL, as the corpus grows?
//!
//! `make bench-search` writes docs/BENCHMARKS-SEARCH.md with its plot. `PLANS=7,70` makes other
//! sizes than the three of the report, `SECONDS_EACH` sets how long each engine is asked,
//! and `CORPUS_ONLY=DIR` only writes the first of the corpora there.

mod bare;
mod costs;
mod datasette;
mod engine;
mod generator;
mod http;
mod load;
mod machine;
mod making;
mod passages;
mod plot;
mod portal;
mod postgres;
mod queries;
mod report;
mod size;

use std::{env, fs, path::Path, time::Instant};

use engine::Outcome;

/// Plans of each size: 20,000 to 200,000 passages.
const PLANS: &str = "14,44,140";
/// Seconds for which an engine is asked over each number of connections.
const SECONDS: &str = "5";

fn main() -> Outcome<()> {
    let setting = |name: &str, unless: &str| env::var(name).unwrap_or_else(|_| unless.to_owned());
    let plans = setting("PLANS", PLANS).split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?;
    if let Ok(folder) = env::var("CORPUS_ONLY") {
        let bytes = generator::Generator::new().write_plans(plans[0], Path::new(&folder))?;
        eprintln!("bench-search: {} plans, {bytes} bytes of text in {folder}", plans[0]);
        return Ok(());
    }
    let seconds = setting("SECONDS_EACH", SECONDS).parse()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let peers = root.join("target/tools/datasette");
    let queries = queries::queries();
    let started = Instant::now();
    let docs = root.join("docs");
    let mut sizes = Vec::new();
    for plans in plans {
        let (size, versions) = size::size(plans, &queries, seconds, &peers)?;
        sizes.push(size);
        let minutes = started.elapsed().as_secs_f64() / 60.0;
        fs::write(docs.join("benchmarks-search.svg"), plot::svg(&sizes))?;
        let page = report::markdown(&sizes, &queries, &versions, seconds, minutes);
        fs::write(docs.join("BENCHMARKS-SEARCH.md"), page)?;
    }
    eprintln!("bench-search: docs/BENCHMARKS-SEARCH.md and its plot are written");
    Ok(())
}

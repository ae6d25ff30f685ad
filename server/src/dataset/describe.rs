//! How does the data set describe itself to people?

use std::fmt::Write as _;

use super::{
    DatasetError, Release,
    make::SQLITE,
    package::{DESCRIPTION, TITLE},
    tables::Written,
};
use crate::api::LICENCE_ADDRESS;

/// Under which terms it may be used.
pub(super) const LICENCE: &str = "\
Minh Bạch, data on the plans of Vietnamese provinces

Licensed under Creative Commons Attribution 4.0 International (CC BY 4.0):
https://creativecommons.org/licenses/by/4.0/legalcode

You may copy, change and publish this data, also for money, if you name its source: \"Minh Bạch\",
the address of the data and its revision.

The plans are administrative documents of the state, which copyright does not protect (Law on
Intellectual Property of Việt Nam, article 15). Their words are given as printed.
";

/// Every column of every list, in both languages.
pub(super) fn dictionary(lists: &[Written]) -> Result<String, DatasetError> {
    let failed = |error: csv::Error| DatasetError::File(std::io::Error::other(error));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let names =
        ["list", "column", "type", "unit", "label_vi", "label_en", "description_vi", "description_en"];
    writer.write_record(names).map_err(failed)?;
    for list in lists {
        for (vi, en) in list.columns.iter().zip(&list.columns_en) {
            let cells = [
                list.table.spec.noun,
                &vi.name,
                vi.format.unwrap_or(vi.r#type),
                vi.unit.unwrap_or_default(),
                &vi.label,
                &en.label,
                &vi.description,
                &en.description,
            ];
            writer.write_record(cells).map_err(failed)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| DatasetError::File(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// How to cite it, for programs (CFF 1.2.0).
pub(super) fn citation(release: &Release, public_url: &str) -> String {
    let day = release.at.get(..10).unwrap_or_default();
    format!(
        "cff-version: 1.2.0\n\
         message: If you use this data, please cite it as below, with its version.\n\
         type: dataset\n\
         title: \"{TITLE}\"\n\
         authors:\n  - name: Minh Bạch\n\
         version: \"{}\"\n\
         date-released: \"{day}\"\n\
         license: CC-BY-4.0\n\
         url: \"{public_url}/data/{}/\"\n",
        release.revision, release.name
    )
}

/// What a person reads first.
pub(super) fn readme(lists: &[Written], release: &Release, public_url: &str) -> String {
    let mut readme = format!(
        "# {TITLE}\n\n{DESCRIPTION}\n\n\
         Revision {} of {}, published at <{public_url}/data/{}/>; the newest is at <{public_url}/data/latest/>.\n\n\
         | List | Records | What it is |\n| --- | ---: | --- |\n",
        release.revision, release.at, release.name
    );
    for list in lists {
        // Writing to a string cannot fail.
        let _ = writeln!(readme, "| {} | {} | {} |", list.table.spec.noun, list.rows, list.table.summary);
    }
    let _ = write!(
        readme,
        "\n## What is here\n\n\
         - `data/*.csv`: one file for each list. UTF-8, header row, lines end in CR LF; an empty cell is not stated.\n\
         - `data/*.ndjson`: the same records with nested fields, one in each line.\n\
         - `{SQLITE}`: all lists as tables, with the table `data_dictionary`.\n\
         - `datapackage.json`: types, units and keys of all columns (Frictionless Data Package).\n\
         - `data-dictionary.csv`: what each column means, in Vietnamese and English.\n\
         - `SHA256SUMS`: `sha256sum -c SHA256SUMS` checks that all is whole.\n\n\
         ## What to know\n\n\
         - What a document does not state is empty or null, never 0.\n\
         - Money is a whole number of đồng. Add up `amount_vnd` only over rows with `in_sum`, within one `phase` and\n  \
           one `amount_basis`: documents state the same money several times.\n\
         - `quote` holds the exact words, `source_start` and `source_end` count Unicode characters of the text whose\n  \
           hash is `text_sha256`; <{public_url}/api/v1/plans/PLAN/text> gives it.\n\
         - `id` stays when a document is read again or published anew.\n\
         - <{public_url}/api/v1/changes?since={}> gives what changed after this release.\n\n\
         ## Terms\n\n\
         CC BY 4.0, <{LICENCE_ADDRESS}>. `CITATION.cff` says how to cite.\n",
        release.revision
    );
    readme
}

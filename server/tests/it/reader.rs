//! Is every plan's text shown whole, with each record marked once?

use std::collections::{BTreeMap, BTreeSet};

use app::types::reader::{BlockShape, Inline, ReaderBlock, ReaderDocument, ReaderRow};
use server::search::words;

use crate::support::corpus::{PLANS, corpus};

/// All stretches of a block, cell by cell.
fn stretches(block: &ReaderBlock) -> Vec<&[Inline]> {
    match &block.shape {
        BlockShape::Table { rows, .. } => {
            rows.iter().flat_map(|row| row.cells.iter().map(Vec::as_slice)).collect()
        }
        BlockShape::Heading { inlines, .. }
        | BlockShape::Paragraph { inlines }
        | BlockShape::ListItem { inlines, .. }
        | BlockShape::Footnote { inlines, .. }
        | BlockShape::Furniture { inlines } => vec![inlines],
    }
}

fn rows(document: &ReaderDocument) -> impl Iterator<Item = &ReaderRow> {
    document.blocks.iter().flat_map(|block| match &block.shape {
        BlockShape::Table { rows, .. } => rows.as_slice(),
        _ => &[],
    })
}

fn inlines(document: &ReaderDocument) -> impl Iterator<Item = &Inline> {
    document.blocks.iter().flat_map(stretches).flatten()
}

fn counted(text: &str) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::new();
    for word in words(text) {
        *found.entry(word.form.exact).or_default() += 1;
    }
    found
}

#[test]
fn the_whole_text_is_shown() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        let mut shown = String::new();
        for stretch in document.blocks.iter().flat_map(stretches) {
            shown.extend(stretch.iter().map(|inline| inline.text.as_str()));
            shown.push('\n');
        }
        let mut missing = counted(&corpus.source(plan).text);
        for (word, times) in counted(&shown) {
            *missing.entry(word).or_default() -= times;
        }
        for block in &document.blocks {
            if let BlockShape::Footnote { mark, .. } = &block.shape {
                *missing.entry(mark.clone()).or_default() -= 1;
            }
        }
        // A header that each page repeats is shown once, above its table.
        let headers = counted(&headers(&document));
        missing.retain(|word, times| *times > 0 && !headers.contains_key(word));
        assert!(missing.is_empty(), "{plan} does not show {missing:?}");
    }
}

fn headers(document: &ReaderDocument) -> String {
    let columns = document.blocks.iter().filter_map(|block| match &block.shape {
        BlockShape::Table { columns, .. } => Some(columns.join("\n")),
        _ => None,
    });
    columns.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_record_begins_exactly_once() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
        let within = inlines(&document).flat_map(|inline| &inline.begins);
        let of_rows = rows(&document).flat_map(|row| &row.records);
        for record in within.chain(of_rows) {
            *begun.entry(record).or_default() += 1;
        }
        let records = &corpus.source(plan).records;
        let ids = (records.targets.iter().map(|r| &r.record.id))
            .chain(records.progress.iter().map(|r| &r.record.id))
            .chain(records.spending.iter().map(|r| &r.record.id))
            .chain(records.totals.iter().map(|r| &r.record.id))
            .chain(records.citations.iter().map(|r| &r.record.id))
            .chain(records.objectives.iter().map(|r| &r.record.id));
        let mut expected = 0;
        for id in ids {
            assert_eq!(begun.get(id.as_str()), Some(&1), "{plan}: {id}");
            expected += 1;
        }
        assert_eq!((begun.len(), document.marks.len()), (expected, expected), "{plan}");
    }
}

#[test]
fn a_record_is_marked_where_it_is_quoted() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        for target in &corpus.source(plan).records.targets {
            let marked: String = inlines(&document)
                .filter(|inline| inline.records.contains(&target.record.id))
                .map(|inline| inline.text.as_str())
                .collect();
            let (shown, quoted) = (counted(&marked), counted(&target.record.quote));
            assert!(
                quoted.iter().all(|(word, times)| shown.get(word).is_some_and(|shown| shown >= times)),
                "{plan}: {marked:?} for {:?}",
                target.record.quote
            );
        }
    }
}

#[test]
fn a_record_begins_within_its_own_mark() {
    let corpus = corpus();
    for plan in PLANS {
        for inline in inlines(&corpus.read(plan, None)) {
            assert!(inline.begins.iter().all(|record| inline.records.contains(record)));
        }
    }
}

#[test]
fn marks_are_numbered_in_order_and_name_their_block() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        let numbers: Vec<u64> = document.marks.iter().map(|mark| mark.number).collect();
        assert!(numbers.iter().copied().eq(1..=document.marks.len() as u64), "{plan}");
        for mark in &document.marks {
            let is_there = document.blocks.iter().any(|block| block.id == mark.block)
                || rows(&document).any(|row| row.id == mark.block);
            assert!(is_there, "{plan}: {} is no block", mark.block);
        }
    }
}

#[test]
fn anchors_of_blocks_and_rows_are_unique_but_for_a_table_and_its_first_row() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        let mut seen = BTreeSet::new();
        for block in &document.blocks {
            assert!(seen.insert(&block.id), "{plan}: {}", block.id);
        }
        let mut of_rows = BTreeSet::new();
        for row in rows(&document) {
            assert!(of_rows.insert(&row.id), "{plan}: {}", row.id);
        }
    }
}

#[test]
fn the_contents_lead_to_headings() {
    let corpus = corpus();
    for plan in PLANS {
        let document = corpus.read(plan, None);
        assert!(document.contents.len() > 5, "{plan}");
        for entry in &document.contents {
            let block = document.blocks.iter().find(|block| block.id == entry.block);
            assert!(
                block.is_some_and(|block| matches!(block.shape, BlockShape::Heading { .. })),
                "{plan}: {}",
                entry.label
            );
        }
    }
}

#[test]
fn words_searched_for_are_marked_in_all_their_forms() {
    let corpus = corpus();
    let document = corpus.read("soc-trang-2020", Some("CNTT"));
    let hits: Vec<String> = inlines(&document)
        .filter(|inline| inline.hit.is_some())
        .map(|inline| inline.text.to_lowercase())
        .collect();
    assert!(hits.iter().any(|hit| hit == "cntt") && document.hits > 10, "{hits:?}");
    let numbers: Vec<u64> = inlines(&document).filter_map(|inline| inline.hit).collect();
    assert!(numbers.is_sorted() && numbers.last() == Some(&document.hits));
    assert_eq!(corpus.read("soc-trang-2020", None).hits, 0);
}

#[test]
fn words_that_stand_apart_in_a_plan_are_still_shown() {
    let corpus = corpus();
    let document = corpus.read("soc-trang-2020", Some("kiosk biên chế nghị quyết phường"));
    assert!(document.hits > 0);
}

#[test]
fn abbreviations_carry_their_meaning() {
    let corpus = corpus();
    let document = corpus.read("soc-trang-2020", None);
    let explained: BTreeMap<&str, &str> = inlines(&document)
        .filter_map(|inline| Some((inline.text.as_str(), inline.abbreviation.as_deref()?)))
        .collect();
    assert_eq!(explained.get("CNTT").map(|long| long.to_lowercase()).as_deref(), Some("công nghệ thông tin"));
}

#[test]
fn usual_abbreviations_are_explained_where_the_document_does_not_and_never_in_symbols() {
    let corpus = corpus();
    let mut explained = 0;
    let mut symbols = 0;
    for plan in PLANS {
        let document = corpus.read(plan, None);
        let own = &corpus.source(plan).plan.glossary;
        for inline in inlines(&document).filter(|inline| inline.usual) {
            assert!(own.iter().all(|known| known.short != inline.text), "{plan} explains {}", inline.text);
            explained += 1;
        }
        for pair in document.blocks.iter().flat_map(stretches).flat_map(|stretch| stretch.windows(2)) {
            assert!(!(pair[0].text.ends_with(['-', '/']) && pair[1].usual), "{plan}: {:?}", pair[1]);
        }
        symbols += inlines(&document).filter(|inline| inline.text.contains("-UBND")).count();
    }
    assert!(explained > 0 && symbols > 0, "{explained} explained, {symbols} symbols");
}

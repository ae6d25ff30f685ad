//! What of the five plans is kept as it stands, and what is recombined?

use std::collections::BTreeMap;

/// A published plan: its words, what it calls its province, and its year.
pub(super) struct Published {
    text: &'static str,
    /// Names of its province.
    pub(super) names: &'static [&'static str],
    /// The year that its own years are counted from.
    pub(super) year: i32,
    /// How its file ends.
    pub(super) extension: &'static str,
}

macro_rules! plan {
    ($file:literal) => {
        include_str!(concat!("../../../../corpus/", $file))
    };
}

/// The five plans.
pub(super) const PLANS: [Published; 5] = [
    Published {
        text: plan!("khanh-hoa-2020/khanh-hoa-2020.md"),
        names: &["Khánh Hòa", "Khánh Hoà"],
        year: 2020,
        extension: "md",
    },
    Published {
        text: plan!("kien-giang-2020/kien-giang-2020.md"),
        names: &["Kiên Giang"],
        year: 2020,
        extension: "md",
    },
    Published {
        text: plan!("soc-trang-2009-2010/soc-trang-2009-2010.md"),
        names: &["Sóc Trăng"],
        year: 2010,
        extension: "md",
    },
    Published {
        text: plan!("soc-trang-2020/soc-trang-2020.txt"),
        names: &["Sóc Trăng"],
        year: 2020,
        extension: "txt",
    },
    Published {
        text: plan!("soc-trang-2024/soc-trang-2024.txt"),
        names: &["Sóc Trăng"],
        year: 2024,
        extension: "txt",
    },
];

/// Words of a plan, by its place in [`PLANS`].
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub(super) plan: usize,
    pub(super) text: &'static str,
}

/// A line of a plan.
pub(super) enum Line {
    /// Kept but for its numbers and words: a heading, a label, a cell.
    Kept(Words),
    /// A row of a table, by its cells.
    Row(Vec<Words>),
    /// Sentences after a bullet, or a paragraph's: how many.
    Sentences { bullet: &'static str, count: usize },
}

/// The lines of each plan, and what its sentences and rows are drawn from.
pub(super) struct Sources {
    pub(super) plans: Vec<Vec<Line>>,
    pub(super) sentences: Vec<Words>,
    /// Rows by how many cells they have.
    pub(super) rows: BTreeMap<usize, Vec<Vec<Words>>>,
}

/// Shortest line of body text; what is shorter is a heading or a label.
const BODY_MIN: usize = 60;
/// The same after a number or a label: what is shorter belongs to it.
const NAMED_MIN: usize = 160;
/// Shortest sentence that is drawn.
const SENTENCE_MIN: usize = 25;

impl Sources {
    /// Takes the five plans apart.
    pub(super) fn read() -> Self {
        let mut sources = Self { plans: Vec::new(), sentences: Vec::new(), rows: BTreeMap::new() };
        for (plan, published) in PLANS.iter().enumerate() {
            let mut begun = false;
            let lines = published.text.lines().map(|text| {
                // What stands before the first section is the head: it names the plan.
                begun |= begins_section(text);
                sources.line(Words { plan, text }, begun)
            });
            let lines = lines.collect();
            sources.plans.push(lines);
        }
        sources
    }

    fn line(&mut self, words: Words, begun: bool) -> Line {
        let cells: Vec<Words> = words.text.split('\t').map(|text| Words { text, ..words }).collect();
        if cells.len() > 3 {
            if cells[0].text.ends_with(|c: char| c.is_ascii_digit() || c == '.') {
                self.rows.entry(cells.len()).or_default().push(cells.clone());
            }
            return Line::Row(cells);
        }
        let (mut bullet, mut body) = bulleted(words.text);
        let named = is_label(body) || is_heading(body);
        if named {
            let named = words.text.len() - after_name(body).len();
            (bullet, body) = words.text.split_at(named);
        }
        let least = if named { NAMED_MIN } else { BODY_MIN };
        let item = !named && !bullet.trim().is_empty();
        let kept = !begun || words.text.starts_with(CLOSING) || named && body.contains("đồng");
        if kept || !(item || body.len() >= least) {
            return Line::Kept(words);
        }
        let found = sentences(body);
        let drawn = found.iter().filter(|text| text.len() >= SENTENCE_MIN && !is_capitals(text));
        self.sentences.extend(drawn.map(|text| Words { text, ..words }));
        Line::Sentences { bullet, count: found.len().clamp(1, 4) }
    }
}

/// How a plan ends: what is read for a plan must.
const CLOSING: &str = "Trên đây";

/// A heading that stands in a line with other words.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > text.chars().filter(|c| c.is_lowercase()).count()
}

fn begins_section(line: &str) -> bool {
    let words = line.trim_start_matches(['#', '*', ' ']);
    ["I. ", "Phần ", "Điều 1"].iter().any(|start| words.starts_with(start))
}

/// A line's bullet with the space around it, and the rest.
fn bulleted(line: &'static str) -> (&'static str, &'static str) {
    let body = line.trim_start_matches(|c: char| matches!(c, '-' | '+' | '·' | '•') || c.is_whitespace());
    line.split_at(line.len() - body.len())
}

/// Numbered, marked as a heading, or in a form of its own.
fn is_heading(body: &str) -> bool {
    !numbering(body).is_empty() || body.starts_with(['#', '*', '[', '<', '(', '|', '_']) || body.contains('|')
}

/// "Kinh phí dự kiến: 500 triệu đồng": the label says what the words are.
fn is_label(body: &str) -> bool {
    let label = body.strip_suffix(':').or_else(|| Some(body.split_once(": ")?.0));
    label.is_some_and(|label| label.split_whitespace().count() <= LABEL_MAX)
}

/// "1.1.", "a)", "II.": the number that a line begins with.
pub(super) fn numbering(line: &str) -> &str {
    let first = line.trim_start_matches(['#', '*', ' ']).split_whitespace().next().unwrap_or_default();
    let numbered = first.ends_with(['.', ')']) && first.chars().count() <= 6;
    if numbered { &line[..line.find(first).unwrap_or_default() + first.len()] } else { "" }
}

/// Most words of a label.
const LABEL_MAX: usize = 7;

/// What follows the number of an item, or its label.
fn after_name(body: &'static str) -> &'static str {
    let after = &body[numbering(body).len()..];
    after.split_once(": ").filter(|_| is_label(after)).map_or(after, |(_, rest)| rest).trim_start()
}

fn sentences(body: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in body.match_indices(['.', ';']) {
        let after = &body[at + 1..];
        let ends_word = body[..at].chars().next_back().is_some_and(char::is_lowercase);
        let goes_on = after.trim_start().starts_with(|c: char| mark == ";" || c.is_uppercase());
        if ends_word && after.starts_with(' ') && goes_on {
            found.push(body[start..at].trim());
            start = at + 1;
        }
    }
    found.push(body[start..].trim().trim_end_matches(['.', ';', ',']));
    found
}

//! What do thousands of plans look like, made of the five that ship?
//!
//! Each plan takes [`PARTS`] of the five, one after the other, for its outline: headings, labels
//! and tables stay where they are. Its sentences and the cells of its rows are drawn from all five, half
//! of the sentences are joined of the halves of two, and all words speak of a province,
//! a year and amounts of their own. The same number gives the same plan on every machine.

mod random;
mod source;
mod vary;
mod words;

use std::{fmt::Write as _, fs, io, path::Path};

use plandoc::catalog::provinces;

use random::Random;
use source::{Line, PLANS, Sources, Words};
use vary::Setting;
use words::capitalised;

/// First and last year that a plan is made for.
const YEARS: (i32, i32) = (2009, 2030);

/// Outlines of a plan. Publishing looks at every other plan of the store, so that many
/// short ones take hours where few long ones take minutes.
const PARTS: usize = 5;

/// Words of the longest sentence that is a passage by itself.
const ALONE_MAX: usize = 25;

/// Makes plans.
pub(crate) struct Generator {
    sources: Sources,
}

/// A plan made up, as the files of its folder.
pub(crate) struct Made {
    /// The plan's id, which names its folder.
    pub(crate) id: String,
    /// Name of its file.
    pub(crate) file_name: String,
    /// Its text.
    pub(crate) text: String,
    /// Its plan.toml.
    pub(crate) manifest: String,
}

impl Generator {
    /// From the plans that ship.
    pub(crate) fn new() -> Self {
        Self { sources: Sources::read() }
    }

    /// The plan of a number.
    pub(crate) fn plan(&self, number: usize) -> Made {
        let Frame { id, setting, outline, mut random } = Frame::of(number);
        let mut text = String::new();
        for part in 0..PARTS {
            let lines = &self.sources.plans[(outline + part) % PLANS.len()];
            for line in lines {
                self.write(line, setting, &mut random, &mut text);
                text.push('\n');
            }
        }
        let file_name = format!("{id}.{}", PLANS[outline].extension);
        Made { manifest: manifest(&id, setting), file_name, text, id }
    }

    /// Writes the plans of the first numbers, a folder each; gives the bytes of their texts.
    pub(crate) fn write_plans(&self, plans: usize, folder: &Path) -> io::Result<usize> {
        let mut bytes = 0;
        for made in (0..plans).map(|number| self.plan(number)) {
            let folder = folder.join(&made.id);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("plan.toml"), &made.manifest)?;
            fs::write(folder.join(&made.file_name), &made.text)?;
            bytes += made.text.len();
        }
        Ok(bytes)
    }

    fn write(&self, line: &Line, setting: Setting<'_>, random: &mut Random, text: &mut String) {
        match line {
            Line::Kept(words) => text.push_str(&setting.vary(*words, random)),
            Line::Row(cells) => self.write_row(cells, setting, random, text),
            Line::Sentences { bullet, count } => {
                let _ = write!(text, "{bullet}{}.", self.sentences(*count, setting, random));
            }
        }
    }

    /// The row's number and its sum stay in their columns; other cells are drawn from rows like it.
    fn write_row(&self, cells: &[Words], setting: Setting<'_>, random: &mut Random, text: &mut String) {
        let alike = self
            .sources
            .rows
            .get(&cells.len())
            .filter(|_| cells[0].text.ends_with(|c: char| c.is_ascii_digit() || c == '.'));
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            match alike {
                Some(_) if column == 0 => text.push_str(cell.text),
                Some(rows) => text.push_str(&setting.vary(random.pick(rows)[column], random)),
                None => text.push_str(&setting.vary(*cell, random)),
            }
        }
    }

    /// About so many sentences; a long one does not stand alone, or plans would share passages.
    fn sentences(&self, count: usize, setting: Setting<'_>, random: &mut Random) -> String {
        let mut drawn = self.sentence(setting, random);
        for more in 1..random.within(1, count + 1).max(2) {
            if more < count || drawn.split_whitespace().count() > ALONE_MAX {
                let _ = write!(drawn, ". {}", self.sentence(setting, random));
            }
        }
        drawn
    }

    /// A sentence of the five, or the beginning of one with the end of another.
    fn sentence(&self, setting: Setting<'_>, random: &mut Random) -> String {
        let one = *random.pick(&self.sources.sentences);
        let other = *random.pick(&self.sources.sentences);
        let sentence = match (one.text.split_once(", "), other.text.rsplit_once(", ")) {
            (Some((beginning, _)), Some((_, end))) if random.chance(50) => {
                let beginning = setting.vary(Words { text: beginning, ..one }, random);
                format!("{beginning}, {}", setting.vary(Words { text: end, ..other }, random))
            }
            _ => setting.vary(one, random),
        };
        capitalised(&sentence)
    }
}

/// What a plan's number decides before any of its words.
struct Frame {
    id: String,
    setting: Setting<'static>,
    /// The first of its outlines.
    outline: usize,
    random: Random,
}

impl Frame {
    fn of(number: usize) -> Self {
        let mut random = Random::new(u64::try_from(number).unwrap_or(u64::MAX));
        let provinces = provinces::all();
        let province = &provinces[number % provinces.len()];
        let years = usize::try_from(YEARS.1 - YEARS.0 + 1).unwrap_or(1);
        let year = YEARS.0 + i32::try_from(random.below(years)).unwrap_or_default();
        let outline = random.below(PLANS.len());
        Self {
            id: format!("{}-{year}-{number}", province.slug),
            setting: Setting { province, year },
            outline,
            random,
        }
    }
}

fn manifest(id: &str, Setting { province, year }: Setting<'_>) -> String {
    let slug = &province.slug;
    format!("id = \"{id}\"\nprovince = \"{slug}\"\nperiod_start = {year}\nperiod_end = {year}\n")
}

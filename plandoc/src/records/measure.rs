//! What do the records of one number have in common: label, unit, level, place?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{Comparator, Level, ReadContext, RecordBuilder};
use crate::{
    blocks::Block,
    catalog::indicators,
    span::CharRange,
    text::{
        clause::{Sentence, Statement},
        level::{level_of, names_level},
        number::{Figure, FigureKind},
        unit::sort_of,
        when::{Year, years},
    },
};

/// Where what is done begins and what is counted ends; levels named after it are not
/// the level of what is counted.
static PREDICATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\s(?:đều|đã|được|có|sử\s+dụng|ứng\s+dụng|thực\s+hiện|thông\s+qua|qua|công\s+khai|kết\s+nối|biết|đáp\s+ứng|tham\s+gia|hoàn\s+thành|triển\s+khai|vào|bằng|phục\s+vụ|trình)\s",
    )
    .expect("the pattern of predicates compiles")
});

/// A bracket names examples, not what is counted.
static BRACKET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\([^()]*\)").expect("the pattern of brackets compiles"));

/// A bracket right behind a number that only says where.
static OWN_BRACKET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*\((?P<where>(?:(?:tại|ở|đối\s+với)\s+)?(?:các\s+)?(?:cơ\s+quan\s+|đơn\s+vị\s+)?cấp\s+(?:tỉnh|huyện|xã))\)")
        .expect("the pattern of brackets that say where compiles")
});

/// Who has what a sentence lists: "Hạ tầng của Trung tâm A với 31 máy chủ, 02 hệ thống lưu trữ".
static HOLDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:[-+•]\s*)?(?P<who>[^,;.:()\d]{5,80}?)\s+(?:với|gồm)\s")
        .expect("the pattern of holders compiles")
});

/// "Tỷ lệ … tăng từ 20% so với năm …": a growth.
static GROWTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tăng|giảm)\b(?:.*\s)?so\s+với\b").expect("the pattern of growth compiles")
});

/// Words before a number that make it a change: "tăng 10%", "giảm ít nhất 30%".
static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tăng|giảm|cắt\s+giảm|tiết\s+kiệm|thêm)(?:\s+(?:thêm|được|bình\s+quân|trung\s+bình|(?:hằng|hàng|mỗi)\s+năm|ít\s+nhất|tối\s+thiểu|tối\s+đa|khoảng|trên|hơn|gần|từ))*\s*$")
        .expect("the pattern of changes compiles")
});
/// Most bytes between a passage's head, which names who has what it counts, and a number.
const HOLDER_REACH: usize = 6000;

/// Most words before a number that say who has what is counted.
const WHO: usize = 8;

/// One statement in its block.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) context: &'a ReadContext,
    /// Place of the block in the document.
    pub(super) at: usize,
    pub(super) block: &'a Block,
    /// The block's evened-out words.
    pub(super) words: &'a str,
    pub(super) statement: &'a Statement,
}

/// The fields that every number has.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) label: String,
    pub(super) label_ranges: Vec<CharRange>,
    pub(super) indicator: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) level: Option<Level>,
    /// Words beside the label that name the level.
    level_range: Option<CharRange>,
}

impl Said<'_> {
    /// Bytes of the block's words as a range of the served text.
    pub(super) fn range(&self, bytes: Range<usize>) -> CharRange {
        self.context.range(self.at, bytes)
    }

    /// Starts the record, its quote the statement's words.
    pub(super) fn record(&self, quote: Range<usize>) -> RecordBuilder {
        self.context.record(self.block, self.range(shortened(self.words, quote)))
    }

    /// The year that the sentence gives for the number, those in brackets left out: the
    /// last one before it, else the first one after it up to `until`.
    pub(super) fn year(&self, sentence: &Sentence, until: usize) -> Option<Year> {
        let outside = |year: &Year| !sentence.brackets.iter().any(|b| b.outer.contains(&year.range.start));
        let digits = &self.statement.figure.digits;
        let mut given = years(self.words, sentence.range.clone());
        given.retain(outside);
        let before = given.iter().rposition(|year| year.range.end <= digits.start);
        let after = given.iter().position(|year| (digits.end..until).contains(&year.range.start));
        // "70% vào năm 2015, 90% vào năm 2018": each number has the year behind it.
        let of_another = |at: &usize| {
            let year = given[*at].range.start;
            sentence
                .statements
                .iter()
                .any(|other| year > other.figure.end() && other.figure.end() < digits.start)
        };
        let own = after.filter(|_| before.as_ref().is_some_and(of_another));
        own.or(before).or(after).map(|at| given.swap_remove(at))
    }

    /// What is measured, with unit and level.
    pub(super) fn measure(&self, outer: Option<&Statement>) -> Measure {
        let statement = self.statement;
        let named: Vec<Range<usize>> = match outer {
            Some(outer) => outer.head.iter().chain(&outer.label).cloned().collect(),
            None => statement.head.iter().chain(&statement.label).cloned().collect(),
        };
        let named = if named.is_empty() { vec![statement.words.clone()] } else { named };
        let label_ranges: Vec<CharRange> = named.iter().map(|range| self.range(range.clone())).collect();
        let label: Vec<String> = label_ranges.iter().map(|range| self.context.printed(*range)).collect();
        let unit = statement.figure.unit.clone().map(|unit| self.unit(&statement.figure, unit));
        let own_level = self.level(outer.unwrap_or(statement));
        let held = Some(statement).filter(|_| outer.is_none() && own_level.is_none());
        let held = held.and_then(|statement| self.level_of_holder(statement));
        let level = own_level.or(held.as_ref().map(|(level, _)| *level));
        let level_range = held.map(|(_, range)| range);
        // People counted "với" or "cho" something are not what it is an indicator of.
        let own = outer.unwrap_or(statement);
        let counted = statement.figure.kind == FigureKind::Count && !own.label.is_empty();
        let named = if counted { own.label.clone() } else { named };
        let spoken: Vec<&str> = named.iter().map(|range| &self.words[range.clone()]).collect();
        let spoken = spoken.join(" ");
        // What it is compared with is not what is measured.
        let measured = spoken.split(" so với ").next().unwrap_or(&spoken);
        let find = |words: &str| indicators::find(words, unit.as_deref()).map(|found| found.id.clone());
        // How much a share grows is no share; a number of nothing known is no indicator.
        let changes = CHANGE.is_match(&self.words[..statement.number_start()]);
        let unlike = changes
            || GROWTH.is_match(&spoken)
            || statement.figure.kind == FigureKind::Count && unit.is_none();
        let compared = measured.len() < spoken.len();
        let known = || find(measured).or_else(|| if compared { find(&spoken) } else { None });
        let indicator = if unlike { None } else { known() };
        Measure { label: label.join(" "), label_ranges, indicator, unit, level, level_range }
    }

    fn unit(&self, figure: &Figure, unit: Range<usize>) -> String {
        match figure.kind {
            FigureKind::Percent => "%".to_owned(),
            FigureKind::Grade => "mức".to_owned(),
            _ => {
                let printed = self.context.printed(self.range(unit));
                let before = &self.words[..figure.start()];
                sort_of(&printed, before).map_or(printed, str::to_owned)
            }
        }
    }

    /// The level of what is counted.
    fn level(&self, statement: &Statement) -> Option<Level> {
        let words = |range: &Range<usize>| BRACKET.replace_all(&self.words[range.clone()], "");
        if statement.number_last {
            return statement.label.first().and_then(|range| level_of(&words(range)));
        }
        let after = statement.label.iter().find(|range| range.start >= statement.figure.digits.end);
        let counted = after.map_or_else(Default::default, words);
        let end = PREDICATE.find(&counted).map_or(counted.len(), |found| found.start());
        if names_level(&counted[..end]) {
            return level_of(&counted[..end]);
        }
        // "70% (cấp tỉnh), 50% (cấp xã) hồ sơ …"
        let aside = OWN_BRACKET.captures(&self.words[statement.figure.end()..]);
        if let Some(level) = aside.and_then(|found| level_of(found.name("where")?.as_str())) {
            return Some(level);
        }
        // "cấp xã hơn 18.340 hồ sơ": who has them stands before the number.
        statement
            .label
            .first()
            .filter(|range| range.end <= statement.figure.start())
            .map(words)
            .filter(|who| who.split_whitespace().count() <= WHO)
            .and_then(|who| level_of(&who))
    }

    /// The level of who has all that a passage counts, if the number's own words name none.
    fn level_of_holder(&self, statement: &Statement) -> Option<(Level, CharRange)> {
        let named = statement.label.iter().any(|range| names_level(&self.words[range.clone()]));
        let counts = statement.figure.kind == FigureKind::Count && !named;
        let near = |before: &&str| before.len() <= HOLDER_REACH && !before.contains(". ");
        let before = self.words.get(..statement.words.start).filter(|_| counts).filter(near)?;
        let who = HOLDER.captures(before)?.name("who")?;
        Some((level_of(who.as_str())?, self.range(who.range())))
    }
}

impl Measure {
    /// Notes where each field stands.
    pub(super) fn note(&self, record: &mut RecordBuilder, unit: Option<CharRange>) {
        record.evidence_all("label", &self.label_ranges);
        if self.indicator.is_some() {
            record.evidence_all("indicator", &self.label_ranges);
        }
        if self.level.is_some() {
            match self.level_range {
                Some(range) => record.evidence("level", range),
                None => record.evidence_all("level", &self.label_ranges),
            }
        }
        if let (Some(unit), true) = (unit, self.unit.is_some()) {
            record.evidence("unit", unit);
        }
    }
}

/// Where the words stand that make a number's comparator; of a plain number, itself.
pub(super) fn comparator_ranges(said: &Said<'_>, figure: &Figure) -> Vec<CharRange> {
    let shared = Some(&said.statement.shared_comparator).filter(|_| *figure == said.statement.figure);
    let words = shared.filter(|words| !words.is_empty()).unwrap_or(&figure.comparator_words);
    if words.is_empty() || figure.comparator == Comparator::Range {
        return vec![said.range(figure.digits.clone())];
    }
    words.iter().map(|words| said.range(words.clone())).collect()
}

/// A quote of whole words that is not too long.
pub(super) fn shortened(words: &str, range: Range<usize>) -> Range<usize> {
    let limit = super::context::QUOTE_LIMIT;
    let quote = &words[range.clone()];
    let Some((cut, _)) = quote.char_indices().nth(limit) else { return range };
    let end = quote[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    range.start..range.start + end
}

//! Reading targets: which numbers are promises, and by when?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::Target;
use crate::{
    blocks::{BlockKind, SectionRole},
    records::{
        Comparator, Confidence, ReadContext, RecordBuilder, RecordRef,
        measure::{Said, comparator_ranges},
        objective::{Objective, Setting, heading_text, settings},
    },
    span::CharRange,
    text::{
        clause::{self, Sentence, Statement},
        fold::lower,
        number::FigureKind,
        when::{due_day, end_of_stage},
    },
};

/// Words of a promise.
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:đảm\s+bảo|bảo\s+đảm|phấn\s+đấu|tối\s+thiểu|ít\s+nhất|không\s+dưới|đạt|hoàn\s+thành|trở\s+lên|mục\s+tiêu|chỉ\s+tiêu|trước\s+ngày|(?:đến|hết|cuối)\s+(?:cuối\s+)?năm)\b")
        .expect("the pattern of promises compiles")
});

/// Words of what is already so.
static ALREADY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:đã|hiện\s+(?:nay|tại|có)|đến\s+nay|vừa\s+qua)\b")
        .expect("the pattern of the past compiles")
});

/// Words of money: a share of it is no target.
static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:kinh\s+phí|ngân\s+sách|nguồn\s+vốn|dự\s+toán|mức\s+chi)\b")
        .expect("the pattern of money compiles")
});

/// Words before a time that make it what is aimed at: "giảm … từ 15 ngày xuống còn 10 ngày".
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:giảm|rút|rút\s+ngắn|hạ|tăng|nâng)\b.*\b(?:xuống|xuống\s+còn|còn|lên|đến)\s+$")
        .expect("the pattern of what is reached compiles")
});

/// A number without a unit that is a score: "Chỉ số chợ quê đạt từ 0,70 trở lên".
static SCORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:chỉ\s+số|điểm\s+số|hệ\s+số)\b[^;:]*\s(?:đạt|từ|bằng|là|lên|trên|dưới|tối\s+thiểu|ít\s+nhất|không\s+dưới)\s+$")
        .expect("the pattern of scores compiles")
});

/// What stands behind a number that nothing is counted by.
static ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:trở\s+(?:lên|xuống)\s*)?(?:[.,;)](?:\s|$)|$)")
        .expect("the pattern of ends compiles")
});

/// A number that another is measured by.
static BASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:so\s+với|trên\s+tổng\s+số|trong\s+tổng\s+số|từ\s+mức)\s*$")
        .expect("the pattern of bases compiles")
});

/// A bracket that gives a step on the way: "dự kiến cuối năm 2009 đạt 50%".
static MILESTONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:dự\s+kiến|phấn\s+đấu|trong\s+đó\s+)?\s*(?:(?:đến|tới|hết|cuối)\s+)*(?:năm\s+)?(?:19|20)\d\d\b")
        .expect("the pattern of milestones compiles")
});

/// Words of what is still to come.
static EXPECTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:dự\s+kiến|ước|phấn\s+đấu|sẽ|đến|tới|cuối|hết)\b")
        .expect("the pattern of expectations compiles")
});

static ANY_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)\d\d").expect("the pattern of years compiles"));

/// One passage in which targets are looked for.
struct Passage<'a> {
    context: &'a ReadContext,
    at: usize,
    words: &'a str,
    in_goals: bool,
    setting: &'a Setting,
    objective: Option<(RecordRef, CharRange)>,
}

/// Reads the numbers promised.
pub(super) fn read(context: &ReadContext, objectives: &[Objective]) -> Vec<Target> {
    let settings = settings(context);
    let mut found = Vec::new();
    for (at, block, shadow) in context.passages() {
        let role = context.document.role_of(block);
        let in_goals = role == SectionRole::Goals;
        let outside = matches!(role, SectionRole::Tasks | SectionRole::Means);
        if matches!(block.kind, BlockKind::Footnote { .. }) || !(in_goals || outside) {
            continue;
        }
        let passage = Passage {
            context,
            at,
            words: shadow.as_str(),
            in_goals,
            setting: &settings[at],
            objective: objective_at(objectives, block.range),
        };
        for sentence in clause::passage(passage.words) {
            passage.sentence(&sentence, &mut found);
        }
    }
    found
}

/// The goal that a block states.
fn objective_at(objectives: &[Objective], block: CharRange) -> Option<(RecordRef, CharRange)> {
    let index = objectives.partition_point(|objective| objective.provenance.source.start < block.start);
    let source = &objectives.get(index)?.provenance.source;
    let quote = CharRange::new(source.start, source.end);
    block.contains(quote).then(|| (RecordRef::new("objectives", index), quote))
}

impl Passage<'_> {
    fn sentence(&self, sentence: &Sentence, found: &mut Vec<Target>) {
        for (index, statement) in sentence.statements.iter().enumerate() {
            if self.is_promise(sentence, statement) {
                let target = self.target(sentence, statement, None);
                if !self.is_over(&target) {
                    found.push(target);
                }
            }
            let next =
                sentence.statements.get(index + 1).map_or(sentence.range.end, |next| next.figure.start());
            for bracket in &sentence.brackets {
                if bracket.outer.start >= statement.figure.end() && bracket.outer.end <= next {
                    self.bracket(sentence, statement, bracket.inner.clone(), found);
                }
            }
        }
    }

    /// What a bracket after a promise promises: steps on the way, or something of its own.
    fn bracket(&self, outer: &Sentence, owner: &Statement, inner: Range<usize>, found: &mut Vec<Target>) {
        if !self.in_goals {
            return;
        }
        let milestone = MILESTONE.is_match(&self.words[inner.clone()]) && self.is_promise(outer, owner);
        if milestone && self.is_past(&inner) {
            return;
        }
        let sentence = clause::sentence(self.words, inner);
        for statement in &sentence.statements {
            let percent = statement.figure.kind == FigureKind::Percent;
            if milestone && statement.figure.kind == owner.figure.kind {
                found.push(self.target(&sentence, statement, Some(owner)));
            } else if percent && statement.number_last {
                found.push(self.target(&sentence, statement, None));
            }
        }
    }

    /// Whether a bracket tells of a year before the plan: "80% (năm 2019 là 60%)". What is
    /// still expected of that year is a step on the way.
    fn is_past(&self, inner: &Range<usize>) -> bool {
        let words = &self.words[inner.clone()];
        let Some(year) = ANY_YEAR.find(words).and_then(|year| year.as_str().parse::<i32>().ok()) else {
            return false;
        };
        let (issued, begins) = self.begins();
        issued.is_some_and(|issued| year < issued)
            || begins.is_some_and(|begins| year < begins) && !EXPECTED.is_match(words)
    }

    /// Year of issue, and first year of the plan.
    fn begins(&self) -> (Option<i32>, Option<i32>) {
        let plan = &self.context.plan;
        let issued = plan.issued_on.as_deref().and_then(|day| day.get(..4)?.parse().ok());
        (issued, plan.period_start)
    }

    /// Whether its own words give a promise a year before the plan was issued and begins.
    fn is_over(&self, target: &Target) -> bool {
        let (issued, begins) = self.begins();
        let first = match (issued, begins) {
            (Some(issued), Some(begins)) => Some(issued.min(begins)),
            (known, other) => known.or(other),
        };
        first.zip(target.due_year).is_some_and(|(first, due)| due < first)
    }

    fn is_promise(&self, sentence: &Sentence, statement: &Statement) -> bool {
        let figure = &statement.figure;
        let before = &self.words[sentence.range.start..statement.number_start()];
        if BASE.is_match(before) {
            return false;
        }
        let compared = !matches!(figure.comparator, Comparator::Eq | Comparator::Approx | Comparator::Range);
        match figure.kind {
            FigureKind::Money => false,
            FigureKind::Duration => self.is_limit(sentence, statement, compared),
            _ if self.in_goals => {
                figure.kind != FigureKind::Count || figure.unit.is_some() || self.is_score(statement)
            }
            kind => {
                let clause = &self.words[statement.reach.clone()];
                let counts = kind != FigureKind::Count || (compared && figure.unit.is_some());
                counts && !ALREADY.is_match(before) && !MONEY.is_match(clause)
            }
        }
    }

    /// A time is promised as what is reached, or as what is not to be passed; "trong vòng"
    /// outside of goals tells how tasks are done.
    fn is_limit(&self, sentence: &Sentence, statement: &Statement, compared: bool) -> bool {
        let figure = &statement.figure;
        let words = figure.comparator_words.first().map_or("", |words| &self.words[words.clone()]);
        let within = lower(words).starts_with("trong");
        let before = &self.words[sentence.range.start..figure.start()];
        compared && (self.in_goals || !within) || self.in_goals && REACHED.is_match(before)
    }

    /// Whether a number that counts nothing is a score.
    fn is_score(&self, statement: &Statement) -> bool {
        let figure = &statement.figure;
        let before = &self.words[statement.reach.start..figure.digits.start];
        SCORE.is_match(before) && ENDS.is_match(&self.words[figure.digits.end..statement.reach.end])
    }

    fn said<'a>(&'a self, statement: &'a Statement) -> Said<'a> {
        let block = &self.context.document.blocks[self.at];
        Said { context: self.context, at: self.at, block, words: self.words, statement }
    }

    /// The target that a statement makes; `owner` is what a milestone is a step to.
    fn target(&self, sentence: &Sentence, statement: &Statement, owner: Option<&Statement>) -> Target {
        let said = self.said(statement);
        let figure = &statement.figure;
        let measure = said.measure(owner);
        let digits = said.range(figure.digits.clone());
        let mut record = said.record(statement.words.clone());
        record.evidence("value", digits);
        if figure.value_max.is_some() {
            record.evidence("value_max", digits);
        }
        record.evidence_all("comparator", &comparator_ranges(&said, figure));
        measure.note(&mut record, figure.unit.clone().map(|unit| said.range(unit)));
        let due_date = self.due_date(statement, &mut record);
        let due_year = self.due_year(sentence, statement, &mut record);
        if let Some((_, quote)) = &self.objective {
            record.evidence("objective", *quote);
        }
        if let Some(area) = self.setting.area {
            record.inherited("area", Some(area));
        }
        self.doubts(sentence, statement, &mut record);
        Target {
            provenance: record.finish(),
            label: measure.label,
            objective: self.objective.as_ref().map(|(reference, _)| reference.clone()),
            indicator: measure.indicator,
            comparator: figure.comparator,
            value: figure.value,
            value_max: figure.value_max,
            unit: measure.unit,
            due_year: due_year.or_else(|| due_date.as_deref().and_then(|date| date.get(..4)?.parse().ok())),
            due_date,
            level: measure.level,
            interim: owner.is_some(),
            area: self.setting.area.map(|area| heading_text(self.context, area)),
            outcomes: Vec::new(),
            status: None,
        }
    }

    fn due_date(&self, statement: &Statement, record: &mut RecordBuilder) -> Option<String> {
        let found = due_day(self.words, statement.reach.clone())?;
        record.evidence("due_date", self.context.range(self.at, found.range.clone()));
        record.evidence("due_year", self.context.range(self.at, found.range));
        Some(found.date.iso())
    }

    /// The sentence's year, else that of a line leading up to it, else the nearest
    /// heading's, else the plan's period if it is one year.
    fn due_year(
        &self,
        sentence: &Sentence,
        statement: &Statement,
        record: &mut RecordBuilder,
    ) -> Option<i32> {
        if record.knows("due_year") {
            return None;
        }
        let stated = self.said(statement).year(sentence, statement.reach.end);
        if let Some(stated) = stated {
            record.evidence("due_year", self.context.range(self.at, stated.range));
            return Some(stated.year);
        }
        let (year, range) =
            self.setting.year.map(|(year, range)| (year, Some(range))).or_else(|| self.year_above())?;
        record.inherited("due_year", range);
        Some(year)
    }

    fn year_above(&self) -> Option<(i32, Option<CharRange>)> {
        let document = &self.context.document;
        let block = &document.blocks[self.at];
        let heading = document.path(block.section).find_map(|section| {
            let year = section.year.or_else(|| end_of_stage(&section.title))?;
            Some((year, Some(section.range)))
        });
        heading.or_else(|| {
            let plan = &self.context.plan;
            let year = plan.period_start.filter(|_| plan.period_start == plan.period_end)?;
            let range = plan.evidence.get("period_start").and_then(|ranges| ranges.first());
            Some((year, range.copied()))
        })
    }

    fn doubts(&self, sentence: &Sentence, statement: &Statement, record: &mut RecordBuilder) {
        let words = &self.words[sentence.range.clone()];
        if !self.in_goals && !PROMISE.is_match(words) {
            record.doubt(Confidence::Medium, "Con số nằm trong phần nhiệm vụ, không có từ ngữ cam kết");
        }
        if statement.figure.kind == FigureKind::Count && statement.figure.comparator == Comparator::Eq {
            record.doubt(Confidence::Medium, "Số đếm trong câu, có thể chỉ mô tả phạm vi");
        }
        if !statement.head.is_empty() {
            record.doubt(Confidence::Medium, "Nội dung đo được hiểu tiếp từ vế trước");
        }
    }
}

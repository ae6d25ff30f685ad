//! Which words do several numbers of one list share?
//!
//! ```text
//! comparator  tối thiểu 80% hồ sơ …, 60% hồ sơ … và 30% hồ sơ …      "tối thiểu" holds for all three
//! predicate   … 30% hồ sơ ở cấp xã được xử lý điện tử                  so are the other two
//! unit        1.250 dịch vụ mức độ 2, 420 mức độ 3                     both are "dịch vụ"
//! head        Tỷ lệ dùng thư ở cấp tỉnh là 80%, tại cấp huyện là 50%    both are "Tỷ lệ dùng thư"
//! ```

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{Statement, measure, units};
use crate::{records::Comparator, text::number::FigureKind};

/// A verb that says what is done with what is counted.
static PREDICATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\s(?P<verb>(?:đều|đã|sẽ)?\s*(?:được|bị|có|sử\s+dụng|dùng|ứng\s+dụng|thực\s+hiện|kết\s+nối|công\s+khai|tham\s+gia|biết|triển\s+khai|hoàn\s+thành|đáp\s+ứng|tích\s+hợp|đưa\s+vào|cho\s+phép|hài\s+lòng))\s",
    )
    .expect("the pattern of predicates compiles")
});

/// Words that only point at a level or a place: what they measure was said before.
static POINTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:tại|ở|đối\s+với|(?:các\s+)?(?:đơn\s+vị|cơ\s+quan)|cấp|các\s+(?:huyện|xã|sở)|UBND|Ủy\s+ban)\s")
        .expect("the pattern of pointing words compiles")
});

/// A level that is pointed at before anything is counted: "tại cấp xã được lưu …".
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:tại|ở|đối\s+với)\s+(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)\s+)?cấp\s+(?:tỉnh|huyện|xã)\s",
    )
    .expect("the pattern of levels elsewhere compiles")
});

/// A measure named in full.
static NAMES_MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tỷ|tỉ)\s+(?:lệ|trọng)\b|\bsố\b").expect("the pattern of measures compiles")
});

/// A change that does not say of what.
static CHANGES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:và\s+)?(?:tăng|giảm|cao\s+hơn|thấp\s+hơn)(?:\s+(?:thêm|khoảng|hơn))*(?:\s+so\s+với\b.*)?\s*$")
        .expect("the pattern of changes compiles")
});

/// Where a head points at its own level.
static LEVEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\s+(?:(?:ở|tại|cho|của|đối\s+với)\s+)?(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)\s+)?(?:cấp\s+(?:tỉnh|huyện|xã)|trực\s+thuộc|các\s+(?:sở|huyện|xã))",
    )
    .expect("the pattern of a head's level compiles")
});

/// "Trong đó, …": the sentence goes on with what the one before it measured.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*trong\s+(?:đó|số\s+đó)\b").expect("the pattern of going on compiles")
});

/// Completes the statements of one sentence; `before` holds those of the sentence before.
pub(super) fn share(text: &str, start: usize, statements: &mut [Statement], before: &[Statement]) {
    share_comparators(text, statements);
    share_predicates(text, statements);
    let carried = before.last().filter(|_| GOES_ON.is_match(&text[start..]));
    share_heads(text, statements, carried.map(|statement| statement.label.clone()));
    share_with(text, statements);
    share_changes(text, statements);
    share_subjects(text, statements);
    share_counted(text, statements);
    measure::share(text, statements);
    units::share(text, statements);
}

/// Whether two neighbours stand in one list of numbers that come first.
fn listed_together(before: &Statement, statement: &Statement) -> bool {
    statement.listed
        && !statement.number_last
        && !before.number_last
        && before.figure.kind == statement.figure.kind
}

fn share_comparators(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let own = before.shared_comparator.is_empty();
        let words = if own { &before.figure.comparator_words } else { &before.shared_comparator };
        let at_head = matches!(before.figure.comparator, Comparator::Gte | Comparator::Lte)
            && words.iter().all(|words| words.end <= before.figure.digits.start);
        let silent = statement.figure.comparator == Comparator::Eq;
        let nothing_said = text[statement.words.start..statement.number_start()].trim().is_empty();
        if at_head && silent && nothing_said && listed_together(before, statement) {
            statement.figure.comparator = before.figure.comparator;
            statement.shared_comparator.clone_from(words);
        }
    }
}

fn share_predicates(text: &str, statements: &mut [Statement]) {
    let mut shared: Option<(Range<usize>, Range<usize>)> = None;
    for at in (0..statements.len()).rev() {
        let goes_on = statements.get(at + 1).is_some_and(|next| listed_together(&statements[at], next));
        if !goes_on {
            shared = None;
        }
        let statement = &mut statements[at];
        if statement.figure.kind != FigureKind::Percent {
            continue;
        }
        if statement.label.is_empty()
            && let Some((_, whole)) = &shared
        {
            // "70% (cấp tỉnh), 60% (cấp huyện) hồ sơ được …": the last says it all.
            statement.label.push(whole.clone());
            continue;
        }
        let last = statement.label.last().cloned();
        match (last.and_then(|label| Some((predicate(text, &label)?, label))), &shared) {
            (Some(own), _) => shared = Some(own),
            (None, Some((last, _))) => statement.label.push(last.clone()),
            (None, None) => {}
        }
    }
}

/// From the first verb on to the end of a label.
fn predicate(text: &str, label: &Range<usize>) -> Option<Range<usize>> {
    let verb = PREDICATE.captures(&text[label.clone()])?.name("verb")?.range();
    Some(label.start + verb.start..label.end)
}

fn share_heads(text: &str, statements: &mut [Statement], carried: Option<Vec<Range<usize>>>) {
    let mut head = carried;
    for statement in statements.iter_mut().filter(|statement| statement.number_last) {
        let own = statement.label.first().map_or("", |range| &text[range.clone()]);
        let measures = NAMES_MEASURE.is_match(own);
        let place = statement.figure.kind == FigureKind::Percent && own.starts_with(char::is_uppercase);
        let shared = match &head {
            Some(head) if POINTS.is_match(own) && !measures => head_words(text, head),
            Some(head) if place && !measures => head_with_place(text, head).unwrap_or_default(),
            _ => Vec::new(),
        };
        // A level alone names nothing that others could measure as well.
        if shared.is_empty() && !measure::is_place(own) {
            head = Some(statement.label.clone());
        }
        statement.head = shared;
    }
}

/// "Tỷ lệ thanh toán tại" of "Tỷ lệ thanh toán tại Siêu thị A: 14%; Siêu thị B: 40%".
fn head_with_place(text: &str, head: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let first = head.first()?;
    let words = &text[first.clone()];
    let at = words.rfind(" tại ").filter(|_| NAMES_MEASURE.is_match(words))?;
    Some(std::iter::once(first.start..first.start + at + " tại".len()).collect())
}

/// "tổ chức 57 cuộc họp với 1.200 đại biểu": the people came to what was counted first.
/// "có 1.200 thuê bao, đạt 96 thuê bao/100 dân": so did the rate.
fn share_with(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let between = text[before.words.end..statement.words.start].trim();
        let said = text[statement.words.start..statement.number_start()].trim();
        let joined =
            between == "với" || (between.is_empty() && said == "cho") || (between == "," && said == "đạt");
        let counts = [&before.figure, &statement.figure].iter().all(|f| f.kind == FigureKind::Count);
        if joined && counts && statement.head.is_empty() && !statement.number_last {
            statement.head = before.head.iter().chain(&before.label).cloned().collect();
        }
    }
}

/// "… đạt 80%, tăng 20% so với năm 2023": what grew was named before.
fn share_changes(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let own = statement.label.first().map_or("", |range| &text[range.clone()]);
        let unnamed = own.is_empty() || CHANGES.is_match(own);
        // "…, đạt 107% kế hoạch": of what was planned for that.
        let planned = ["kế hoạch", "chỉ tiêu"].contains(&own) && statement.listed;
        if planned && statement.head.is_empty() {
            statement.head = before.head.iter().chain(&before.label).cloned().collect();
            continue;
        }
        let changes = CHANGES.is_match(statement.lead(text).trim_start_matches([',', ';', ' ']));
        let alike = statement.figure.kind == before.figure.kind;
        if statement.listed && alike && unnamed && changes && statement.head.is_empty() {
            statement.head = before.head.iter().chain(&before.label).cloned().collect();
        }
    }
}

/// "Mạng cáp quang phủ 80% hộ gia đình, 100% xã": what reaches them was named before.
fn share_subjects(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let subject = before.label.first().filter(|range| range.end <= before.number_start());
        let [own] = statement.label.as_slice() else { continue };
        let short = text[own.clone()].split_whitespace().count() <= MOST_OF_A_NOUN;
        let bare = text[statement.words.start..statement.number_start()].trim().is_empty();
        if let Some(subject) = subject
            && before.label.len() == 2
            && short
            && bare
            && statement.figure.kind == FigureKind::Percent
            && statement.head.is_empty()
            && listed_together(before, statement)
        {
            statement.head = vec![subject.clone()];
        }
    }
}

/// "90% hồ sơ ở cấp huyện, 80% ở cấp xã được lưu": what is counted there was named before.
fn share_counted(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let own = statement.label.first().map_or("", |range| &text[range.clone()]);
        let counted = before.head.iter().chain(&before.label).next();
        let counted = counted.map(|range| head_words(text, std::slice::from_ref(range)));
        if let Some(counted) = counted
            && statement.head.is_empty()
            && ELSEWHERE.is_match(own)
            && listed_together(before, statement)
        {
            statement.head = counted;
        }
    }
}

/// Most words of a noun that something else was said of before.
const MOST_OF_A_NOUN: usize = 4;

/// A head without the level that it points at itself.
pub(super) fn head_words(text: &str, head: &[Range<usize>]) -> Vec<Range<usize>> {
    let Some(first) = head.first() else { return Vec::new() };
    let words = &text[first.clone()];
    let end = LEVEL.find_iter(words).last().map_or(words.len(), |level| level.start());
    if end == 0 { head.to_vec() } else { std::iter::once(first.start..first.start + end).collect() }
}

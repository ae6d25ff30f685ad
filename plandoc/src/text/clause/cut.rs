//! Where does one statement of a sentence end and the next begin?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{Statement, label};
use crate::text::{
    fold::lower,
    number::{Figure, FigureKind},
};

/// What parts statements for certain.
static STRONG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i);|\.\s|\b(?:sau(?:\s+đây)?|cụ\s+thể|(?:bao\s+)?gồm|trong\s+đó|kết\s+quả)\s*:|[,\s]\s*(?:trong\s+đó|trong\s+khi\s+đó|còn\s+lại|riêng|đồng\s+thời|ngoài\s+ra)\b")
        .expect("the pattern of strong separators compiles")
});

/// What may part statements, or words of one.
static WEAK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i),|\s(?:và|với|gồm|bao\s+gồm|hoặc)\b").expect("the pattern of weak separators compiles")
});

/// Words that begin a measure.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^[\s,]*(?:(?:và|còn)\s+)?(?:(?:tỷ|tỉ)\s+(?:lệ|trọng)|số\s+(?:lượng|lượt|hồ|cán|người)|tổng\s+(?:số|dung)|trung\s+bình|bình\s+quân|(?:tại|ở|đối\s+với)\s|cấp\s+(?:tỉnh|huyện|xã)|các\s+(?:cơ\s+quan|đơn\s+vị|xã|huyện)|đến\s+(?:cuối\s+)?năm|(?:đến\s+)?cuối\s+năm)",
    )
    .expect("the pattern of heads compiles")
});

/// Where a promise begins after other words: ", đảm bảo tỷ lệ …", " bảo đảm 100% …".
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i),\s*(?:và\s+)?(?:(?:đảm\s+bảo|bảo\s+đảm|phấn\s+đấu)\b",
        r"|(?:nâng(?:\s+cấp|\s+cao)?|tăng|giảm)\s+(?:(?:tỷ|tỉ)\s+(?:lệ|trọng)|số\s+lượng|tốc\s+độ|băng\s+thông|dung\s+lượng|thời\s+gian|mức)\b)",
        r"|\s(?:đảm\s+bảo|bảo\s+đảm|phấn\s+đấu)(?:\s+(?:có|đạt|cho))*\s*$",
    ))
    .expect("the pattern of promises compiles")
});

/// What a few words between a comma and a number do: "…, in 10.000 tờ rơi".
static DOES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:(?:đã|sẽ|được|và)\s+)*(?:tích\s+hợp|rút|giảm|tăng|nâng|kết\s+nối|trang\s+bị|triển\s+khai|phục\s+vụ|in|tổ\s+chức|bồi\s+dưỡng|đào\s+tạo|tập\s+huấn|hỗ\s+trợ|xây\s+dựng|cung\s+cấp|hoàn\s+thành|đầu\s+tư|lắp\s+đặt|mở|phát|tiếp\s+nhận|cập\s+nhật|khởi\s+tạo|phát\s+hiện|duy\s+trì|thu\s+hút|tặng|đưa|hướng\s+dẫn|bảo\s+vệ|toàn\s+tỉnh)\s|^\s*(?:(?:đã|toàn\s+tỉnh|được)\s+)*cấp(?:\s+(?:mới|phát|được|cho))*\s*$",
    )
    .expect("the pattern of deeds compiles")
});

/// "mở 8 lớp … cho 360 người"
static GIVEN_TO: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\scho\s*$").expect("the pattern of givings compiles"));

/// Where another deed begins: "…, triển khai … cho 13 đơn vị".
static BEGINS_ANEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:đã\s+)?(?:triển\s+khai|tổ\s+chức|cấp|hỗ\s+trợ|xây\s+dựng|đầu\s+tư|lắp\s+đặt|cung\s+cấp|mở|in|phát|trang\s+bị)\s")
        .expect("the pattern of new deeds compiles")
});

/// A colon with a whole thought before and behind it.
static COLON: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r":\s+\S+\s+\S+\s+\S").expect("the pattern of colons compiles"));

/// What a passage is about, before the first thing it says: "1. Về nhân lực: 100% …".
static TOPIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:[-+]\s*)?(?:(?:\d{1,2}|[a-zđ])\s*[.)]\s*)?về\s[^:;.]{3,80}:\s*")
        .expect("the pattern of topics compiles")
});

/// Words that name a rate or a number of something.
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tỷ|tỉ)\s+(?:lệ|trọng)\b|\bsố\s+lượng\b|\bmức\s+độ\b|\bchỉ\s+số\b")
        .expect("the pattern of measures compiles")
});

/// Most words between a separator and a number that still count as number first.
const NUMBER_FIRST: usize = 4;

/// One statement of each figure; `open` is the sentence with its brackets closed.
pub(super) fn statements(
    open: &str,
    range: Range<usize>,
    figures: Vec<(Figure, Option<Figure>)>,
) -> Vec<Statement> {
    let base = range.start;
    let mut starts = vec![0];
    let mut ends = Vec::new();
    let mut weakly = vec![false];
    for pair in figures.windows(2) {
        let from = pair[0].0.end().max(unit_end(&pair[0].0)) - base;
        let to = first(&pair[1]).start().max(from + base) - base;
        let last_named = names_before(open, starts[starts.len() - 1], first(&pair[0]).start() - base);
        let (end, start, weak) = boundary(&open[from..to], last_named);
        ends.push(from + end);
        starts.push(from + start);
        weakly.push(weak);
    }
    ends.push(range.len());
    figures
        .into_iter()
        .zip(starts.into_iter().zip(ends))
        .zip(weakly)
        .map(|(((figure, count), (start, end)), listed)| {
            statement(open, base, figure, count, start..end.max(start), listed)
        })
        .collect()
}

/// The figure that a statement begins with.
fn first(pair: &(Figure, Option<Figure>)) -> &Figure {
    pair.1.as_ref().unwrap_or(&pair.0)
}

fn unit_end(figure: &Figure) -> usize {
    figure.unit.as_ref().map_or(0, |unit| unit.end)
}

/// Whether words between `start` and a number at `at` name what the number measures.
fn names_before(open: &str, start: usize, at: usize) -> bool {
    let named = label::bare(open, start..at.max(start));
    at > start && label::leads_up(&open[start..at]) && !named.is_empty() && !only_changes(&open[named])
}

/// "Giảm 30% thời gian": what changes stands behind how much it does.
fn only_changes(words: &str) -> bool {
    ["tăng", "giảm", "nâng", "tiết kiệm"].contains(&lower(words).as_str())
}

/// Where in the words between two numbers the first's end, where the second's begin,
/// and whether a mere comma or "và" parts them.
fn boundary(between: &str, last_named: bool) -> (usize, usize, bool) {
    let strong: Vec<_> = STRONG.find_iter(between).collect();
    if let (Some(first), Some(last)) = (strong.first(), strong.last()) {
        // ";" goes with what it ends, "trong đó" with what it begins.
        let start = if last.as_str().ends_with([';', ':']) { last.end() } else { last.start() };
        return (first.start(), start, false);
    }
    let weak: Vec<Range<usize>> = WEAK.find_iter(between).map(|found| found.range()).collect();
    let last_part = weak.last().map_or("", |last| &between[last.end..]);
    if let Some(given) = GIVEN_TO.find(between).filter(|_| !BEGINS_ANEW.is_match(last_part)) {
        return (given.start(), given.start(), true);
    }
    let Some(last) = weak.last() else { return (between.len(), between.len(), false) };
    let tail = &between[last.end..];
    let few = tail.split_whitespace().count() <= NUMBER_FIRST && !label::leads_up(tail);
    let number_first = few && (DOES.is_match(tail) || label::bare(tail, 0..tail.len()).is_empty());
    let headed = || weak.iter().rev().find(|at| HEAD.is_match(&between[at.start..]));
    let at = match weak.first() {
        _ if number_first => last,
        Some(first) if last_named => first,
        _ => headed().unwrap_or(last),
    };
    (at.start, at.start, true)
}

fn statement(
    open: &str,
    base: usize,
    figure: Figure,
    count: Option<Figure>,
    reach: Range<usize>,
    listed: bool,
) -> Statement {
    let begins = count.as_ref().unwrap_or(&figure).start().saturating_sub(base).max(reach.start);
    let ends = (figure.end() - base).max(begins);
    let start = refined_start(open, reach.start, begins);
    let rest = ends..reach.end.max(ends);
    let last = names_before(open, start, begins) || stands_last(open, &figure, start..begins, &rest);
    let number_last = last && !under_topic(open, &figure, start..begins, &rest);
    let after = after_the_number(open, &figure, base, rest, number_last);
    let words = label::without_joins(open, start..begins).start.min(begins)..after.end;

    let mut label = vec![label::bare(open, start..begins)];
    let named = open[label[0].clone()].split_whitespace().count() > 2;
    if let Some(count) = count.as_ref().filter(|_| !named) {
        let from = (count.end() - base).min(ends);
        let to = (figure.start() - base).max(from);
        let between = label::bare(open, label::without_tail(open, from..to, 0));
        if !repeats(open, &label, &between) {
            label.push(between);
        }
    }
    if !number_last || goes_on(&open[after.clone()]) || !named && figure.kind == FigureKind::Count {
        let after = label::without_dangling(open, label::without_joins(open, after));
        let symbol = figure.kind == FigureKind::Count && is_symbol(&open[after.clone()]);
        let only_unit = symbol && !label[0].is_empty();
        if !only_unit && !repeats(open, &label, &after) {
            label.push(after);
        }
    }
    label.retain(|range| !range.is_empty());
    let shift = |range: Range<usize>| range.start + base..range.end + base;
    Statement {
        figure,
        count,
        words: shift(words),
        label: label.into_iter().map(shift).collect(),
        head: Vec::new(),
        shared_comparator: Vec::new(),
        number_last,
        listed,
        reach: shift(reach),
    }
}

/// A unit that is no word: what has "dung lượng 120 TB" is named before the number.
fn is_symbol(words: &str) -> bool {
    let unit = words.split('/').next().unwrap_or_default().trim();
    (1..=4).contains(&unit.len())
        && unit.bytes().all(|b| b.is_ascii_alphabetic())
        && unit.bytes().any(|b| b.is_ascii_uppercase())
}

/// A rate with nothing after it measures what stands before it: "Siêu thị A khoảng 7%".
fn stands_last(open: &str, figure: &Figure, before: Range<usize>, rest: &Range<usize>) -> bool {
    figure.kind == FigureKind::Percent
        && label::without_joins(open, rest.clone()).is_empty()
        && !label::bare(open, before).is_empty()
}

/// "Hạ tầng: 98% số thôn có sóng": the words before the colon only say what it is about.
fn under_topic(open: &str, figure: &Figure, before: Range<usize>, rest: &Range<usize>) -> bool {
    let after = &open[rest.clone()];
    let counted = after.strip_prefix(' ').is_some_and(|words| words.starts_with(char::is_alphabetic));
    figure.kind == FigureKind::Percent
        && figure.comparator_words.iter().all(|words| words.end <= figure.digits.start)
        && open[before.clone()].trim_end().ends_with(':')
        && counted
        && !goes_on(after)
        && !MEASURE.is_match(&open[before])
        && label::bare(open, label::without_tail(open, rest.clone(), 0)).len() > "hồ sơ".len()
}

/// Whether the words after a number only say again what those before it said: "Tổ chức
/// cuộc họp với … 44 cuộc họp".
fn repeats(open: &str, label: &[Range<usize>], after: &Range<usize>) -> bool {
    let said = &open[after.clone()];
    if said.split_whitespace().count() > 3 {
        return false;
    }
    let said = lower(said);
    label.iter().any(|before| !before.is_empty() && lower(&open[before.clone()]).contains(&said))
}

/// A statement begins where its promise does, or after the last comma if only a few
/// words of joining or doing stand between it and the number.
fn refined_start(open: &str, start: usize, begins: usize) -> usize {
    let start = TOPIC.find(&open[start..begins]).map_or(start, |topic| start + topic.end());
    let strong = STRONG.find_iter(&open[start..begins]).last();
    let start = start
        + strong.map_or(
            0,
            |found| if found.as_str().ends_with([';', ':']) { found.end() } else { found.start() },
        );
    let start = COLON.find_iter(&open[start..begins]).last().map_or(start, |found| start + found.start() + 1);
    let before = &open[start..begins];
    if let Some(promise) = PROMISE.find_iter(before).last() {
        return start + promise.start();
    }
    let Some(last) = WEAK.find_iter(before).last() else { return start };
    let tail = &before[last.end()..];
    let few = tail.split_whitespace().count() <= NUMBER_FIRST;
    let does = DOES.is_match(tail) || label::bare(open, start + last.end()..begins).is_empty();
    if few && does && !label::leads_up(tail) { start + last.start() } else { start }
}

/// The words after a number that belong to it.
fn after_the_number(
    open: &str,
    figure: &Figure,
    base: usize,
    rest: Range<usize>,
    last: bool,
) -> Range<usize> {
    let unit = unit_end(figure).saturating_sub(base).clamp(rest.start, rest.end);
    let narrows = goes_on(&open[rest.start..rest.end]);
    if last && (!narrows || figure.kind == FigureKind::Count) {
        return rest.start..unit;
    }
    let with_unit = unit - rest.start;
    let cut = label::without_tail(open, rest, with_unit);
    let trimmed = label::without_dangling(open, cut);
    trimmed.start..trimmed.end.max(unit)
}

/// Words after a number that narrow what was named before it.
fn goes_on(after: &str) -> bool {
    let start: String = after.trim_start().chars().take(12).flat_map(char::to_lowercase).collect();
    ["so với", "trên tổng", "trong tổng", "tổng số", "đối với", "grdp"]
        .iter()
        .any(|word| start.starts_with(word))
}

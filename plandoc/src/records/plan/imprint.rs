//! What do letterhead and annex captions say of number, date and issuer?
//!
//! ```text
//! ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//! TỈNH …
//! Số: 12/KH-UBND            …, ngày 5 tháng 3 năm 2020
//!
//! (Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2020 của UBND tỉnh …)
//! ```
//! A draft leaves them blank: "số:………/KH-UBND ngày…… tháng…… năm 2020".

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{
    captions,
    page::{Line, Page, fact},
    title,
};
use crate::{
    records::ReadContext,
    span::CharRange,
    text::{date, document_number::numbers, shadow::Shadow},
};

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?im)^[\s#>]*\(\s*(?:ban hành\s+)?(?:đính\s+|gửi\s+)?kèm(?:\s+theo)?\s+(?:kế hoạch|quyết định)\s+số\b([^()]{0,300})\)",
    )
});
/// "Số:", also as scans misread it, or without its colon; "số 5/NQ-CP" goes on a sentence.
static LABEL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:[Ss][ốôồổỗộo]|S[ỐÔỒỔỖỘO])\s*[:.;]|^S[ốôồổỗộoỐÔỒỔỖỘO]\s+\d"));
/// A line that says nothing but where and when: below the title only such a line dates the
/// plan, for its grounds have days as well.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^[\p{L} .\n]{2,40},\s*ngày[\s\d./…_-]*(?:tháng|$)[\s\d./…_-]*(?:năm[\s\d.…_-]*)?$")
});
static BLANK: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bs[ốôồổỗộo]\s*:?[\s.…_]*/\s*[A-ZĐ]+"));
static BLANK_DATE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)ngày\s*[.…_\s]*\s*tháng\s*[.…_\s]*\s*năm(?:\s*\d{4}|[\s.…_]*)"));
static OF: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bcủa\s+([^,;()]+?)\s*$"));
static DAY: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i),\s*ng[àaáảã]y\b"));
static PLACE_DAY: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^([\p{L} .\n]{2,40}?)\s*,\s*ng[àaáảã]y\b"));
static COMMITTEE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:ỦY BAN NHÂN DÂN|UBND)(?:\s*(?:TỈNH|THÀNH PHỐ)\b.*)?$"));
static MOTTO: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\s*cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam.*$|^độc\s+lập.*$"));

/// Words and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) value: String,
    pub(super) range: CharRange,
}

/// What one place says of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Imprint {
    pub(super) number: Option<Stated>,
    /// Where the number was left blank.
    pub(super) blank_number: Option<CharRange>,
    /// ISO date.
    pub(super) issued_on: Option<Stated>,
    /// Where the date was left blank.
    pub(super) blank_date: Option<CharRange>,
    pub(super) issuer: Option<Stated>,
    /// The committee above the department that issues it.
    pub(super) above: Option<CharRange>,
    /// Where a province's committee dated it: "…, ngày 5 tháng 3 năm 2020".
    pub(super) place: Option<CharRange>,
}

/// The letterhead, then each caption in order, then what a portal adds.
pub(super) fn read(context: &ReadContext, page: &Page) -> Vec<Imprint> {
    let mut found = vec![letterhead(page.head())];
    for stretch in captions::stretches(&context.lines) {
        let shadow = Shadow::of(&context.text, stretch);
        found.extend(CAPTION.captures_iter(shadow.as_str()).filter_map(|c| {
            let words = c.get(0)?;
            let tail = c.get(1)?;
            Some(caption(words.as_str(), tail.start() - words.start(), |r| {
                shadow.range(words.start() + r.start..words.start() + r.end)
            }))
        }));
    }
    found.push(facts(page.head()));
    found
}

/// What a portal's table of facts above the document says: "Số hiệu | 12/KH-UBND".
fn facts(head: &[Line]) -> Imprint {
    let number =
        fact(head, &["số hiệu", "số ký hiệu", "số/ký hiệu", "số, ký hiệu"]).and_then(|(line, from)| {
            let found = numbers(&line.shown()[from..]).into_iter().next()?;
            let range = line.range(from + found.range.start..from + found.range.end);
            Some(Stated { value: found.number, range })
        });
    let issued_on = fact(head, &["ngày ban hành", "ngày ký"]).and_then(|(line, from)| {
        let found = date::first(&line.shown()[from..])?;
        let range = line.range(from + found.range.start..from + found.range.end);
        Some(Stated { value: found.date.iso(), range })
    });
    Imprint { number, issued_on, ..Imprint::default() }
}

fn caption(words: &str, tail: usize, place: impl Fn(std::ops::Range<usize>) -> CharRange) -> Imprint {
    let number = numbers(words).into_iter().next();
    let issued_on = date::first(words);
    let issuer = OF.captures(words.trim_end_matches(')')).and_then(|c| c.get(1)).filter(|m| m.start() > tail);
    Imprint {
        blank_number: BLANK.find(words).map(|m| place(m.range())),
        number: number.map(|n| Stated { value: n.number, range: place(n.range) }),
        blank_date: BLANK_DATE.find(words).filter(|_| issued_on.is_none()).map(|m| place(m.range())),
        issued_on: issued_on.map(|d| Stated { value: d.date.iso(), range: place(d.range) }),
        issuer: issuer.map(|m| Stated { value: one_line(m.as_str()), range: place(m.range()) }),
        above: None,
        place: None,
    }
}

fn letterhead(head: &[Line]) -> Imprint {
    let above_title = head.iter().position(title::names_kind).unwrap_or(head.len());
    let issuer = issuing_body(&head[..above_title]);
    let above = issuer.as_ref().and_then(|issuer| committee_above(&head[..above_title], issuer.range));
    let mut found = Imprint { issuer, above, ..Imprint::default() };
    let of_a_province = found.issuer.as_ref().is_some_and(|body| COMMITTEE.is_match(&body.value));
    for (at, line) in head.iter().enumerate() {
        let shown = line.shown();
        if at > above_title && !LABEL.is_match(shown) && !DATED.is_match(shown) {
            continue;
        }
        if LABEL.is_match(shown) {
            found.blank_number =
                found.blank_number.or_else(|| BLANK.find(shown).map(|m| line.range(m.range())));
            let number = numbers(shown).into_iter().next();
            found.number =
                found.number.or(number.map(|n| Stated { value: n.number, range: line.range(n.range) }));
        }
        let at_place = PLACE_DAY.captures(shown);
        if let Some(name) = at_place.as_ref().and_then(|c| c.get(1)).filter(|_| of_a_province) {
            found.place = found.place.or(Some(line.range(name.range())));
        }
        let day = DAY.find(shown).map(|m| m.start());
        if let Some(from) = day.or(LABEL.find(shown).map(|m| m.end() - 1)) {
            let day = date::first(&shown[from..]).map(|d| Stated {
                value: d.date.iso(),
                range: line.range(from + d.range.start..from + d.range.end),
            });
            let blank = BLANK_DATE.find(&shown[from..]).map(|m| line.range(from + m.start()..from + m.end()));
            found.blank_date = found.blank_date.or(blank.filter(|_| day.is_none()));
            found.issued_on = found.issued_on.or(day);
        }
    }
    found
}

/// Two columns on one line: "ỦY BAN NHÂN DÂN CỘNG HÒA … VIỆT NAM TỈNH … Độc lập …".
static FLATTENED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<body>ỦY BAN NHÂN DÂN|UBND)\s+CỘNG\s+H[OÒ]À?A?\s.*?VIỆT NAM\s+(?P<place>(?:TỈNH|THÀNH PHỐ)\s[\p{Lu}\s-]+?)\s+(?i:độc\s+lập)",
    )
});

fn flattened(line: &Line) -> Option<Stated> {
    let found = FLATTENED.captures(line.shown())?;
    let value = one_line(&format!("{} {}", &found["body"], &found["place"]));
    Some(Stated { value, range: line.range(found.name("place")?.range()) })
}

/// The capitals at the top that name a body; its place may stand below them.
fn issuing_body(head: &[Line]) -> Option<Stated> {
    if let Some(found) = head.iter().find_map(flattened) {
        return Some(found);
    }
    let bare = |line: &Line| MOTTO.replace(line.shown(), "").trim().to_owned();
    let mut first = head.iter().position(|line| line.is_capitals() && is_body(&one_line(&bare(line))))?;
    if let Some(found) = place_above(head, first) {
        return Some(found);
    }
    // A department names the committee above itself.
    let below = head[first + 1..]
        .iter()
        .take(2)
        .position(|line| line.is_capitals() && DEPARTMENTS.iter().any(|kind| line.shown().starts_with(kind)));
    first += below.map_or(0, |at| at + 1);
    let body = bare(&head[first]);
    let own = head[first].range(0..body.len());
    let below = head.get(first + 1).filter(|l| l.is_capitals()).map(|line| {
        let place = bare(line);
        (line.range(0..place.len()), place)
    });
    let body = one_line(&body);
    Some(match below.filter(|(_, place)| PLACES.iter().any(|kind| place.starts_with(kind))) {
        Some((range, place)) => Stated {
            value: format!("{body} {}", one_line(&place)),
            range: CharRange::new(own.start, range.end),
        },
        None => Stated { value: body, range: own },
    })
}

/// The lines from a committee to the department below it.
fn committee_above(head: &[Line], department: CharRange) -> Option<CharRange> {
    let first = head.iter().find(|line| line.is_capitals() && COMMITTEE.is_match(line.shown()))?;
    let range = CharRange::new(first.whole().start, department.start);
    (first.whole().end <= department.start).then_some(range)
}

/// The place above its committee: "TỈNH …" and below it "ỦY BAN NHÂN DÂN".
fn place_above(head: &[Line], first: usize) -> Option<Stated> {
    let (place, body) = (head.get(first)?, head.get(first + 1)?);
    let bare = |line: &Line| one_line(MOTTO.replace(line.shown(), "").trim());
    let (place_words, body_words) = (bare(place), bare(body));
    let of_a_place = ["TỈNH ", "THÀNH PHỐ "].iter().any(|kind| place_words.starts_with(kind));
    (of_a_place && ["ỦY BAN NHÂN DÂN", "UBND"].contains(&body_words.as_str())).then(|| Stated {
        value: format!("{body_words} {place_words}"),
        range: CharRange::new(place.whole().start, body.whole().end),
    })
}

/// How the name of a body under a committee begins.
const DEPARTMENTS: [&str; 4] = ["SỞ ", "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "VĂN PHÒNG "];

/// How the second line of a committee's name begins.
const PLACES: [&str; 8] =
    ["TỈNH ", "THÀNH PHỐ ", "HUYỆN ", "QUẬN ", "THỊ XÃ ", "XÃ ", "PHƯỜNG ", "THỊ TRẤN "];

fn is_body(words: &str) -> bool {
    // Spaces get lost as well: "ỦYBAN NHÂN DÂN".
    let words = words.replacen("ỦYBAN", "ỦY BAN", 1);
    ["ỦY BAN", "UBND", "BỘ ", "CHÍNH PHỦ", "THỦ TƯỚNG", "HỘI ĐỒNG", "TỈNH ", "SỞ ", "BAN "]
        .iter()
        .any(|start| words.starts_with(start))
        && !words.starts_with("BAN HÀNH")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

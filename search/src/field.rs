//! Which facts does "tinh:soc-trang" or "so-tien:>1ty" ask for?
//!
//! The words before the colon are Vietnamese or English, with or without marks and hyphens.

use plandoc::{
    catalog::{agencies, funds, indicators, provinces},
    text::fold::slug,
};

use super::{
    amount,
    condition::{Condition, Interval, Test},
    facts::{Column, KINDS, kind_of, kind_word},
};

/// Names of fields, as slugs, with their columns.
const NAMES: &[(&str, Column)] = &[
    ("tinh", Column::Province),
    ("province", Column::Province),
    ("tinh-nay", Column::ProvinceNow),
    ("province-now", Column::ProvinceNow),
    ("nam", Column::Year),
    ("year", Column::Year),
    ("co-quan", Column::Agency),
    ("agency", Column::Agency),
    ("so-tien", Column::Amount),
    ("tien", Column::Amount),
    ("amount", Column::Amount),
    ("loai", Column::Kind),
    ("kind", Column::Kind),
    ("nguon", Column::Fund),
    ("von", Column::Fund),
    ("fund", Column::Fund),
    ("linh-vuc", Column::Area),
    ("area", Column::Area),
    ("chi-so", Column::Indicator),
    ("indicator", Column::Indicator),
    ("trang-thai", Column::Status),
    ("status", Column::Status),
    ("ke-hoach", Column::Plan),
    ("plan", Column::Plan),
];

/// Vietnamese words for kinds and verdicts, as slugs.
const WORDS: &[(Column, &str, &str)] = &[
    (Column::Kind, "ke-hoach", "plan"),
    (Column::Kind, "khoan-chi", "spending"),
    (Column::Kind, "nhiem-vu", "spending"),
    (Column::Kind, "tong", "total"),
    (Column::Kind, "tong-kinh-phi", "total"),
    (Column::Kind, "chi-tieu", "target"),
    (Column::Kind, "muc-tieu", "target"),
    (Column::Kind, "muc-tieu-chung", "objective"),
    (Column::Kind, "ket-qua", "progress"),
    (Column::Kind, "van-ban", "citation"),
    (Column::Kind, "doan-van", "passage"),
    (Column::Status, "dat", "met"),
    (Column::Status, "dat-mot-phan", "partly"),
    (Column::Status, "chua-dat", "missed"),
];

/// The column that is named before a colon.
pub(super) fn column(name: &str) -> Option<Column> {
    let name = slug(name);
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
}

/// What a field asks for: one of these conditions holds; none where the value is not understood.
pub(super) fn conditions(column: Column, value: &str) -> Option<Vec<Condition>> {
    let value = value.trim();
    let one = |test| Some(vec![Condition { column, test }]);
    match column {
        Column::Amount => one(Test::Within(vec![amount::range(value)?])),
        Column::Year => one(Test::Within(vec![years(value)?])),
        Column::Province => {
            let slugs = provinces(value)?;
            Some(
                [Column::Province, Column::ProvinceNow]
                    .map(|column| Condition { column, test: Test::In(slugs.clone()) })
                    .to_vec(),
            )
        }
        _ => one(Test::In(words(column, value)?)),
    }
}

/// "2020", "2019..2021", ">=2020".
fn years(value: &str) -> Option<Interval> {
    let bare = value.trim_start_matches(['<', '>', '=', '≥', '≤', ' ']);
    let digits = |text: &str| text.is_empty() || text.trim().bytes().all(|byte| byte.is_ascii_digit());
    bare.split("..").all(digits).then(|| amount::range(value))?
}

/// Slugs of the units of a name, of then and of now.
fn provinces(value: &str) -> Option<Vec<String>> {
    let wanted = slug(value);
    let named = provinces::all().iter().filter(|unit| unit.slug == wanted || slug(&unit.name) == wanted);
    some(named.map(|unit| unit.slug.clone()).collect())
}

fn words(column: Column, value: &str) -> Option<Vec<String>> {
    let wanted = slug(value);
    let meant = WORDS.iter().find(|(of, word, _)| *of == column && *word == wanted).map(|(_, _, word)| *word);
    match column {
        Column::Kind => {
            let kind = kind_of(meant.unwrap_or(&wanted))?;
            KINDS.contains(&kind).then(|| vec![kind_word(kind).to_owned()])
        }
        Column::Status => {
            let word = meant.unwrap_or(&wanted).replace('-', "_");
            ["met", "partly", "missed"].contains(&word.as_str()).then(|| vec![word])
        }
        Column::ProvinceNow => some(
            provinces(value)?
                .iter()
                .filter_map(|slug| provinces::by_slug(slug))
                .map(|unit| unit.now().slug.clone())
                .collect(),
        ),
        Column::Agency => {
            let named = agencies::find(value).map(|agency| agency.id.clone());
            let known = agencies::by_id(&wanted).map(|agency| agency.id.clone());
            some(known.or(named).into_iter().collect())
        }
        Column::Fund => {
            let known = funds::all().find(|fund| fund.id == wanted);
            some(known.or_else(|| funds::find(value)).map(|fund| fund.id.clone()).into_iter().collect())
        }
        Column::Indicator => {
            some(indicators::by_id(&wanted).map(|indicator| indicator.id.clone()).into_iter().collect())
        }
        Column::Plan => some(Some(wanted).filter(|id| !id.is_empty()).into_iter().collect()),
        Column::Area => some(Some(value.to_owned()).filter(|area| !area.is_empty()).into_iter().collect()),
        Column::Province | Column::Year | Column::Amount => None,
    }
}

fn some(found: Vec<String>) -> Option<Vec<String>> {
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: &str, value: &str) -> Option<Vec<Condition>> {
        conditions(column(name)?, value)
    }

    #[test]
    fn a_province_is_meant_then_and_now_however_it_is_spelt() {
        for value in ["soc-trang", "Sóc Trăng", "SOC TRANG"] {
            let found = asked("tỉnh", value).expect(value);
            assert_eq!(found.len(), 2, "{value}");
            assert_eq!(found[0], Condition::is(Column::Province, "soc-trang"), "{value}");
        }
        assert_eq!(asked("tinh", "atlantis"), None);
    }

    #[test]
    fn years_are_one_or_a_range() {
        let within = |least, most| {
            Some(vec![Condition { column: Column::Year, test: Test::Within(vec![Interval { least, most }]) }])
        };
        assert_eq!(asked("nam", "2020"), within(Some(2020), Some(2020)));
        assert_eq!(asked("năm", "2019..2021"), within(Some(2019), Some(2021)));
        assert_eq!(asked("year", ">=2020"), within(Some(2020), None));
        assert_eq!(asked("nam", "2ty"), None);
    }

    #[test]
    fn agencies_kinds_and_verdicts_have_their_vietnamese_names() {
        assert!(asked("co-quan", "Sở Thông tin và Truyền thông").is_some());
        assert_eq!(asked("loai", "mục tiêu"), Some(vec![Condition::is(Column::Kind, "target")]));
        assert_eq!(asked("trang_thai", "chưa đạt"), Some(vec![Condition::is(Column::Status, "missed")]));
        assert_eq!(asked("loai", "bài hát"), None);
    }

    #[test]
    fn words_that_name_no_field_are_none() {
        assert_eq!(column("http"), None);
        assert_eq!(column(""), None);
    }
}

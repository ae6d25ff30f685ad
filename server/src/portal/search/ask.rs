//! Which request does the address of a search make, and what is wrong with it?

use app::{
    error::{ParameterFault, PortalError},
    i18n::Language,
    portal::Answer,
    types::{
        filter::{LIMIT_DEFAULT, LIMIT_MAX, YEARS},
        search::SearchQuery,
    },
};
use plandoc::catalog::{agencies, funds, indicators, provinces};

use super::{super::near::near, cursor};
use crate::search::{Column, Condition, Fold, Interval, KINDS, Order, Request, Test, kind_word};

/// Hits of each kind, where kinds are lists of their own and no limit is given.
const OVERVIEW_LIMIT: usize = 5;

/// Words for `sort`.
const SORTS: [(&str, Order); 6] = [
    ("relevance", Order::Relevance),
    ("-amount", Order::AmountFalling),
    ("amount", Order::AmountRising),
    ("-year", Order::YearFalling),
    ("year", Order::YearRising),
    ("-published", Order::Newest),
];

/// What may be asked of a column, behind "__".
pub(crate) const TEXT_TESTS: [&str; 2] = ["in", "isnull"];
/// What may be asked of a column of numbers, behind "__".
pub(crate) const NUMBER_TESTS: [&str; 6] = ["in", "isnull", "gt", "gte", "lt", "lte"];

/// Parameters beside those of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    /// Its words, the first where none is given; empty where any text is taken.
    pub(crate) words: &'static [&'static str],
}

/// Every parameter beside those of columns.
pub(crate) const NAMED: [Named; 10] = [
    Named {
        name: "q",
        description: "Words, with or without marks; all of them. `\"these in order\"`, `\"near one another\"~5`, \
                      `begin*`, `-not`, `one OR other`, amounts of money, numbers of documents, and fields: \
                      `tinh:soc-trang`, `nam:2019..2021`, `co-quan:\"Sở Y tế\"`, `so-tien:>1ty`.",
        words: &[],
    },
    Named {
        name: "view",
        description: "`kinds`: a list for each kind. `ranked`: one list of all kinds, the best first.",
        words: &["kinds", "ranked"],
    },
    Named {
        name: "fold",
        description: "Whether of several hits of the same words only the best is shown (by relevance only).",
        words: &["true", "false"],
    },
    Named {
        name: "same",
        description: "Only hits of these same words: `same_words.key` of a hit.",
        words: &[],
    },
    Named {
        name: "partial",
        description: "Whether the best hits that hold only a part of what is asked follow in `partial`, where \
                      fewer than 50 hold everything. They are in no total and no sum.",
        words: &["true", "false"],
    },
    Named {
        name: "facets",
        description: "Whether values to filter by are counted.",
        words: &["all", "none"],
    },
    Named {
        name: "sort",
        description: "The order of hits; those without amount or year come last. `-published`: those first whose \
                      plan was published here last.",
        words: &["relevance", "-amount", "amount", "-year", "year", "-published"],
    },
    Named {
        name: "limit",
        description: "Hits at a time: 50 of one list, 5 of each kind, unless told.",
        words: &[],
    },
    Named {
        name: "cursor",
        description: "Where the page before ended: use the address in `page.next`. Opaque.",
        words: &[],
    },
    Named { name: "lang", description: "Language of labels and messages.", words: &["vi", "en"] },
];

/// The request that a query makes and the language of its answer, or all that is wrong with it.
pub(super) fn read(query: &SearchQuery) -> Answer<(Request, Language)> {
    let mut faults = Vec::new();
    let mut conditions = Vec::new();
    for (at, (name, value)) in query.pairs().iter().enumerate() {
        if query.pairs()[..at].iter().any(|(earlier, _)| earlier == name) {
            faults.push(fault(name, "is given more than once".to_owned(), vec!["one value".to_owned()]));
        } else if let Err(bad) = check(name, value).map(|condition| conditions.extend(condition)) {
            faults.push(bad);
        }
    }
    let limit = taken(limit(query), &mut faults);
    let family = taken(family(query), &mut faults);
    let one_list = query.get("view") == Some("ranked") || query.get("kind").is_some();
    let offset = taken(cursor::offset(query, one_list), &mut faults);
    if !faults.is_empty() {
        return Err(PortalError::BadParameter { faults });
    }
    let order = SORTS.iter().find(|(word, _)| query.get("sort") == Some(*word)).map(|(_, order)| *order);
    let order = order.unwrap_or_default();
    let by_kind = query.get("view") != Some("ranked");
    let fold = match query.get("fold") {
        Some("false") => Fold::Nothing,
        _ if order != Order::Relevance || family.flatten().is_some() => Fold::Nothing,
        _ if by_kind => Fold::SameWords,
        _ => Fold::SamePlace,
    };
    let request = Request {
        typed: query.get("q").unwrap_or_default().to_owned(),
        conditions,
        family: family.flatten(),
        by_kind,
        facets: query.get("facets") != Some("none"),
        fold,
        partial: query.get("partial") != Some("false")
            && order == Order::Relevance
            && family.flatten().is_none()
            && query.get("cursor").is_none(),
        order,
        offset: offset.unwrap_or_default(),
        limit: limit.flatten().unwrap_or(if one_list { LIMIT_DEFAULT as usize } else { OVERVIEW_LIMIT }),
    };
    let lang = if query.get("lang") == Some("en") { Language::En } else { Language::Vi };
    Ok((request, lang))
}

fn taken<T>(value: Result<T, ParameterFault>, faults: &mut Vec<ParameterFault>) -> Option<T> {
    value.map_err(|fault| faults.push(fault)).ok()
}

/// The condition that a parameter sets, if it sets one.
fn check(name: &str, value: &str) -> Result<Option<Condition>, ParameterFault> {
    if let Some(named) = NAMED.iter().find(|named| named.name == name) {
        if named.words.is_empty() || named.words.contains(&value) {
            return check_text(name, value).map(|()| None);
        }
        let allowed = named.words.iter().map(|word| (*word).to_owned()).collect();
        return Err(fault(name, format!("\"{}\" is none of its values", start_of(value)), allowed));
    }
    let (column, test) = name.split_once("__").unwrap_or((name, ""));
    let Some(column) = Column::named(column) else {
        let names = NAMED.iter().map(|named| named.name).chain(Column::ALL.map(Column::name));
        let allowed = names.map(str::to_owned).collect();
        return Err(fault(&start_of(name), "this address takes no such parameter".to_owned(), allowed));
    };
    check_text(name, value)?;
    let test =
        if column.is_number() { of_numbers(name, test, value) } else { of_words(column, name, test, value) };
    Ok(Some(Condition { column, test: test? }))
}

/// Whether words can be looked for.
fn check_text(name: &str, value: &str) -> Result<(), ParameterFault> {
    super::super::spec::check_text(value)
        .map_err(|detail| fault(name, detail, vec!["text of at most 500 characters".to_owned()]))
}

fn of_numbers(name: &str, test: &str, value: &str) -> Result<Test, ParameterFault> {
    let number = |text: &str| {
        let number = text.trim().parse::<i64>().ok();
        let year = |number: i64| i32::try_from(number).is_ok_and(|year| YEARS.contains(&year));
        number.filter(|number| !name.starts_with(Column::Year.name()) || year(*number)).ok_or_else(|| {
            let form = if name.starts_with(Column::Year.name()) {
                "a year from 1945 to 2100, such as 2020, or a range, such as 2019..2021"
            } else {
                "an amount in VND, such as 1000000000, or a range, such as 1000000000..5000000000"
            };
            fault(name, format!("\"{}\" is not such a number", start_of(value)), vec![form.to_owned()])
        })
    };
    let end = |text: &str| if text.trim().is_empty() { Ok(None) } else { number(text).map(Some) };
    let one = |interval| Ok(Test::Within(vec![interval]));
    match test {
        "" => match value.split_once("..").filter(|ends| *ends != ("", "")) {
            Some((from, to)) => one(Interval { least: end(from)?, most: end(to)? }),
            None => one(Interval::exactly(number(value)?)),
        },
        "in" => {
            let numbers = value.split(',').map(|value| number(value).map(Interval::exactly));
            Ok(Test::Within(numbers.collect::<Result<_, _>>()?))
        }
        "gte" => one(Interval { least: Some(number(value)?), most: None }),
        "lte" => one(Interval { least: None, most: Some(number(value)?) }),
        "gt" => one(Interval { least: Some(number(value)?.saturating_add(1)), most: None }),
        "lt" => one(Interval { least: None, most: Some(number(value)?.saturating_sub(1)) }),
        "isnull" => null(name, value),
        _ => Err(no_such_test(name, &NUMBER_TESTS)),
    }
}

fn of_words(column: Column, name: &str, test: &str, value: &str) -> Result<Test, ParameterFault> {
    match test {
        "" => Ok(Test::In(vec![known(column, name, value)?])),
        "in" => {
            let words = value.split(',').map(|word| known(column, name, word.trim()));
            Ok(Test::In(words.collect::<Result<_, _>>()?))
        }
        "isnull" => null(name, value),
        _ => Err(no_such_test(name, &TEXT_TESTS)),
    }
}

fn null(name: &str, value: &str) -> Result<Test, ParameterFault> {
    value.parse().map(Test::Null).map_err(|_| {
        let allowed = vec!["true".to_owned(), "false".to_owned()];
        fault(name, format!("\"{}\" is none of its values", start_of(value)), allowed)
    })
}

fn no_such_test(name: &str, tests: &[&str]) -> ParameterFault {
    let (column, _) = name.split_once("__").unwrap_or((name, ""));
    let allowed =
        std::iter::once(column.to_owned()).chain(tests.iter().map(|test| format!("{column}__{test}")));
    fault(name, "the column cannot be asked this".to_owned(), allowed.collect())
}

/// A word that the column may hold; of an id that its catalogue does not know, those that look alike.
fn known(column: Column, name: &str, value: &str) -> Result<String, ParameterFault> {
    let Some(words) = words_of(column) else { return Ok(value.to_owned()) };
    if words.contains(&value) {
        return Ok(value.to_owned());
    }
    let mut allowed = near(value, words.iter().copied());
    if column == Column::ProvinceNow {
        // A former unit: what it belongs to now is meant.
        allowed.extend(provinces::by_slug(value).map(|unit| unit.now().slug.clone()));
    }
    if allowed.is_empty() {
        allowed = match column {
            Column::Kind | Column::Status => words.iter().map(|word| (*word).to_owned()).collect(),
            _ => vec![format!("an id, as the facet \"{}\" of a search lists them", column.name())],
        };
    }
    Err(fault(name, format!("\"{}\" is not known", start_of(value)), allowed))
}

/// Every word that a column may hold; none where plans decide.
pub(crate) fn words_of(column: Column) -> Option<Vec<&'static str>> {
    Some(match column {
        Column::Kind => KINDS.map(kind_word).to_vec(),
        Column::Status => vec!["met", "partly", "missed"],
        Column::Province => provinces::all().iter().map(|unit| unit.slug.as_str()).collect(),
        Column::ProvinceNow => provinces::current().map(|unit| unit.slug.as_str()).collect(),
        Column::Agency => agencies::all().iter().map(|agency| agency.id.as_str()).collect(),
        Column::Fund => funds::all().map(|fund| fund.id.as_str()).collect(),
        Column::Indicator => indicators::all().iter().map(|indicator| indicator.id.as_str()).collect(),
        Column::Plan | Column::Area | Column::Year | Column::Amount => return None,
    })
}

fn limit(query: &SearchQuery) -> Result<Option<usize>, ParameterFault> {
    let Some(value) = query.get("limit") else { return Ok(None) };
    let limit = value.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit));
    limit.and_then(|limit| usize::try_from(limit).ok()).map(Some).ok_or_else(|| {
        let allowed = vec![format!("a whole number from 1 to {LIMIT_MAX}")];
        fault("limit", format!("\"{}\" lies outside 1 to {LIMIT_MAX}", start_of(value)), allowed)
    })
}

fn family(query: &SearchQuery) -> Result<Option<u64>, ParameterFault> {
    let Some(value) = query.get("same") else { return Ok(None) };
    u64::from_str_radix(value, 16).map(Some).map_err(|_| {
        let allowed = vec!["same_words.key of a hit, unchanged".to_owned()];
        fault("same", format!("\"{}\" is no key of words", start_of(value)), allowed)
    })
}

pub(super) fn fault(parameter: &str, detail: String, allowed: Vec<String>) -> ParameterFault {
    ParameterFault { parameter: parameter.to_owned(), detail, allowed }
}

/// The start of a value, short enough for a message.
pub(super) fn start_of(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Request {
        read(&SearchQuery::parse(query)).expect("a search").0
    }

    fn faulty(query: &str) -> Vec<ParameterFault> {
        match read(&SearchQuery::parse(query)) {
            Err(PortalError::BadParameter { faults }) => faults,
            other => panic!("expected faults, got {other:?}"),
        }
    }

    #[test]
    fn bad_parameters_are_all_named_with_what_is_allowed() {
        let faults = faulty("lang=fr&sort=size&limit=1001&colour=red&year=1&fold=maybe");
        let named: Vec<&str> = faults.iter().map(|fault| fault.parameter.as_str()).collect();
        assert_eq!(named, ["lang", "sort", "colour", "year", "fold", "limit"]);
        assert_eq!(faults[1].allowed, ["relevance", "-amount", "amount", "-year", "year", "-published"]);
        assert_eq!(faulty("limit=0")[0].parameter, "limit");
        assert_eq!(faulty("q=a&q=b")[0].detail, "is given more than once");
    }

    #[test]
    fn columns_are_asked_for_words_numbers_and_what_is_not_stated() {
        let tests: Vec<Condition> =
            asked("province__in=soc-trang,kien-giang&amount_vnd__gt=5&year=2019..2020&agency__isnull=true")
                .conditions;
        assert_eq!(tests[0].test, Test::In(vec!["soc-trang".into(), "kien-giang".into()]));
        assert_eq!(tests[1].test, Test::Within(vec![Interval { least: Some(6), most: None }]));
        assert_eq!(tests[2].test, Test::Within(vec![Interval { least: Some(2019), most: Some(2020) }]));
        assert_eq!(tests[3].test, Test::Null(true));
    }

    #[test]
    fn an_unknown_id_is_refused_with_those_that_look_alike() {
        assert_eq!(faulty("province=soc-trag")[0].allowed, ["soc-trang"]);
        assert_eq!(faulty("province__gt=a")[0].allowed, ["province", "province__in", "province__isnull"]);
        assert_eq!(faulty("kind=song")[0].allowed.len(), KINDS.len());
    }

    #[test]
    fn values_left_blank_say_nothing() {
        assert_eq!(asked("sort=+&plan=&q=").conditions, []);
    }

    #[test]
    fn hits_of_the_same_words_are_folded_by_relevance_only() {
        assert_eq!(asked("q=a").fold, Fold::SameWords);
        assert_eq!(asked("q=a&view=ranked").fold, Fold::SamePlace);
        for query in ["q=a&fold=false", "q=a&sort=-amount", "same=ff"] {
            assert_eq!(asked(query).fold, Fold::Nothing, "{query}");
        }
    }
}

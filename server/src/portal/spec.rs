//! Which parameters, values and orders does each list take?

use app::{
    error::{ParameterFault, PortalError},
    types::filter::{Filter, LIMIT_DEFAULT, LIMIT_MAX, YEARS},
};
use plandoc::catalog::{agencies, indicators, provinces};
use sea_orm::sea_query::Expr;

use super::{
    condition, grouping,
    near::near,
    parameter::{Parameter, VALUE_MAX, shown},
};

/// How a filter is asked of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// The column holds the value.
    Text(&'static str),
    /// The column holds the value; this word asks for rows where it is null.
    TextOrNull(&'static str, &'static str),
    /// The column holds the number.
    Number(&'static str),
    /// The column says yes or no.
    Flag(&'static str),
    /// The folded words of the row hold every word.
    Words,
    /// The year lies in the plan's period.
    Period,
    /// The year lies in the period of the record's plan.
    PlanPeriod,
}

/// What values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Whole,
    Decimal,
    Text,
}

/// What rows are ordered by.
#[derive(Clone, Copy, Debug)]
enum Key {
    /// A column of the store.
    Column(&'static str),
    /// SQL over its columns that ranks words.
    Rank(&'static str),
}

/// One column to order by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
    /// Public name of the field.
    pub(crate) name: &'static str,
    key: Key,
    pub(crate) values: Type,
    /// Falling, where it is a default.
    pub(crate) falling: bool,
    /// Whether amounts of several rows may be added.
    pub(super) adds_up: bool,
    /// Whether every row has a value.
    pub(super) always: bool,
}

impl Order {
    pub(crate) const fn whole(name: &'static str, column: &'static str) -> Self {
        Self {
            name,
            key: Key::Column(column),
            values: Type::Whole,
            falling: false,
            adds_up: false,
            always: false,
        }
    }

    pub(crate) const fn decimal(name: &'static str, column: &'static str) -> Self {
        Self {
            name,
            key: Key::Column(column),
            values: Type::Decimal,
            falling: false,
            adds_up: false,
            always: false,
        }
    }

    pub(crate) const fn text(name: &'static str, column: &'static str) -> Self {
        Self {
            name,
            key: Key::Column(column),
            values: Type::Text,
            falling: false,
            adds_up: false,
            always: false,
        }
    }

    /// Orders by a whole number that SQL makes of a row.
    pub(crate) const fn rank(name: &'static str, sql: &'static str) -> Self {
        Self { name, key: Key::Rank(sql), values: Type::Whole, falling: false, adds_up: false, always: false }
    }

    /// The column of the store that holds what rows are ordered by.
    pub(super) fn column(&self) -> Option<&'static str> {
        match self.key {
            Key::Column(column) => Some(column),
            Key::Rank(_) => None,
        }
    }

    /// What rows are ordered by.
    pub(crate) fn expr(&self) -> Expr {
        match self.key {
            Key::Column(column) => Expr::col(column),
            Key::Rank(sql) => Expr::cust(sql),
        }
    }

    /// The same; every row has a value, so that an index gives the order.
    pub(crate) const fn always(self) -> Self {
        Self { always: true, ..self }
    }

    /// The same; amounts of several rows may be added.
    pub(crate) const fn adds_up(self) -> Self {
        Self { adds_up: true, ..self }
    }

    pub(crate) const fn falling(self) -> Self {
        self.in_direction(true)
    }

    pub(crate) const fn in_direction(self, falling: bool) -> Self {
        Self { falling, ..self }
    }
}

/// The order in which a plan's records stand in its text.
pub(crate) const AS_PRINTED: &[Order] =
    &[Order::text("plan_id", "plan_id").always(), Order::whole("ordinal", "ordinal").always()];

/// What a list can be asked.
#[derive(Debug)]
pub(crate) struct ListSpec {
    /// Name of the list in addresses: "spending".
    pub(crate) noun: &'static str,
    /// What it takes besides its filters.
    pub(crate) common: &'static [Parameter],
    /// What it filters by.
    pub(crate) filters: &'static [(Parameter, By)],
    /// Parameters that take one of a fixed list of words.
    pub(crate) words: &'static [(Parameter, &'static [&'static str])],
    /// Columns to sort by.
    pub(crate) sorts: &'static [Order],
    /// The order where none is asked for; ties are broken by id.
    pub(crate) order: &'static [Order],
    /// Parameters whose values are offered with counts.
    pub(crate) facets: &'static [Parameter],
}

/// What every list takes besides its filters.
pub(crate) const EVERY_LIST: &[Parameter] = &[
    Parameter::Fields,
    Parameter::Facets,
    Parameter::Sort,
    Parameter::Limit,
    Parameter::Cursor,
    Parameter::Lang,
];

/// What a list takes besides its filters whose rows are in the store, where they can be compared
/// column by column and put in groups.
pub(crate) const STORED_LIST: &[Parameter] = &[
    Parameter::GroupBy,
    Parameter::Sum,
    Parameter::Fields,
    Parameter::Facets,
    Parameter::Sort,
    Parameter::Limit,
    Parameter::Cursor,
    Parameter::Lang,
];

/// What an address takes that answers one thing, its labels in one of two languages.
pub(crate) const ONE_THING: ListSpec = address("", &[], &[Parameter::Lang]);

/// What an address takes that answers always the same.
pub(crate) const NO_QUESTION: ListSpec = address("", &[], &[]);

/// What an address takes that is no list.
pub(crate) const fn address(
    noun: &'static str,
    filters: &'static [(Parameter, By)],
    common: &'static [Parameter],
) -> ListSpec {
    ListSpec { noun, common, filters, words: &[], sorts: &[], order: &[], facets: &[] }
}

impl ListSpec {
    /// Every parameter that the list takes.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = Parameter> {
        self.filters.iter().map(|(parameter, _)| *parameter).chain(self.common.iter().copied())
    }

    /// Whether its rows are in the store.
    pub(super) fn is_stored(&self) -> bool {
        self.common.contains(&Parameter::GroupBy)
    }

    /// The words that a parameter takes, if they are a fixed list.
    pub(crate) fn words(&self, parameter: Parameter) -> Option<Vec<String>> {
        let fixed = self.words.iter().find(|(named, _)| *named == parameter);
        match (fixed, parameter) {
            (Some((_, words)), _) => Some(words.iter().map(|word| (*word).to_owned()).collect()),
            (None, Parameter::Sort) => Some(
                self.sorts
                    .iter()
                    .flat_map(|sort| [sort.name.to_owned(), format!("-{}", sort.name)])
                    .collect(),
            ),
            (None, Parameter::InSum) => Some(vec!["true".to_owned(), "false".to_owned()]),
            (None, Parameter::Lang) => Some(vec!["vi".to_owned(), "en".to_owned()]),
            _ => None,
        }
    }

    /// How the list is filtered by a parameter.
    pub(crate) fn by(&self, parameter: Parameter) -> Option<By> {
        self.filters.iter().find(|(own, _)| *own == parameter).map(|(_, by)| *by)
    }

    /// Reads the query of an address; what the list does not take is a fault, as is what is given twice.
    pub(crate) fn parse(&self, query: &str) -> Result<Filter, PortalError> {
        let mut filter = Filter::default();
        let mut seen: Vec<String> = Vec::new();
        let mut faults = Vec::new();
        for (name, value) in pairs(query) {
            // Only words are typed by people, who may leave a space; elsewhere it is a program's mistake.
            if name != Parameter::Q.name() && !value.is_empty() && value.trim().is_empty() {
                faults.push(ParameterFault {
                    parameter: shown(&name),
                    detail: "holds nothing but spaces".to_owned(),
                    allowed: vec!["a value, or nothing after \"=\"".to_owned()],
                });
                continue;
            }
            match Parameter::named(&name).filter(|named| self.parameters().any(|own| own == *named)) {
                None if value.trim().is_empty() && condition::is_known(self, &name) => {}
                None => match condition::read(self, &name, value.trim()) {
                    None => faults.push(self.unknown(&name)),
                    Some(Err(fault)) => faults.push(fault),
                    Some(Ok(_)) if seen.contains(&name) => faults.push(ParameterFault {
                        parameter: shown(&name),
                        detail: "is given more than once".to_owned(),
                        allowed: Vec::new(),
                    }),
                    Some(Ok(_)) => {
                        filter.conditions.insert(name.clone(), value.trim().to_owned());
                    }
                },
                Some(parameter) if seen.contains(&name) => {
                    faults.push(parameter.fault("is given more than once", parameter.form()));
                }
                Some(parameter) => {
                    if let Err(fault) = parameter.set(&mut filter, &value) {
                        faults.push(fault);
                    }
                }
            }
            seen.push(name);
        }
        if faults.is_empty() { self.check(&filter) } else { Err(PortalError::BadParameter { faults }) }
    }

    /// The filter without blank values, or all that is wrong with it.
    pub(crate) fn check(&self, filter: &Filter) -> Result<Filter, PortalError> {
        let mut clean = Filter::default();
        let mut faults = Vec::new();
        for parameter in Parameter::ALL {
            let Some(value) = parameter.value(filter).filter(|value| !value.trim().is_empty()) else {
                continue;
            };
            if !self.parameters().any(|own| own == parameter) {
                faults.push(self.unknown(parameter.name()));
            } else if let Err(fault) = self
                .check_of(filter, parameter, value.trim())
                .and_then(|()| parameter.set(&mut clean, &value))
            {
                faults.push(fault);
            }
        }
        for (name, value) in &filter.conditions {
            match condition::read(self, name, value) {
                None => faults.push(self.unknown(name)),
                Some(Err(fault)) => faults.push(fault),
                Some(Ok(_)) => {
                    clean.conditions.insert(name.clone(), value.clone());
                }
            }
        }
        if faults.is_empty() { Ok(clean) } else { Err(PortalError::BadParameter { faults }) }
    }

    /// Checks a value of a filter: groups are sorted by other columns than records.
    fn check_of(&self, filter: &Filter, parameter: Parameter, value: &str) -> Result<(), ParameterFault> {
        if parameter != Parameter::Sort || !grouping::is_asked(filter) {
            return self.check_value(parameter, value);
        }
        let sorts = grouping::Grouping::sorts(self, filter);
        if sorts.iter().any(|sort| sort == value) {
            return Ok(());
        }
        Err(parameter.fault(format!("\"{}\" is no column of these groups", shown(value)), sorts))
    }

    pub(super) fn check_value(&self, parameter: Parameter, value: &str) -> Result<(), ParameterFault> {
        if let Some(words) = self.words(parameter) {
            if words.iter().any(|word| word == value) {
                return Ok(());
            }
            return Err(parameter.fault(format!("\"{}\" is none of its values", shown(value)), words));
        }
        match parameter {
            Parameter::Limit if !value.parse().is_ok_and(|limit| (1..=LIMIT_MAX).contains(&limit)) => {
                Err(parameter.fault(format!("{value} lies outside 1 to {LIMIT_MAX}"), parameter.form()))
            }
            Parameter::Year if !value.parse().is_ok_and(|year| YEARS.contains(&year)) => {
                Err(parameter.fault(format!("{value} is no year that a plan speaks of"), parameter.form()))
            }
            Parameter::Cursor => Ok(()),
            Parameter::Facets if value == NO_FACETS => Ok(()),
            Parameter::Facets => {
                among(parameter, value, self.facets.iter().map(|own| own.name()).chain([NO_FACETS]))
            }
            Parameter::GroupBy => among(parameter, value, grouping::columns(self).map(|own| own.name)),
            Parameter::Sum => among(parameter, value, grouping::sums(self).map(|own| own.name)),
            Parameter::Province => known(parameter, value, provinces::all().iter().map(|unit| &unit.slug)),
            Parameter::ProvinceNow => known(parameter, value, provinces::current().map(|unit| &unit.slug)),
            Parameter::Agency => known(parameter, value, agencies::all().iter().map(|agency| &agency.id)),
            Parameter::Indicator => known(parameter, value, indicators::all().iter().map(|entry| &entry.id)),
            _ => check_text(value).map_err(|detail| parameter.fault(detail, parameter.form())),
        }
    }

    fn unknown(&self, name: &str) -> ParameterFault {
        ParameterFault {
            parameter: shown(name),
            detail: "this address takes no such parameter".to_owned(),
            allowed: self
                .parameters()
                .map(|own| own.name().to_owned())
                .chain(condition::described(self).into_iter().map(|described| described.name))
                .collect(),
        }
    }
}

/// The word that leaves out all facets.
pub(crate) const NO_FACETS: &str = "none";

/// Refuses a list of names of which one is none of those that there are, or stands twice.
fn among(
    parameter: Parameter,
    value: &str,
    names: impl Iterator<Item = &'static str>,
) -> Result<(), ParameterFault> {
    let names: Vec<&str> = names.collect();
    let asked: Vec<&str> = listed(value).collect();
    let twice = asked.iter().enumerate().find(|(at, name)| asked[..*at].contains(name));
    let unknown = asked.iter().find(|name| !names.contains(name));
    let detail = match (unknown, twice) {
        (Some(name), _) => format!("\"{}\" is none of its values", shown(name)),
        (None, Some((_, name))) => format!("\"{name}\" stands in it twice"),
        (None, None) => return Ok(()),
    };
    Err(parameter.fault(detail, names.into_iter().map(str::to_owned).collect()))
}

/// The names in a list with commas between.
pub(crate) fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// Refuses an id that its catalogue does not hold, and names those that look alike.
fn known<'a>(
    parameter: Parameter,
    value: &str,
    ids: impl Iterator<Item = &'a String>,
) -> Result<(), ParameterFault> {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    if ids.contains(&value) {
        return Ok(());
    }
    Err(unknown_id(parameter, value, ids.into_iter()))
}

/// A fault of an id that is not known, with those that look alike, or else where to find them.
pub(crate) fn unknown_id<'a>(
    parameter: Parameter,
    value: &str,
    ids: impl Iterator<Item = &'a str>,
) -> ParameterFault {
    let mut allowed = near(value, ids);
    if parameter == Parameter::ProvinceNow {
        // A former unit: what it belongs to now is meant.
        allowed.extend(provinces::by_slug(value).map(|unit| unit.now().slug.clone()));
    }
    if allowed.is_empty() {
        allowed = parameter.form();
    }
    parameter.fault(format!("\"{}\" is not known", shown(value)), allowed)
}

/// Rows at a time that a checked filter asks for.
pub(crate) fn limit(filter: &Filter) -> u32 {
    filter.limit.unwrap_or(LIMIT_DEFAULT)
}

/// Name and value of each parameter of a query, decoded.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    // Every byte string is some form-encoded list: what is no UTF-8 becomes U+FFFD and then matches nothing.
    serde_urlencoded::from_str(query).unwrap_or_default()
}

/// Whether words can be looked for: no control characters (PostgreSQL refuses NUL), not endless.
pub(crate) fn check_text(value: &str) -> Result<(), String> {
    if value.chars().any(char::is_control) {
        return Err("holds a control character".to_owned());
    }
    let length = value.chars().count();
    if length > VALUE_MAX {
        return Err(format!("has {length} characters; at most {VALUE_MAX} are taken"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: ListSpec = ListSpec {
        noun: "spending",
        common: EVERY_LIST,
        filters: &[
            (Parameter::Q, By::Words),
            (Parameter::Year, By::Number("year")),
            (Parameter::Phase, By::Text("phase")),
        ],
        words: &[(Parameter::Phase, &["planned", "executed", "reported"])],
        sorts: &[Order::whole("amount_vnd", "amount_vnd")],
        order: AS_PRINTED,
        facets: &[],
    };

    fn faults(query: &str) -> Vec<ParameterFault> {
        match SPEC.parse(query) {
            Err(PortalError::BadParameter { faults }) => faults,
            other => panic!("expected faults of \"{query}\", got {other:?}"),
        }
    }

    #[test]
    fn reads_known_parameters_and_skips_blank_ones() {
        let filter =
            SPEC.parse("q=s%E1%BB%91+h%C3%B3a&year=2020&phase=&sort=-amount_vnd&limit=1000").unwrap();
        assert_eq!(filter.q.as_deref(), Some("số hóa"));
        assert_eq!(filter.year, Some(2020));
        assert_eq!(filter.phase, None);
        assert_eq!(filter.sort.as_deref(), Some("-amount_vnd"));
        assert_eq!(filter.limit, Some(1000));
    }

    #[test]
    fn refuses_a_parameter_that_the_list_does_not_take_and_names_those_it_does() {
        let faults = faults("severity=differs&colour=red");
        assert_eq!(faults.len(), 2);
        assert_eq!(faults[1].parameter, "colour");
        assert_eq!(
            faults[1].allowed,
            ["q", "year", "phase", "fields", "facets", "sort", "limit", "cursor", "lang"]
        );
    }

    #[test]
    fn refuses_values_outside_their_range_and_says_the_range() {
        assert_eq!(faults("limit=1001")[0].allowed, ["a whole number from 1 to 1000"]);
        assert_eq!(faults("limit=0")[0].parameter, "limit");
        assert_eq!(faults("limit=-1")[0].parameter, "limit");
        assert_eq!(faults("limit=99999999999999999999")[0].parameter, "limit");
        assert_eq!(faults("year=20")[0].parameter, "year");
        assert_eq!(faults("phase=spent")[0].allowed, ["planned", "executed", "reported"]);
        assert_eq!(faults("sort=id")[0].allowed, ["amount_vnd", "-amount_vnd"]);
        assert_eq!(faults("q=a%00b")[0].parameter, "q");
        assert_eq!(faults(&format!("q={}", "a".repeat(501)))[0].parameter, "q");
    }

    #[test]
    fn names_every_fault_at_once() {
        assert_eq!(faults("limit=0&phase=x&year=20").len(), 3);
    }

    #[test]
    fn refuses_spaces_for_a_value_where_no_one_types() {
        assert_eq!(faults("year=%20")[0].parameter, "year");
        assert_eq!(faults("phase=%0D")[0].detail, "holds nothing but spaces");
        assert_eq!(SPEC.parse("q=+&year=").unwrap(), Filter::default());
    }

    #[test]
    fn refuses_a_parameter_given_twice() {
        assert_eq!(faults("year=2020&year=2021")[0].detail, "is given more than once");
    }
}

//! What can be asked of a column beside that it holds a value: `amount_vnd__gte=1000000000`?

use std::collections::BTreeMap;

use app::error::ParameterFault;
use sea_orm::sea_query::{Condition as Sql, Expr, ExprTrait, Func};

use super::{
    parameter::{Parameter, VALUE_MAX, shown},
    spec::{By, ListSpec, Type, check_text},
};

/// Values that `in` takes.
const VALUES_MAX: usize = 100;

/// What stands between the name of a column and that of a test.
const MARK: &str = "__";

/// What is asked of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Exact,
    In,
    Contains,
    Gt,
    Gte,
    Lt,
    Lte,
    IsNull,
}

impl Test {
    /// As the address spells it.
    const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::In => "in",
            Self::Contains => "contains",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Lt => "lt",
            Self::Lte => "lte",
            Self::IsNull => "isnull",
        }
    }

    /// What it asks, for the documentation.
    const fn description(self) -> &'static str {
        match self {
            Self::Exact => "is this.",
            Self::In => "is one of these, with commas between.",
            Self::Contains => "holds these letters, marks and case as printed.",
            Self::Gt => "is more than this.",
            Self::Gte => "is this or more.",
            Self::Lt => "is less than this.",
            Self::Lte => "is this or less.",
            Self::IsNull => "is not stated (`true`), or is (`false`).",
        }
    }
}

/// What values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Values {
    Text,
    /// ISO dates, which are text that can be put in order.
    Date,
    Whole,
    Decimal,
    Flag,
}

impl Values {
    const fn tests(self) -> &'static [Test] {
        match self {
            Self::Text => &[Test::Exact, Test::In, Test::Contains, Test::IsNull],
            Self::Date => &[Test::Exact, Test::In, Test::Gt, Test::Gte, Test::Lt, Test::Lte, Test::IsNull],
            Self::Whole | Self::Decimal => {
                &[Test::Exact, Test::In, Test::Gt, Test::Gte, Test::Lt, Test::Lte, Test::IsNull]
            }
            Self::Flag => &[Test::Exact, Test::IsNull],
        }
    }

    /// A value as SQL compares it, or what it should look like.
    fn read(self, value: &str) -> Result<Expr, &'static str> {
        match self {
            Self::Text => Ok(Expr::val(value)),
            Self::Date => {
                let digits = value.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
                if digits {
                    Ok(Expr::val(value))
                } else {
                    Err("an ISO date such as 2020-12-31, or its beginning")
                }
            }
            Self::Whole => value.parse::<i64>().map(Expr::val).map_err(|_| "a whole number"),
            Self::Decimal => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Expr::val(number)),
                _ => Err("a number with a point before decimals"),
            },
            Self::Flag => value.parse::<bool>().map(Expr::val).map_err(|_| "true or false"),
        }
    }
}

/// A column that can be compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared {
    /// As addresses spell it.
    name: &'static str,
    /// Column of the store.
    column: &'static str,
    values: Values,
    /// The filter that it is, whose words and ids are known.
    parameter: Option<Parameter>,
    /// The word of the filter that asks for rows where it is null.
    null: Option<&'static str>,
}

/// The columns of a list that can be compared: its filters first, then what it is sorted by.
fn compared(spec: &ListSpec) -> Vec<Compared> {
    if !spec.is_stored() {
        return Vec::new();
    }
    let filters = spec.filters.iter().filter_map(|(parameter, by)| {
        let (column, values, null) = match *by {
            By::Text(column) => (column, Values::Text, None),
            By::TextOrNull(column, null) => (column, Values::Text, Some(null)),
            By::Number(column) => (column, Values::Whole, None),
            By::Flag(column) => (column, Values::Flag, None),
            By::Words | By::Period | By::PlanPeriod => return None,
        };
        Some(Compared { name: parameter.name(), column, values, parameter: Some(*parameter), null })
    });
    let mut all: Vec<Compared> = filters.collect();
    for order in spec.sorts {
        let Some(column) = order.column().filter(|column| all.iter().all(|own| own.column != *column)) else {
            continue;
        };
        let values = match order.values {
            Type::Whole => Values::Whole,
            Type::Decimal => Values::Decimal,
            Type::Text if order.name.ends_with("_on") || order.name.ends_with("_date") => Values::Date,
            Type::Text => Values::Text,
        };
        all.push(Compared { name: order.name, column, values, parameter: None, null: None });
    }
    all
}

/// A parameter that asks something of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Described {
    /// "`amount_vnd__gte`".
    pub(crate) name: String,
    pub(crate) description: String,
    /// The words that it takes, if they are a closed list.
    pub(crate) words: Option<Vec<String>>,
    pub(crate) values: Type,
}

/// Every parameter that asks something of a column of a list.
pub(crate) fn described(spec: &ListSpec) -> Vec<Described> {
    let mut all = Vec::new();
    for own in compared(spec) {
        for test in own.values.tests() {
            let words = match test {
                Test::IsNull => Some(vec!["true".to_owned(), "false".to_owned()]),
                Test::Exact => own.parameter.and_then(|parameter| spec.words(parameter)),
                _ => None,
            };
            let values = match own.values {
                Values::Whole if !matches!(test, Test::In | Test::IsNull) => Type::Whole,
                Values::Decimal if !matches!(test, Test::In | Test::IsNull) => Type::Decimal,
                _ => Type::Text,
            };
            all.push(Described {
                name: format!("{}{MARK}{}", own.name, test.name()),
                description: format!("`{}` {}", own.name, test.description()),
                words,
                values,
            });
        }
    }
    all
}

/// Reads one parameter with its value, if it asks something of a column of the list.
pub(crate) fn read(spec: &ListSpec, name: &str, value: &str) -> Option<Result<Sql, ParameterFault>> {
    let (column, test) = name.rsplit_once(MARK)?;
    let own = compared(spec).into_iter().find(|own| own.name == column)?;
    let test = own.values.tests().iter().copied().find(|own| own.name() == test)?;
    Some(own.sql(spec, test, value).map_err(|(detail, allowed)| ParameterFault {
        parameter: name.to_owned(),
        detail,
        allowed,
    }))
}

/// Whether there is such a parameter.
pub(crate) fn is_known(spec: &ListSpec, name: &str) -> bool {
    described(spec).iter().any(|described| described.name == name)
}

/// All that a checked filter asks of columns.
pub(crate) fn sql(spec: &ListSpec, conditions: &BTreeMap<String, String>) -> Sql {
    let read = conditions.iter().filter_map(|(name, value)| read(spec, name, value)?.ok());
    read.fold(Sql::all(), Sql::add)
}

/// What is wrong with a value, and what it may be.
type Fault = (String, Vec<String>);

impl Compared {
    fn sql(&self, spec: &ListSpec, test: Test, value: &str) -> Result<Sql, Fault> {
        check_text(value)
            .map_err(|detail| (detail, vec![format!("text of at most {VALUE_MAX} characters")]))?;
        let column = || Expr::col(self.column);
        let one = || self.operand(spec, value);
        Ok(Sql::all().add(match test {
            Test::Exact => return self.is(spec, value),
            Test::In => return self.is_one_of(spec, value),
            // SQLite's LIKE takes A for a, PostgreSQL's does not; to take the letters out is the same in both.
            Test::Contains => {
                Func::cust("replace").args([column(), Expr::val(value), Expr::val("")]).ne(column())
            }
            Test::Gt => column().gt(one()?),
            Test::Gte => column().gte(one()?),
            Test::Lt => column().lt(one()?),
            Test::Lte => column().lte(one()?),
            Test::IsNull => match value {
                "true" => column().is_null(),
                "false" => column().is_not_null(),
                _ => {
                    let allowed = vec!["true".to_owned(), "false".to_owned()];
                    return Err((format!("\"{}\" is none of its values", shown(value)), allowed));
                }
            },
        }))
    }

    fn is(&self, spec: &ListSpec, value: &str) -> Result<Sql, Fault> {
        if self.null == Some(value) {
            return Ok(Sql::all().add(Expr::col(self.column).is_null()));
        }
        Ok(Sql::all().add(Expr::col(self.column).eq(self.operand(spec, value)?)))
    }

    fn is_one_of(&self, spec: &ListSpec, values: &str) -> Result<Sql, Fault> {
        let values: Vec<&str> = values.split(',').map(str::trim).filter(|value| !value.is_empty()).collect();
        if values.is_empty() || values.len() > VALUES_MAX {
            let allowed = vec![format!("1 to {VALUES_MAX} values with commas between")];
            return Err((format!("has {} values", values.len()), allowed));
        }
        values.into_iter().try_fold(Sql::any(), |any, value| Ok(any.add(self.is(spec, value)?)))
    }

    /// One value, as what it is compared with.
    fn operand(&self, spec: &ListSpec, value: &str) -> Result<Expr, Fault> {
        if let Some(parameter) = self.parameter.filter(|_| self.values == Values::Text) {
            spec.check_value(parameter, value).map_err(|fault| (fault.detail, fault.allowed))?;
        }
        let read = self.values.read(value);
        read.map_err(|form| (format!("\"{}\" is not of its kind", shown(value)), vec![form.to_owned()]))
    }
}

//! How many rows, and how much money, has each set of values?
//!
//! Money is added up over the rows that belong in a sum, and never across phases or bases: where a
//! list has such, groups are told apart by them, asked or not.

use app::{portal::Answer, types::filter::Filter};
use sea_orm::{
    DatabaseConnection, QueryResult,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use serde_json::{Map, Value};

use super::{
    ServerPortal,
    filter::Rows,
    label::Labels,
    list::{Page, all, get},
    paging::{KeyValue, Paging},
    parameter::Parameter,
    spec::{By, ListSpec, Order, Type, limit, listed},
};

/// Phases and bases of money are never added up together.
const KEPT_APART: [Parameter; 2] = [Parameter::Phase, Parameter::AmountBasis];

/// The number of rows of a group.
pub(crate) const COUNT: &str = "count";

/// Aliases of the columns of groups, in the order of a list's filters.
const GROUP_ALIASES: [&str; 16] =
    ["g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9", "g10", "g11", "g12", "g13", "g14", "g15"];
/// Aliases of sums, and of the numbers of rows that they add up.
const SUM_ALIASES: [(&str, &str); 4] = [("s0", "r0"), ("s1", "r1"), ("s2", "r2"), ("s3", "r3")];

/// A column that rows can be put in groups by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupColumn {
    /// As `group_by` and the filter spell it.
    pub(crate) name: &'static str,
    parameter: Parameter,
    column: &'static str,
    values: GroupValues,
    alias: &'static str,
}

/// What the values of such a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupValues {
    /// Words that have a name for people.
    Named,
    Whole,
    Flag,
}

/// A column of the groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// The value that the rows of a group share.
    Value(&'static str, GroupValues),
    /// Its name for people.
    Label(&'static str),
    /// The number of rows.
    Count,
    /// The sum of a column.
    Sum(&'static str),
    /// The number of rows that it adds up.
    Rows(&'static str),
}

impl Output {
    /// Its name in the answer.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Value(name, _) => name.to_owned(),
            Self::Label(name) => format!("{name}_label"),
            Self::Count => COUNT.to_owned(),
            Self::Sum(name) => format!("sum_{name}"),
            Self::Rows(name) => format!("rows_{name}"),
        }
    }
}

/// What a list can be grouped by.
pub(crate) fn columns(spec: &ListSpec) -> impl Iterator<Item = GroupColumn> {
    let filters = spec.filters.iter().filter(|_| spec.is_stored());
    filters.zip(GROUP_ALIASES).filter_map(|((parameter, by), alias)| {
        let (column, values) = match *by {
            By::Text(column) | By::TextOrNull(column, _) => (column, GroupValues::Named),
            By::Number(column) => (column, GroupValues::Whole),
            By::Flag(column) => (column, GroupValues::Flag),
            By::Words | By::Period | By::PlanPeriod => return None,
        };
        Some(GroupColumn { name: parameter.name(), parameter: *parameter, column, values, alias })
    })
}

/// What can be added up.
pub(crate) fn sums(spec: &ListSpec) -> impl Iterator<Item = &'static Order> {
    spec.sorts.iter().filter(|order| order.adds_up && spec.is_stored())
}

/// Whether a filter asks for groups in place of records.
pub(crate) fn is_asked(filter: &Filter) -> bool {
    filter.group_by.is_some() || filter.sum.is_some()
}

/// The groups that a checked filter asks for.
pub(crate) struct Grouping<'a> {
    spec: &'static ListSpec,
    filter: &'a Filter,
    chosen: Chosen,
}

/// What a filter names of what there is.
struct Chosen {
    by: Vec<GroupColumn>,
    /// What is added up, with the aliases of its sum and of the number of its rows.
    sums: Vec<(&'static Order, (&'static str, &'static str))>,
}

fn chosen(spec: &ListSpec, filter: &Filter) -> Chosen {
    let asked = |names: &Option<String>, name: &str| {
        names.as_deref().is_some_and(|names| listed(names).any(|own| own == name))
    };
    let sums: Vec<_> = sums(spec).filter(|own| asked(&filter.sum, own.name)).zip(SUM_ALIASES).collect();
    let apart = |own: &GroupColumn| !sums.is_empty() && KEPT_APART.contains(&own.parameter);
    let by = columns(spec).filter(|own| asked(&filter.group_by, own.name) || apart(own)).collect();
    Chosen { by, sums }
}

fn outputs(chosen: &Chosen) -> Vec<Output> {
    let mut all = Vec::new();
    for own in &chosen.by {
        all.push(Output::Value(own.name, own.values));
        if own.values == GroupValues::Named {
            all.push(Output::Label(own.name));
        }
    }
    all.push(Output::Count);
    all.extend(chosen.sums.iter().flat_map(|(own, _)| [Output::Sum(own.name), Output::Rows(own.name)]));
    all
}

impl<'a> Grouping<'a> {
    /// The groups of a list.
    pub(crate) fn new(spec: &'static ListSpec, filter: &'a Filter) -> Self {
        Self { spec, filter, chosen: chosen(spec, filter) }
    }

    /// What the groups of a filter can be sorted by.
    pub(super) fn sorts(spec: &ListSpec, filter: &Filter) -> Vec<String> {
        let outputs = outputs(&chosen(spec, filter)).into_iter();
        let names = outputs.filter(|output| !matches!(output, Output::Label(_) | Output::Rows(_)));
        names.map(Output::name).flat_map(|name| [name.clone(), format!("-{name}")]).collect()
    }

    /// The columns of the answer.
    pub(crate) fn outputs(&self) -> Vec<Output> {
        outputs(&self.chosen)
    }

    /// One page of the groups.
    pub(super) async fn page(&self, portal: &ServerPortal, rows: Rows) -> Answer<Page<Value>> {
        let paging = self.paging();
        let mut select = Query::select().from_subquery(self.groups(rows), "groups").to_owned();
        for own in &self.chosen.by {
            // Widths differ between columns and engines; one width is read back.
            let column = Expr::col(own.alias);
            let read = if own.values == GroupValues::Named { column } else { column.cast_as("bigint") };
            select.expr_as(read, format!("{}_read", own.alias));
        }
        select.column("n");
        for (_, (sum, added)) in &self.chosen.sums {
            select.column(*sum).column(*added);
        }
        if let Some(cursor) = &self.filter.cursor {
            select.cond_where(paging.after(cursor)?);
        }
        paging.order(&mut select);
        let limit = usize::try_from(limit(self.filter)).unwrap_or(usize::MAX);
        select.limit(limit as u64 + 1);
        let mut found = all(portal.db(), &select).await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = match found.last() {
            Some(last) if more => Some(paging.cursor(self.keys(last, &paging)?)),
            _ => None,
        };
        let labels = Labels::load(portal, self.filter.lang.as_deref()).await?;
        let records = found.iter().map(|row| self.shape(row, &labels)).collect::<Answer<_>>()?;
        Ok(Page { records, next })
    }

    /// The number of groups.
    pub(super) async fn count(&self, db: &DatabaseConnection, rows: Rows) -> Answer<u64> {
        let mut select = Query::select().from_subquery(self.groups(rows), "groups").to_owned();
        select.expr_as(Expr::cust("count(*)"), "n");
        let found = all(db, &select).await?;
        let count: i64 = found.first().map_or(Ok(0), |row| get(row, "n"))?;
        Ok(count.unsigned_abs())
    }

    fn groups(&self, rows: Rows) -> SelectStatement {
        let mut select = rows.select(self.spec, self.filter, None);
        select.expr_as(Expr::cust("count(*)"), "n");
        for own in &self.chosen.by {
            let column = match own.values {
                // PostgreSQL makes no big number of a truth value.
                GroupValues::Flag => {
                    let column = own.column;
                    Expr::cust(format!("CASE WHEN {column} THEN 1 WHEN NOT {column} THEN 0 END"))
                }
                GroupValues::Named | GroupValues::Whole => Expr::col(own.column),
            };
            select.expr_as(column, own.alias).group_by_col(own.column);
        }
        let flagged = self.spec.filters.iter().find_map(|(_, by)| match by {
            By::Flag(column) => Some(*column),
            _ => None,
        });
        for (own, (sum, added)) in &self.chosen.sums {
            let column = own.column().unwrap_or_default();
            let counts = flagged.map_or_else(String::new, |flag| format!("{flag} AND "));
            let counted = format!("CASE WHEN {counts}{column} IS NOT NULL THEN {column} END");
            select
                .expr_as(Expr::cust(format!("CAST(sum({counted}) AS bigint)")), *sum)
                .expr_as(Expr::cust(format!("count({counted})")), *added);
        }
        select
    }

    /// As asked, then by the values of the groups, which no two share all of.
    fn paging(&self) -> Paging {
        let sort = self.filter.sort.as_deref().unwrap_or_default();
        let (name, falling) = sort.strip_prefix('-').map_or((sort, false), |name| (name, true));
        let own = self.chosen.by.iter().map(|own| match own.values {
            GroupValues::Named => Order::text(own.name, own.alias),
            GroupValues::Whole | GroupValues::Flag => Order::whole(own.name, own.alias),
        });
        let mut keys: Vec<Order> = own.collect();
        let by_sum = self.chosen.sums.iter().find(|(own, _)| Output::Sum(own.name).name() == name);
        let by_column = keys.iter().find(|key| key.name == name).copied();
        let chosen = match (name, by_sum) {
            (COUNT, _) => Some(Order::whole(COUNT, "n")),
            (_, Some((own, (sum, _)))) => Some(Order::whole(own.name, sum)),
            _ => by_column,
        };
        if let Some(chosen) = chosen {
            keys.insert(0, chosen.in_direction(falling));
        }
        if keys.is_empty() {
            // One group: any column will do.
            keys.push(Order::whole(COUNT, "n"));
        }
        let by: Vec<&str> = self.chosen.by.iter().map(|own| own.name).collect();
        let sums: Vec<&str> = self.chosen.sums.iter().map(|(own, _)| own.name).collect();
        Paging::by(format!("{}:{}:{}:{sort}", self.spec.noun, by.join(","), sums.join(",")), keys)
    }

    fn keys(&self, row: &QueryResult, paging: &Paging) -> Answer<Vec<KeyValue>> {
        let key = |order: &Order| {
            let column = order.column().unwrap_or_default();
            let grouped = self.chosen.by.iter().any(|own| own.alias == column);
            let read = if grouped { format!("{column}_read") } else { column.to_owned() };
            Ok(match order.values {
                Type::Text => get::<Option<String>>(row, &read)?.map(KeyValue::Text),
                Type::Whole | Type::Decimal => get::<Option<i64>>(row, &read)?.map(KeyValue::Whole),
            }
            .unwrap_or(KeyValue::Null))
        };
        paging.keys().iter().map(key).collect()
    }

    fn shape(&self, row: &QueryResult, labels: &Labels) -> Answer<Value> {
        let mut group = Map::new();
        for own in &self.chosen.by {
            let read = format!("{}_read", own.alias);
            let value = match own.values {
                GroupValues::Named => {
                    let value: Option<String> = get(row, &read)?;
                    let label = value
                        .as_deref()
                        .map_or_else(|| labels.none(own.parameter), |value| labels.of(own.parameter, value));
                    group.insert(Output::Label(own.name).name(), label.into());
                    value.into()
                }
                GroupValues::Whole => get::<Option<i64>>(row, &read)?.into(),
                GroupValues::Flag => get::<Option<i64>>(row, &read)?.map(|flag| flag == 1).into(),
            };
            group.insert(own.name.to_owned(), value);
        }
        group.insert(COUNT.to_owned(), get::<i64>(row, "n")?.into());
        for (own, (sum, added)) in &self.chosen.sums {
            group.insert(Output::Sum(own.name).name(), get::<Option<i64>>(row, sum)?.into());
            group.insert(Output::Rows(own.name).name(), get::<i64>(row, added)?.into());
        }
        Ok(Value::Object(group))
    }
}

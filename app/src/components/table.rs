//! How do lists of records look, on paper and on a phone?
//!
//! A yearbook table: a rule, the caption left, the unit right, hairlines. Under
//! 48rem it becomes a list of records; the roles keep it a table for all.

use leptos::prelude::*;

use super::{icon::Icon, source::NotStated};
use crate::{
    i18n::Language,
    paths,
    types::{filter::Filter, record::Record},
};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// Numbers: aligned right, sorted falling first.
    Numbers,
    /// The places of the sentences.
    Sources,
}

/// One column's head.
#[derive(Clone, Debug)]
pub struct Column {
    /// What people read.
    pub label: String,
    /// Name that `sort` takes, if the list sorts by it.
    pub sort: Option<&'static str>,
    /// What it holds.
    pub holds: Holds,
}

impl Column {
    /// A column of words.
    pub fn words(label: String, sort: Option<&'static str>) -> Self {
        Self { label, sort, holds: Holds::Words }
    }

    /// A column of numbers.
    pub fn numbers(label: String, sort: Option<&'static str>) -> Self {
        Self { label, sort, holds: Holds::Numbers }
    }

    /// The column of the places of the sentences.
    pub fn sources(lang: Language) -> Self {
        Self { label: lang.t("column-source"), sort: None, holds: Holds::Sources }
    }
}

/// A table of records with its caption, sortable heads and an optional last row.
#[component]
pub fn RecordTable(
    /// Language of the page.
    lang: Language,
    /// The list that it shows, for the links that sort: "targets".
    noun: &'static str,
    /// The list's filter.
    filter: Filter,
    /// What it shows.
    #[prop(into)]
    caption: String,
    /// Unit of its numbers, spoken with the caption.
    #[prop(optional_no_strip)]
    unit: Option<String>,
    /// Heads, in order.
    columns: Vec<Column>,
    /// `tr` elements.
    rows: Vec<AnyView>,
    /// `tr` elements with what holds for the whole list.
    #[prop(optional)]
    totals: Vec<AnyView>,
    /// Class that sets the widths.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let spoken = unit.iter().fold(caption.clone(), |caption, unit| format!("{caption}, {unit}"));
    let sorts = phone_sorts(lang, noun, &filter, &columns);
    let heads = columns.into_iter().map(|column| head(lang, noun, &filter, column)).collect_view();
    let totals = (!totals.is_empty()).then(|| view! { <tfoot role="rowgroup">{totals}</tfoot> });
    view! {
        <div class="tab">
            <div class="cap">
                <b>{caption}</b>
                {unit.map(|unit| view! { <span class="unit">{unit}</span> })}
            </div>
            {sorts}
            <table class=format!("list {class}") role="table">
                <caption class="vh">{spoken}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                {totals}
            </table>
        </div>
    }
}

/// The plan of a record by its province's name.
pub fn plan_cell(lang: Language, record: &Record) -> AnyView {
    let name = record.province.clone().unwrap_or_else(|| record.plan_id.clone());
    let now = record.province_now.clone().filter(|now| Some(now) != record.province.as_ref());
    let title = now.map(|now| crate::tr!(lang, "province-belongs", name = now));
    view! {
        <a class="quiet" href=paths::plan(lang, &record.plan_id) title=title>
            {name}
        </a>
    }
    .into_any()
}

/// A year or date that the document may not state.
pub fn year_cell(lang: Language, year: Option<String>) -> AnyView {
    match year {
        Some(year) => view! { <span class="nw">{year}</span> }.into_any(),
        None => view! { <NotStated lang /> }.into_any(),
    }
}

fn head(lang: Language, noun: &str, filter: &Filter, column: Column) -> AnyView {
    let class = match column.holds {
        Holds::Words => "",
        Holds::Numbers => "num",
        Holds::Sources => "at-col",
    };
    let Some(name) = column.sort else {
        return view! { <th role="columnheader" scope="col" class=class>{column.label}</th> }.into_any();
    };
    let (direction, sign) = match direction(filter, name) {
        Some(Direction::Rising) => (Some("ascending"), "i-up"),
        Some(Direction::Falling) => (Some("descending"), "i-down"),
        None => (None, "i-sort"),
    };
    let address = sorted(lang, noun, filter, name, column.holds == Holds::Numbers);
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=direction>
            <a href=address>
                {column.label}
                <Icon name=sign />
            </a>
        </th>
    }
    .into_any()
}

/// The heads are hidden on phones: a line of links takes their place.
fn phone_sorts(lang: Language, noun: &str, filter: &Filter, columns: &[Column]) -> Option<AnyView> {
    let links = columns.iter().filter_map(|column| {
        let name = column.sort?;
        let current = direction(filter, name).map(|_| "true");
        let address = sorted(lang, noun, filter, name, column.holds == Holds::Numbers);
        Some(view! {
            <a href=address aria-current=current>
                {column.label.clone()}
            </a>
        })
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <p class="sorts">
                <span>{lang.t("sort-by")}</span>
                {links}
            </p>
        }
        .into_any()
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Rising,
    Falling,
}

fn direction(filter: &Filter, column: &str) -> Option<Direction> {
    match filter.sort.as_deref()?.strip_prefix('-') {
        Some(name) => (name == column).then_some(Direction::Falling),
        None => (filter.sort.as_deref() == Some(column)).then_some(Direction::Rising),
    }
}

/// Address of the list sorted by `column`: the other way round if it already is.
fn sorted(lang: Language, noun: &str, filter: &Filter, column: &str, falling_first: bool) -> String {
    let falling = match direction(filter, column) {
        Some(direction) => direction == Direction::Rising,
        None => falling_first,
    };
    let sort = if falling { format!("-{column}") } else { column.to_owned() };
    paths::list(lang, noun, &Filter { sort: Some(sort), cursor: None, ..filter.clone() })
}

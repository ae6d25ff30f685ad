//! What does a chart look like as a file?

mod bars;
mod dots;

use app::{
    components::{chart::Bar, money},
    i18n::Language,
    paths,
    portal::Portal,
    types::{comparison::Comparison, filter::Filter},
};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};

use super::{as_png, drawing::Drawing, png, svg};
use crate::{
    api::{error::Problem, query},
    portal::{ServerPortal, english, failed},
    state::ServerState,
};

/// What a chart is given as.
pub(super) const ENDINGS: [&str; 3] = ["svg", "png", "csv"];

/// Pixels for each unit of a chart: sharp on paper and on screens of phones.
const SCALE: f32 = 2.0;

/// By what spending is grouped, with the heads of its chart.
const GROUPS: [(&str, &str, &str); 3] = [
    ("funding_source", "chart-by-fund", "column-fund"),
    ("agency", "chart-by-agency", "column-lead"),
    ("plan", "chart-by-plan", "column-plan"),
];

/// A chart with its numbers.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) drawing: Drawing,
    /// Head and rows of its table.
    pub(super) table: Vec<Vec<String>>,
    /// Page that shows it.
    pub(super) page: String,
}

/// `/charts/compare.svg?indicator=…&province=…`.
pub(super) async fn compare(
    State(state): State<ServerState>,
    RawQuery(asked): RawQuery,
    uri: Uri,
) -> Result<Response, Problem> {
    let asked = asked.unwrap_or_default();
    answer(&state, &uri, async |portal| of_comparison(portal, &asked).await).await
}

/// `/charts/spending.svg?by=agency&plan=…`.
pub(super) async fn spending(
    State(state): State<ServerState>,
    RawQuery(asked): RawQuery,
    uri: Uri,
) -> Result<Response, Problem> {
    let asked = asked.unwrap_or_default();
    answer(&state, &uri, async |portal| of_spending(portal, &asked).await).await
}

async fn answer(
    state: &ServerState,
    uri: &Uri,
    chart: impl AsyncFnOnce(&ServerPortal) -> Result<Chart, Problem>,
) -> Result<Response, Problem> {
    let portal = state.portal.held();
    match uri.path().rsplit('.').next() {
        Some("png") => Ok(as_png(png(&chart(&portal).await?.drawing, SCALE)?)),
        Some("svg") => Ok(svg(&chart(&portal).await?.drawing)),
        _ => table(&chart(&portal).await?.table),
    }
}

fn table(rows: &[Vec<String>]) -> Result<Response, Problem> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let written = rows.iter().try_for_each(|row| writer.write_record(row)).map_err(|error| error.to_string());
    let bytes = written.and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    let bytes = bytes.map_err(|error| Problem::from(failed("a chart's table", &error)))?;
    let media_type = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    Ok(([(header::CONTENT_TYPE, media_type)], bytes).into_response())
}

/// The chart of a comparison: its indicator and provinces as the page's address has them.
pub(super) async fn of_comparison(portal: &ServerPortal, asked: &str) -> Result<Chart, Problem> {
    let (provinces, others) = paths::provinces_of(asked);
    let filter = crate::portal::compare::SPEC.parse(&others)?;
    let lang = language(&filter);
    let Some(comparison) = portal.compare(&filter, &provinces).await? else {
        return Err(query::missing("indicator", "the id of an indicator, as /api/v1/indicators lists them"));
    };
    let stated = query_without_lang(asked);
    let page = paths::with_query(&paths::page(lang, "/compare"), &stated);
    Ok(compared(lang, &comparison, page))
}

fn compared(lang: Language, comparison: &Comparison, page: String) -> Chart {
    let rows: Vec<_> = comparison.rows.iter().filter(|row| row.comparable).cloned().collect();
    let title = comparison.name.clone();
    Chart {
        drawing: dots::drawn(lang, comparison, &rows),
        table: dots::table(lang, comparison, &rows),
        title,
        page,
    }
}

/// The chart of planned money by fund, agency or plan, under the filters of the list of spending.
pub(super) async fn of_spending(portal: &ServerPortal, asked: &str) -> Result<Chart, Problem> {
    let (by, others) = grouped(asked);
    let by = by.as_deref().unwrap_or("funding_source");
    let Some((parameter, title, what)) = GROUPS.into_iter().find(|(name, ..)| *name == by) else {
        return Err(query::missing("by", "funding_source, agency or plan"));
    };
    let filter = crate::portal::spending_spec().parse(&others)?;
    let lang = language(&filter);
    let figures = portal.spending_figures(&filter).await?;
    let groups = match parameter {
        "agency" => &figures.by_agency,
        "plan" => &figures.by_plan,
        _ => &figures.by_funding_source,
    };
    let bars: Vec<Bar> = money::bars(lang, &filter, parameter, groups);
    let note = money::note(lang, &figures);
    let page =
        paths::list(lang, "spending", &Filter { lang: None, cursor: None, limit: None, ..filter.clone() });
    let title = lang.t(title);
    Ok(Chart {
        drawing: bars::drawn(lang, &title, &note, &bars),
        table: bars::table(lang, &lang.t(what), &bars),
        title,
        page,
    })
}

fn language(filter: &Filter) -> Language {
    if english(filter.lang.as_deref()) { Language::En } else { Language::Vi }
}

/// The value of `by` and the query without it.
fn grouped(asked: &str) -> (Option<String>, String) {
    let pairs = crate::portal::pairs(asked).into_iter();
    let (by, others): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| name == "by");
    (by.into_iter().next().map(|(_, value)| value), paths::query_of(&others))
}

fn query_without_lang(asked: &str) -> String {
    let mut pairs = crate::portal::pairs(asked);
    pairs.retain(|(name, value)| name != "lang" && !value.is_empty());
    paths::query_of(&pairs)
}

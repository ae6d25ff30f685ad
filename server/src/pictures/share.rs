//! What does a link to a page look like when it is shared?

use app::{
    format,
    i18n::Language,
    portal::Portal,
    types::{filter::Filter, plan::Plan, province::Province},
};
use axum::{
    extract::{Path, State},
    http::Uri,
    response::Response,
};

use super::{
    as_png,
    drawing::{Anchor, Drawing, Type, colour},
    png,
};
use crate::{
    api::error::Problem,
    portal::{Listed, ServerPortal},
    state::ServerState,
};

/// As networks ask for it.
const SIZE: (f32, f32) = (1200.0, 630.0);
const MARGIN: f32 = 72.0;

/// What stands on a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Card {
    title: String,
    /// Value and what it counts, the most telling first.
    figures: Vec<(String, String)>,
    foot: String,
}

/// `/share/vi/plans/kien-giang-2020.png`.
pub(super) async fn picture(
    State(state): State<ServerState>,
    Path((lang, kind, file)): Path<(String, String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let unknown = || Problem::unknown_path(&uri);
    let lang = Language::ALL.into_iter().find(|known| known.code() == lang).ok_or_else(unknown)?;
    let id = file.strip_suffix(".png").ok_or_else(unknown)?;
    let portal = state.portal.held();
    let card = match kind.as_str() {
        "portal" if id == "home" => home(&portal, lang).await?,
        "plans" => plan(lang, &portal.plan(id, lang.code()).await?.plan),
        "provinces" => province(&portal, lang, id).await?,
        "indicators" => indicator(&portal, lang, id).await?,
        _ => return Err(unknown()),
    };
    Ok(as_png(png(&drawn(&card), 1.0)?))
}

fn counted(lang: Language, count: u64, key: &str) -> (String, String) {
    (format::count(lang, count), lang.t(key).to_lowercase())
}

async fn home(portal: &ServerPortal, lang: Language) -> Result<Card, Problem> {
    let overview = portal.overview().await?;
    Ok(Card {
        title: lang.t("home-question"),
        figures: vec![
            (format::money_rounded(lang, overview.planned_vnd), lang.t("home-planned").to_lowercase()),
            counted(lang, overview.targets, "nav-targets"),
            counted(lang, overview.plans, "nav-plans"),
        ],
        foot: lang.t("footer-what"),
    })
}

fn plan(lang: Language, plan: &Plan) -> Card {
    let money = plan
        .figures
        .planned
        .as_ref()
        .map(|sum| (format::money_rounded(lang, sum.amount_vnd), lang.t("home-planned").to_lowercase()));
    let counts = [
        counted(lang, plan.figures.targets, "nav-targets"),
        counted(lang, plan.figures.progress, "nav-progress"),
    ];
    let label = format::plan_label(plan.province.as_deref(), plan.period_start, plan.period_end);
    let parts = [label.clone(), plan.number.clone()];
    Card {
        title: plan.title.clone().or(label).unwrap_or_else(|| plan.id.clone()),
        figures: money.into_iter().chain(counts).collect(),
        foot: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

async fn province(portal: &ServerPortal, lang: Language, slug: &str) -> Result<Card, Problem> {
    let province = Province::one(portal, slug, None).await?;
    let money = province
        .planned_vnd
        .map(|vnd| (format::money_rounded(lang, vnd), lang.t("home-planned").to_lowercase()));
    let years = format::years(province.year_first, province.year_last).unwrap_or_default();
    Ok(Card {
        title: app::tr!(lang, "province-title", name = province.name.clone()),
        figures: money.into_iter().chain([counted(lang, province.plans, "nav-plans")]).collect(),
        foot: years,
    })
}

async fn indicator(portal: &ServerPortal, lang: Language, id: &str) -> Result<Card, Problem> {
    let indicator = portal.indicator(id).await?;
    let of = Filter { indicator: Some(id.to_owned()), ..Filter::default() };
    let comparison = portal.compare(&of, &[]).await?;
    let name = match lang {
        Language::Vi => indicator.name_vi.clone(),
        Language::En => indicator.name_en.clone(),
    };
    let finding = comparison.map(|comparison| {
        let compared: Vec<_> = comparison.rows.into_iter().filter(|row| row.comparable).collect();
        app::components::comparison::finding(lang, &compared, indicator.direction == "up")
    });
    Ok(Card {
        title: name,
        figures: vec![
            counted(lang, indicator.targets, "nav-targets"),
            counted(lang, indicator.progress, "nav-progress"),
            counted(lang, indicator.provinces, "nav-provinces"),
        ],
        foot: finding.unwrap_or_default(),
    })
}

fn drawn(card: &Card) -> Drawing {
    let (width, height) = SIZE;
    let mut drawing = Drawing::new(width, height, &card.title);
    drawing.rect((0.0, 0.0), (width, 14.0), colour::CHAM);
    // The dot under ạ is the mark of a source, here as in the masthead.
    drawing.text((MARGIN, 96.0), Type::plain(34.0, colour::INK).bold(), "Minh Bach");
    drawing.dot((MARGIN + 123.5, 104.0), 3.0, colour::NGHE, true);
    let title = Type::plain(54.0, colour::INK).bold();
    drawing.paragraph((MARGIN, 190.0), width - 2.0 * MARGIN, 3, title, &card.title);
    drawing.line((MARGIN, 420.0), (width - MARGIN, 420.0), 3.0, colour::INK);
    let column = (width - 2.0 * MARGIN) / 3.0;
    let mut x = MARGIN;
    for (value, name) in card.figures.iter().take(3) {
        drawing.text((x, 490.0), Type::plain(48.0, colour::INK).bold(), value);
        drawing.text((x, 530.0), Type::plain(24.0, colour::SOFT), name);
        x += column;
    }
    let foot = Type::plain(24.0, colour::SOFT).at(Anchor::Start);
    drawing.paragraph((MARGIN, 590.0), width - 2.0 * MARGIN, 1, foot, &card.foot);
    drawing
}

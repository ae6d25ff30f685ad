//! Where in the country are there plans?
//!
//! One tile for each province where it roughly lies, those since 1 July 2025 or the 63 before, with the archipelagos of
//! Hoàng Sa and Trường Sa; a list with the same links stands beside it.

use leptos::prelude::*;

use crate::{format, i18n::Language, paths, types::province::Province};

/// When the reform of 2025 began: whatever held before is of the 63.
const REFORM_BEGAN: &str = "2024-12-31";
/// When the 34 of today began, Huế half a year before the others.
const REFORM_YEAR: &str = "2025";

/// Which division of the country is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Era {
    /// The 34 since 1 July 2025.
    #[default]
    Now,
    /// The 63 before.
    Then,
}

impl Era {
    /// The era that the query of a page asks for.
    pub fn of(query: &str) -> Self {
        if query.split('&').any(|pair| pair == "tiles=then") { Self::Then } else { Self::Now }
    }

    fn holds(self, province: &Province) -> bool {
        let until = province.valid_to.as_deref();
        match self {
            Self::Now => until.is_none(),
            Self::Then => match until {
                Some(until) => until >= REFORM_BEGAN,
                None => province.valid_from.as_deref().is_none_or(|from| from < REFORM_YEAR),
            },
        }
    }

    /// The archipelagos: class, message key, slug of the province that each belongs to.
    fn archipelagos(self) -> [(&'static str, &'static str, &'static str); 2] {
        match self {
            Self::Now => {
                [("hoang-sa", "tile-hoang-sa", "da-nang"), ("truong-sa", "tile-truong-sa", "khanh-hoa")]
            }
            Self::Then => [
                ("hoang-sa", "tile-hoang-sa", "da-nang-1997"),
                ("truong-sa", "tile-truong-sa", "khanh-hoa-1989"),
            ],
        }
    }
}

/// Provinces of an era as tiles; those with plans stand out.
#[component]
pub fn ProvinceTiles(
    /// Language of the page.
    lang: Language,
    /// Provinces of then and now; those of another era are left out.
    provinces: Vec<Province>,
    /// Which are shown.
    #[prop(optional)]
    era: Era,
) -> impl IntoView {
    let tiles = provinces.iter().filter(|province| era.holds(province)).map(|province| tile(lang, province));
    let islands = era.archipelagos().map(|(class, key, slug)| {
        let belongs = provinces.iter().find(|province| province.slug == slug);
        let name = lang.t(key);
        let label = match belongs {
            Some(province) => {
                crate::tr!(lang, "tile-belongs", name = name.clone(), province = province.name.clone())
            }
            None => name.clone(),
        };
        view! {
            <li class=format!("tile-{class}")>
                <a class="sea" href=paths::province(lang, slug) aria-label=label.clone() title=label>
                    {name}
                </a>
            </li>
        }
    });
    let (class, label) = match era {
        Era::Now => ("tiles", lang.t("tiles-label")),
        Era::Then => ("tiles then", lang.t("tiles-label-then")),
    };
    view! {
        <ul class=class role="list" aria-label=label>
            {tiles.collect_view()}
            {islands.collect_view()}
        </ul>
    }
}

/// The way from one era to the other, a plain link.
#[component]
pub fn EraSwitch(
    /// Language of the page.
    lang: Language,
    /// Which is shown.
    era: Era,
) -> impl IntoView {
    let way = |to: Era, key: &str, query: &str| {
        let address = paths::with_query(&paths::page(lang, "/provinces"), query);
        view! { <a href=address aria-current=(era == to).then_some("true")>{lang.t(key)}</a> }
    };
    view! {
        <nav class="seg" aria-label=lang.t("tiles-switch")>
            {way(Era::Now, "tiles-now", "")}
            {way(Era::Then, "tiles-then", "tiles=then")}
        </nav>
    }
}

fn tile(lang: Language, province: &Province) -> AnyView {
    let name = province.name.clone();
    let plans = crate::tr!(lang, "tile-plans", count = format::counted(province.plans));
    let shown = short(&name).to_owned();
    // What is heard begins with what is seen, for those who speak their commands.
    let label = if shown == name { format!("{name}: {plans}") } else { format!("{shown}, {name}: {plans}") };
    let class = if province.plans > 0 { "has" } else { "" };
    view! {
        <li class=format!("tile-{}", province.slug)>
            <a class=class href=paths::province(lang, &province.slug) aria-label=label.clone() title=label>
                {shown}
            </a>
        </li>
    }
    .into_any()
}

/// A name that fits a tile.
fn short(name: &str) -> &str {
    match name {
        "Hồ Chí Minh" => "TP. HCM",
        "Thừa Thiên Huế" => "TT-Huế",
        "Bà Rịa - Vũng Tàu" => "BR-VT",
        name => name,
    }
}

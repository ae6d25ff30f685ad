//! Where in the country are there plans?
//!
//! One tile for each province since 1 July 2025, where it roughly lies, with the
//! archipelagos of Hoàng Sa and Trường Sa; a list with the same links stands beside it.

use leptos::prelude::*;

use crate::{format, i18n::Language, paths, types::province::Province};

/// The archipelagos: class, message key, slug of the province that each belongs to.
const ARCHIPELAGOS: [(&str, &str, &str); 2] =
    [("hoang-sa", "tile-hoang-sa", "da-nang"), ("truong-sa", "tile-truong-sa", "khanh-hoa")];

/// Provinces of today as tiles; those with plans stand out.
#[component]
pub fn ProvinceTiles(
    /// Language of the page.
    lang: Language,
    /// Provinces of then and now; those of then are left out.
    provinces: Vec<Province>,
) -> impl IntoView {
    let tiles =
        provinces.iter().filter(|province| province.valid_to.is_none()).map(|province| tile(lang, province));
    let islands = ARCHIPELAGOS.map(|(class, key, province)| {
        let belongs = provinces.iter().find(|other| other.slug == province).map(|other| other.name.clone());
        view! {
            <li class=format!("tile-{class}")>
                <span class="t sea" title=belongs>
                    {lang.t(key)}
                </span>
            </li>
        }
    });
    view! {
        <ul class="tiles" role="list" aria-label=lang.t("tiles-label")>
            {tiles.collect_view()}
            {islands.collect_view()}
        </ul>
    }
}

fn tile(lang: Language, province: &Province) -> AnyView {
    let name = province.name.clone();
    let plans = crate::tr!(lang, "tile-plans", count = format::counted(province.plans));
    let label = format!("{name}: {plans}");
    let class = if province.plans > 0 { "has" } else { "" };
    view! {
        <li class=format!("tile-{}", province.slug)>
            <a class=class href=paths::province(lang, &province.slug) aria-label=label.clone() title=label>
                {short(&name)}
            </a>
        </li>
    }
    .into_any()
}

/// A name that fits a tile.
fn short(name: &str) -> String {
    if name == "Hồ Chí Minh" { "TP. HCM".to_owned() } else { name.to_owned() }
}

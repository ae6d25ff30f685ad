//! Where can one go from every page?

use leptos::prelude::*;

use super::icon::Icon;
use crate::paths::{self, Place};

/// Message key and path of each matter, in order.
pub const MATTERS: [(&str, &str); 8] = [
    ("nav-plans", "/plans"),
    ("nav-targets", "/targets"),
    ("nav-spending", "/spending"),
    ("nav-progress", "/progress"),
    ("nav-provinces", "/provinces"),
    ("nav-compare", "/compare"),
    ("nav-checks", "/checks"),
    ("nav-data", "/data"),
];

/// What one also finds in the menu.
const MORE: [(&str, &str); 3] =
    [("nav-indicators", "/indicators"), ("nav-agencies", "/agencies"), ("nav-laws", "/laws")];

/// Name, navigation, search and language.
#[component]
pub fn Masthead(
    /// The page.
    place: Place,
) -> impl IntoView {
    let lang = place.lang;
    let other = lang.other();
    let switch = place.in_language(other);
    let matters = |place: &Place| {
        MATTERS.map(|(key, path)| {
            let current = is_under(&place.path, path).then_some("page");
            view! {
                <a href=paths::page(lang, path) aria-current=current>
                    {lang.t(key)}
                </a>
            }
        })
    };
    let more = MORE.map(|(key, path)| view! { <li><a href=paths::page(lang, path)>{lang.t(key)}</a></li> });
    let drawer = matters(&place).map(|link| view! { <li>{link}</li> }).collect_view();
    view! {
        <header class="mast">
            <div class="page">
                <a class="word" href=paths::page(lang, "/") aria-label=lang.t("nav-home-label")>
                    "Minh B"
                    <span class="nang">"a"</span>
                    "ch"
                </a>
                <nav class="nav" aria-label=lang.t("nav-main")>
                    {matters(&place).collect_view()}
                </nav>
                <div class="tools">
                    <a class="tool" href=paths::page(lang, "/search") aria-label=lang.t("nav-search")>
                        <Icon name="i-search" />
                    </a>
                    <a
                        class="tool"
                        href=switch.clone()
                        lang=other.code()
                        hreflang=other.code()
                        aria-label=other.t("language-name")
                        id="language-switch"
                        data-follows-filter
                    >
                        {other.t("language-short")}
                    </a>
                    <details class="drawer">
                        <summary class="tool">
                            <Icon name="i-menu" />
                            <span>{lang.t("nav-menu")}</span>
                        </summary>
                        <ul role="list">
                            {drawer}
                            {more}
                            <li>
                                <a href=paths::page(lang, "/about")>{lang.t("nav-about")}</a>
                            </li>
                            <li>
                                <a href=switch lang=other.code() hreflang=other.code()>
                                    {other.t("language-name")}
                                </a>
                            </li>
                        </ul>
                    </details>
                </div>
            </div>
        </header>
    }
}

fn is_under(path: &str, matter: &str) -> bool {
    path == matter || path.strip_prefix(matter).is_some_and(|rest| rest.starts_with('/'))
}

//! What does every page say at its foot?

use leptos::prelude::*;

use crate::{i18n::Language, paths};

/// What the signs mean, and where to read on.
#[component]
pub fn Footer(
    /// Language of the page.
    lang: Language,
) -> impl IntoView {
    view! {
        <footer class="foot">
            <div class="page">
                <p>
                    {lang.t("footer-what")} " " {lang.t("footer-printed")} " "
                    <span class="src">{lang.t("footer-printed-sign")}</span> " "
                    {lang.t("footer-printed-meaning")} " " {lang.t("footer-computed")} " "
                    <span class="calc-sign">"="</span> " " {lang.t("footer-computed-meaning")} " "
                    {lang.t("footer-missing")}
                </p>
                <ul>
                    <li>
                        <a href=paths::page(lang, "/about")>{lang.t("footer-how")}</a>
                    </li>
                    <li>
                        <a href=paths::page(lang, "/data")>{lang.t("footer-data")}</a>
                    </li>
                    <li>
                        <a href=format!("{}#licence", paths::page(lang, "/data"))>{lang.t("footer-licence")}</a>
                    </li>
                    <li>
                        <a href=paths::page(lang, "/glossary")>{lang.t("glossary-title")}</a>
                    </li>
                    <li>
                        <a href=paths::page(lang, "/report")>{lang.t("report-mistake")}</a>
                    </li>
                </ul>
            </div>
        </footer>
    }
}

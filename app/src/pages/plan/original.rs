//! Which file was the text read from, and how does one look at both?

use leptos::{attr::custom::custom_attribute, prelude::*};

use crate::{i18n::Language, paths, types::plan::Plan};

/// Media types that browsers show by themselves.
const SHOWN: [&str; 4] = ["text/plain", "text/markdown", "text/html", "application/pdf"];

/// The file as published: a link everywhere; where there is room, a frame beside the text, which loads once it is opened.
pub(super) fn beside(lang: Language, plan: &Plan, earlier: bool) -> Option<AnyView> {
    if !SHOWN.contains(&plan.media_type.as_str()) {
        return None;
    }
    let address = address(plan, earlier);
    let name = plan.source_file.clone();
    let label = crate::tr!(lang, "reader-file-frame", name = name.clone());
    Some(
        view! {
            <details class="original">
                <summary>{lang.t("reader-file-beside")}</summary>
                <p class="label">
                    <a href=address.clone() target="_blank" lang=lang.of_quotes()>
                        {name}
                    </a>
                    " "
                    {lang.t("reader-file-note")}
                </p>
                <iframe {..custom_attribute("loading", "lazy")} src=address title=label></iframe>
            </details>
        }
        .into_any(),
    )
}

/// Where the file is shown.
pub(super) fn address(plan: &Plan, earlier: bool) -> String {
    let version = if earlier { paths::query_of(&[("version", plan.version)]) } else { String::new() };
    paths::with_query(&format!("/plans/{}/file", plan.id), &version)
}

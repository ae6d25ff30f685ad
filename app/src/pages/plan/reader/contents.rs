//! How does one get to a part of the text?

use leptos::prelude::*;

use crate::{i18n::Language, types::reader::ContentsEntry};

/// The headings as links. Folded on phones, open beside the text where there is room.
pub(super) fn contents(lang: Language, entries: &[ContentsEntry]) -> Option<AnyView> {
    if entries.is_empty() {
        return None;
    }
    let lines = entries.iter().map(line).collect_view();
    Some(
        view! {
            <details class="toc" tabindex="0">
                <summary>{lang.t("reader-contents")}</summary>
                <nav aria-label=lang.t("reader-contents")>
                    <ol role="list" lang=lang.of_quotes()>
                        {lines}
                    </ol>
                </nav>
            </details>
        }
        .into_any(),
    )
}

fn line(entry: &ContentsEntry) -> AnyView {
    let label = short_label(entry).to_owned();
    view! {
        <li class=format!("level-{}", entry.level.min(3))>
            <a href=format!("#{}", entry.block)>
                <span class="n">{label}</span>
                " "
                <span>{entry.title.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}

/// "2" for "III.2": the lines above say the rest.
fn short_label(entry: &ContentsEntry) -> &str {
    if entry.level <= 1 { &entry.label } else { entry.label.rsplit('.').next().unwrap_or(&entry.label) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(label: &str, level: u8) -> ContentsEntry {
        ContentsEntry { label: label.into(), title: String::new(), level, block: "b-0".into() }
    }

    #[test]
    fn an_inner_heading_is_numbered_within_the_one_above() {
        assert_eq!(short_label(&entry("III.2", 2)), "2");
        assert_eq!(short_label(&entry("PL I", 1)), "PL I");
    }
}

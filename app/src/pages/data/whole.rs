//! Where is everything at once?

use leptos::prelude::*;

use crate::i18n::Language;

/// The newest release: file and message that says what it is.
const FILES: [(&str, &str, &str); 6] = [
    ("/data/latest/minhbach.zip", "minhbach.zip", "whole-zip"),
    ("/data/latest/minhbach.sqlite", "minhbach.sqlite", "whole-sqlite"),
    ("/data/latest/datapackage.json", "datapackage.json", "whole-package"),
    ("/data/latest/data-dictionary.csv", "data-dictionary.csv", "whole-dictionary"),
    ("/data/latest/SHA256SUMS", "SHA256SUMS", "whole-sums"),
    ("/data/latest/CITATION.cff", "CITATION.cff", "whole-citation"),
];

/// What other portals and programs read it by.
const DESCRIBED: [(&str, &str); 5] = [
    ("/data/catalog.jsonld", "JSON-LD"),
    ("/data/catalog.ttl", "Turtle"),
    ("/data/catalog.rdf", "RDF/XML"),
    ("/data/croissant.json", "Croissant"),
    ("/data/releases", "JSON"),
];

/// Files of the newest release, its catalogue, and the releases before it.
pub(super) fn whole(lang: Language) -> AnyView {
    let rows = FILES.map(|(href, name, what)| {
        view! {
            <tr>
                <th scope="row">
                    <a href=href download>
                        {name}
                    </a>
                </th>
                <td>{lang.t(what)}</td>
            </tr>
        }
    });
    let described = DESCRIBED.map(|(href, name)| view! { " " <a href=href>{name}</a> });
    view! {
        <table>
            <caption class="vh">{lang.t("data-whole")}</caption>
            <thead class="vh">
                <tr>
                    <th scope="col">{lang.t("whole-file")}</th>
                    <th scope="col">{lang.t("whole-what")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="foots">{lang.t("whole-described")} {described.collect_view()}</p>
    }
    .into_any()
}

//! How does one get the data, and under which terms?

mod whole;

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{
        head::{HeadTags, PageHead},
        section::Section,
        structured_data::{self, StructuredData},
    },
    format,
    i18n::Language,
    paths::{self, PublicUrl},
    portal::Answer,
    types::filter::Filter,
};

/// Downloads, the API, the licence, how to cite.
#[component]
pub fn DataPage() -> impl IntoView {
    answered(|visit: Visit| async move { page(&visit).await })
}

async fn page(visit: &Visit) -> Answer<AnyView> {
    let lang = visit.lang;
    let lists = lists(visit).await?;
    let public = use_context::<PublicUrl>().unwrap_or_default().0;
    let address = format!("{public}{}", visit.place.in_language(lang));
    let revision = format::count(lang, visit.portal.revision());
    Ok(view! {
        <HeadTags place=visit.place.clone() title=lang.t("data-title") description=lang.t("data-lead") />
        <StructuredData thing=structured_data::data_set(lang, &address) />
        <div>
            <PageHead title=lang.t("data-title") lead=Some(lang.t("data-lead")) />
            <Section id="whole" title=lang.t("data-whole") note=Some(lang.t("data-whole-note"))>
                {whole::whole(lang)}
            </Section>
            <Section id="download" title=lang.t("data-download") note=Some(lang.t("data-download-note"))>
                {table(lang, &lists)}
            </Section>
            <Section id="api" title=lang.t("data-api") note=Some(lang.t("data-api-note"))>
                {api(lang, &public)}
            </Section>
            <Section id="licence" title=lang.t("data-licence")>
                <div class="prose">
                    <p>
                        {lang.t("data-licence-data")} " "
                        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
                            "CC BY 4.0"
                        </a> "."
                    </p>
                    <p>{lang.t("data-licence-plans")}</p>
                </div>
            </Section>
            <Section id="cite" title=lang.t("data-cite") note=Some(lang.t("data-cite-note"))>
                <div class="prose">
                    <p>{lang.t("data-cite-how")}</p>
                    <pre>
                        <code>
                            {crate::tr!(lang, "data-cite-example", revision = revision, address = address)}
                        </code>
                    </pre>
                </div>
            </Section>
        </div>
    }
    .into_any())
}

/// Noun, name and number of records of each list.
async fn lists(visit: &Visit) -> Answer<Vec<(&'static str, String, u64)>> {
    let lang = visit.lang;
    let one = Filter { limit: Some(1), ..Filter::default() };
    let portal = &visit.portal;
    Ok(vec![
        ("plans", lang.t("list-plans"), portal.plans(&one).await?.total),
        ("objectives", lang.t("list-objectives"), portal.objectives(&one).await?.total),
        ("targets", lang.t("list-targets"), portal.targets(&one).await?.total),
        ("progress", lang.t("list-progress"), portal.progress(&one).await?.total),
        ("spending", lang.t("list-spending"), portal.spending(&one).await?.total),
        ("totals", lang.t("list-totals"), portal.totals(&one).await?.total),
        ("citations", lang.t("list-citations"), portal.citations(&one).await?.total),
        ("checks", lang.t("list-checks"), portal.checks(&one).await?.total),
        ("provinces", lang.t("list-provinces"), portal.provinces(&one).await?.total),
        ("indicators", lang.t("nav-indicators"), portal.indicators(&one).await?.total),
        ("agencies", lang.t("nav-agencies"), portal.agencies(&one).await?.total),
        ("laws", lang.t("nav-laws"), portal.laws(&one).await?.total),
    ])
}

fn table(lang: Language, lists: &[(&'static str, String, u64)]) -> impl IntoView + use<> {
    let rows = lists
        .iter()
        .map(|(noun, name, total)| {
            let excel = format!("/api/v1/{noun}.xlsx?lang={}", lang.code());
            view! {
                <tr>
                    <th scope="row">
                        {name.clone()} <span class="sub">
                            <code>{*noun}</code>
                        </span>
                    </th>
                    <td class="num">{format::count(lang, *total)}</td>
                    <td>
                        <a href=format!("/api/v1/{noun}.csv") download>
                            "CSV"
                        </a>
                        " · "
                        <a href=excel download>
                            "Excel"
                        </a>
                        " · "
                        <a href=format!("/api/v1/{noun}.ndjson") download>
                            "NDJSON"
                        </a>
                    </td>
                    <td>
                        <a href=format!("/api/v1/{noun}")>"JSON"</a>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption class="vh">{lang.t("data-download")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("column-list")}</th>
                    <th scope="col" class="num">
                        {lang.t("column-rows")}
                    </th>
                    <th scope="col">{lang.t("column-whole")}</th>
                    <th scope="col">{lang.t("column-paged")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="foots">{lang.t("data-columns-note")}</p>
    }
}

fn api(lang: Language, public: &str) -> impl IntoView + use<> {
    let examples = [
        (lang.t("api-targets"), format!("curl '{public}/api/v1/targets?province=soc-trang&year=2020'")),
        (lang.t("api-csv"), format!("curl -O '{public}/api/v1/spending.csv?phase=planned&sort=-amount_vnd'")),
        (lang.t("api-search"), format!("curl '{public}/api/v1/search?q=so+hoa+ho+so'")),
        (
            lang.t("api-text"),
            format!("curl -H 'Accept: application/json' '{public}/api/v1/plans/soc-trang-2020/text'"),
        ),
    ];
    let examples = examples
        .map(|(what, command)| {
            view! {
                <p>{what}</p>
                <pre tabindex="0">
                    <code>{command}</code>
                </pre>
            }
        })
        .collect_view();
    view! {
        <div class="prose">
            <p>
                {lang.t("api-openapi")} " " <a href="/api/v1/openapi.json">"/api/v1/openapi.json"</a> "; "
                <a href=paths::page(lang, "/api/docs")>{lang.t("api-docs-title")}</a> "."
            </p>
            {examples}
            <p>{lang.t("api-paging")}</p>
            <p>{lang.t("api-positions")}</p>
            <p>{lang.t("api-errors")}</p>
            <p>
                {lang.t("api-mcp")} " "
                <code>{format!("{public}/mcp")}</code> "."
            </p>
        </div>
    }
}

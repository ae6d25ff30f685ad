//! How does every component look in every state?
//!
//! For who designs and tests; no other page leads here. Names are those of the code, values are made up.

use leptos::prelude::*;
use leptos_meta::Meta;

use super::{Visit, answered};
use crate::{
    components::{
        chart::{Bar, BarChart},
        figures::{Figure, Figures},
        filter_bar::{Chips, Condition},
        head::{Breadcrumbs, HeadTags, PageHead},
        icon::Icon,
        pager::Pager,
        search_box::SearchBox,
        source::{Address, Computed, NotStated, Quote, SourceLink},
        state::{EmptyState, ErrorState, Loosening},
        status::{StatusMark, VerdictChart, VerdictStrip},
        table::{Column, RecordTable},
    },
    error::{ParameterFault, PortalError},
    i18n::Language,
    types::{
        figures::Verdicts,
        filter::Filter,
        listing::VerdictFigures,
        record::{Status, StatusBasis},
    },
};

/// A made-up quote of a document.
const QUOTE: &str = "Tối thiểu 80% hồ sơ công việc được xử lý trên môi trường mạng";
/// A made-up row of a document's table.
const ROW: &str = "3 | Số hóa hồ sơ lưu trữ | 1.250 | Sở Nội vụ";

/// Every component in every state.
#[component]
pub fn PatternsPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let lang = visit.lang;
        Ok(view! {
            <HeadTags
                place=visit.place.clone()
                title=lang.t("patterns-title")
                description=lang.t("patterns-lead")
            />
            <Meta name="robots" content="noindex" />
            <PageHead title=lang.t("patterns-title") lead=Some(lang.t("patterns-lead")) />
            {part("source", sources(lang))}
            {part("status", statuses(lang))}
            {part("controls", controls(lang))}
            {part("table", table(lang))}
            {part("chart", charts(lang))}
            {part("figures", figures(lang))}
            {part("state", states(lang))}
        }
        .into_any())
    })
}

/// The components of one module, under its name.
fn part(name: &'static str, matter: AnyView) -> AnyView {
    let heading = format!("p-{name}");
    view! {
        <section class="sec" aria-labelledby=heading>
            <header>
                <h2 id=heading.clone()>
                    <code>{name}</code>
                </h2>
            </header>
            <div class="patterns">{matter}</div>
        </section>
    }
    .into_any()
}

fn sources(lang: Language) -> AnyView {
    view! {
        <p>
            <SourceLink href="#p-source" text="≥ 80%" title=Some(QUOTE.to_owned()) />
            " "
            <Address lang href="#p-source" address="III.2 ¶6" />
            " "
            <Computed text="603" title=Some("603.000.000 đồng".to_owned()) />
            " "
            <NotStated lang />
        </p>
        <Quote lang text=QUOTE address="III.2 ¶6">
            <Address lang href="#p-source" address="III.2 ¶6" />
        </Quote>
        <Quote lang text=ROW address="PL I · 3">
            <Address lang href="#p-source" address="PL I · 3" />
        </Quote>
    }
    .into_any()
}

fn statuses(lang: Language) -> AnyView {
    let every = [Some(Status::Met), Some(Status::Partly), Some(Status::Missed), None].map(|status| {
        view! {
            <li>
                <StatusMark lang status basis=Some(StatusBasis::Stated) />
            </li>
        }
    });
    let verdicts = Verdicts { met: 7, partly: 2, missed: 3, unknown: 12 };
    let figures = VerdictFigures { stated: verdicts, computed: Verdicts { met: 1, missed: 4, ..verdicts } };
    view! {
        <ul class="key" role="list">
            {every.collect_view()}
        </ul>
        <div>
            <VerdictStrip lang verdicts />
        </div>
        <VerdictChart lang id="p-verdicts" figures />
    }
    .into_any()
}

fn controls(lang: Language) -> AnyView {
    let steps =
        vec![(lang.t("nav-plans"), Some("#p-controls".to_owned())), ("Kiên Giang 2020".to_owned(), None)];
    let signs = ["i-search", "i-menu", "i-x", "i-diff", "i-same", "i-twin", "i-sort", "i-up", "i-down"];
    let signs = signs.map(|name| view! { <Icon name /> });
    view! {
        <Breadcrumbs lang steps />
        <SearchBox lang label=lang.t("search-label") />
        <p class="chips">
            <button class="btn main">{lang.t("filter-button")}</button>
            <button class="btn">{lang.t("pager-next")}</button>
            <button class="btn" disabled>
                {lang.t("pager-next")}
            </button>
            <a class="btn plain" href="#p-controls">
                {lang.t("filter-remove-all")}
            </a>
        </p>
        <div class="filters">
            <div class="field">
                <label for="p-field">{lang.t("filter-words")}</label>
                <input class="in" id="p-field" value="số hóa" />
            </div>
            <div class="field">
                <label for="p-wrong">{lang.t("report-email")}</label>
                <input class="in" id="p-wrong" value="an@" aria-invalid="true" />
            </div>
        </div>
        <Chips lang conditions=vec![condition()] all="#p-controls" />
        <Pager
            lang
            noun="targets"
            filter=Filter { cursor: Some("0".to_owned()), ..Filter::default() }
            shown=50
            total=1234
            next=Some("1".to_owned())
        />
        <p class="signs-row">{signs.collect_view()}</p>
    }
    .into_any()
}

fn condition() -> Condition {
    Condition {
        parameter: "province".to_owned(),
        name: "Tỉnh".to_owned(),
        value: "Kiên Giang".to_owned(),
        without: "#p-controls".to_owned(),
        filter: Filter::default(),
    }
}

fn table(lang: Language) -> AnyView {
    let row = |title: &'static str, amount: &'static str, place: &'static str| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row" class="title">
                    {title}
                    <span class="sub">"Vốn sự nghiệp · Sở Nội vụ"</span>
                </th>
                <td role="cell" class="num val">
                    <SourceLink href="#p-table" text=amount title=None />
                </td>
                <td role="cell" class="at-col">
                    <Address lang href="#p-table" address=place />
                </td>
            </tr>
        }
        .into_any()
    };
    let rows = vec![
        row("Số hóa hồ sơ lưu trữ", "1.250", "PL I · 3"),
        row("Đào tạo cán bộ chuyên trách về an toàn thông tin ở các sở, ban, ngành", "86,5", "PL I · 4"),
    ];
    let columns = vec![
        Column::words(lang.t("column-task"), Some("title")),
        Column::numbers(lang.t("column-amount"), Some("amount_vnd")),
        Column::sources(lang),
    ];
    let filter = Filter { sort: Some("-amount_vnd".to_owned()), ..Filter::default() };
    let unit = Some(lang.t("unit-million-column"));
    view! { <RecordTable lang noun="spending" filter caption=lang.t("nav-spending") unit columns rows /> }
        .into_any()
}

fn charts(lang: Language) -> AnyView {
    let bar = |label: &str, size: f64, value: &str| Bar {
        label: label.to_owned(),
        size,
        value: value.to_owned(),
        exact: format!("{value} (đúng)"),
        rows: "3".to_owned(),
        href: None,
    };
    let bars = vec![
        bar("Vốn đầu tư công", 42.0, "42 tỷ đồng"),
        bar("Vốn sự nghiệp công nghệ thông tin của ngân sách tỉnh", 16.0, "16 tỷ đồng"),
        bar("không nêu", 0.2, "200 triệu đồng"),
    ];
    let (title, what) = (lang.t("chart-by-fund"), lang.t("column-fund"));
    view! { <BarChart lang id="p-bars" title note="" what bars query=String::new() /> }.into_any()
}

fn figures(lang: Language) -> AnyView {
    let figure =
        |name: &str, value: AnyView| Figure { name: lang.t(name), value, note: "2009–2024".into_any() };
    let figures = vec![
        figure("nav-plans", "5".into_any()),
        figure("nav-targets", view! { <Computed text="129" title=None /> }.into_any()),
        figure("home-spent", view! { <NotStated lang /> }.into_any()),
    ];
    view! { <Figures figures /> }.into_any()
}

fn states(lang: Language) -> AnyView {
    let loosenings = vec![Loosening { condition: condition(), rows: 47 }];
    let fault = ParameterFault {
        parameter: "year".to_owned(),
        detail: "20".to_owned(),
        allowed: vec!["2020".to_owned()],
    };
    let errors = [
        PortalError::NotFound {
            noun: "plan".to_owned(),
            id: "kien-giang-2021".to_owned(),
            near: vec!["kien-giang-2020".to_owned()],
        },
        PortalError::BadParameter { faults: vec![fault] },
        PortalError::Failed { what: "the store".to_owned() },
    ];
    // Each stands alone on its own page, under the heading of the page.
    let errors = errors.iter().map(|error| view! { <ErrorState lang error again="#p-state" level=3 /> });
    view! {
        <EmptyState lang title=lang.t("targets-empty") loosenings all="#p-state" />
        {errors.collect_view()}
    }
    .into_any()
}

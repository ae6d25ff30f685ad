//! Which page stands at which address?
//!
//! Every page is rendered whole before the first byte leaves (`SsrMode::Async`):
//! its title and its HTTP status depend on its data.

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
};

use crate::{
    components::{footer::Footer, icon::Shapes, masthead::Masthead, printed::PrintedAddress},
    pages::{
        about::AboutPage,
        agencies::AgenciesPage,
        agency::AgencyPage,
        api_docs::{ApiDocsPage, operation::ApiOperationPage},
        checks::ChecksPage,
        compare::ComparePage,
        data::DataPage,
        glossary::GlossaryPage,
        home::HomePage,
        indicator::IndicatorPage,
        indicators::IndicatorsPage,
        law::LawPage,
        laws::LawsPage,
        not_found::NotFoundPage,
        patterns::PatternsPage,
        plan::PlanPage,
        plans::PlansPage,
        progress::ProgressPage,
        province::ProvincePage,
        provinces::ProvincesPage,
        report::ReportPage,
        search::SearchPage,
        spending::SpendingPage,
        targets::TargetsPage,
    },
    paths::{self, Place},
};

/// The document around every page. Options are leptos' own; nothing of ours depends on them.
/// Its type is erased, so that the views are compiled here and nowhere else.
pub fn shell(_options: LeptosOptions) -> AnyView {
    let lang = Place::current().lang;
    view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#fdfdfb" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#10141d" media="(prefers-color-scheme: dark)" />
                <link
                    rel="preload"
                    href="/fonts/text-400.woff2"
                    r#as="font"
                    r#type="font/woff2"
                    crossorigin="anonymous"
                />
                <link rel="stylesheet" href="/pkg/minhbach.css" />
                <link rel="icon" href="/icon.svg" r#type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icon-180.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <link
                    rel="search"
                    r#type="application/opensearchdescription+xml"
                    title=lang.t("portal-name")
                    href=paths::page(lang, "/opensearch.xml")
                />
                <MetaTags />
                <script type="module" src="/pkg/islands.js"></script>
            </head>
            <body>
                <App />
            </body>
        </html>
    }
    .into_any()
}

/// What stands inside the document: the frame and the page of the address.
#[component]
pub fn App() -> AnyView {
    provide_meta_context();
    let place = Place::current();
    let lang = place.lang;
    view! {
        <Router>
            <a class="skip" href="#content">
                {lang.t("skip-to-content")}
            </a>
            <Shapes />
            <Masthead place=place.clone() />
            <main id="content" class="page" tabindex="-1">
                <Routes fallback=|| view! { <NotFoundPage /> }>
                    <ParentRoute path=StaticSegment("en") view=Outlet>
                        <PageRoutes />
                    </ParentRoute>
                    <PageRoutes />
                </Routes>
            </main>
            <Footer lang />
            <PrintedAddress place />
        </Router>
    }
    .into_any()
}

/// The pages, the same under each language.
#[component(transparent)]
fn PageRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=() view=Outlet ssr=SsrMode::Async>
            <Route path=StaticSegment("") view=HomePage ssr=SsrMode::Async />
            <Route path=StaticSegment("search") view=SearchPage ssr=SsrMode::Async />
            <Route path=StaticSegment("plans") view=PlansPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("plans"), ParamSegment("id")) view=PlanPage ssr=SsrMode::Async />
            <Route path=StaticSegment("provinces") view=ProvincesPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("provinces"), ParamSegment("slug")) view=ProvincePage ssr=SsrMode::Async />
            <Route path=StaticSegment("targets") view=TargetsPage ssr=SsrMode::Async />
            <Route path=StaticSegment("progress") view=ProgressPage ssr=SsrMode::Async />
            <Route path=StaticSegment("spending") view=SpendingPage ssr=SsrMode::Async />
            <Route path=StaticSegment("compare") view=ComparePage ssr=SsrMode::Async />
            <Route path=StaticSegment("indicators") view=IndicatorsPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("indicators"), ParamSegment("id")) view=IndicatorPage ssr=SsrMode::Async />
            <Route path=StaticSegment("agencies") view=AgenciesPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("agencies"), ParamSegment("id")) view=AgencyPage ssr=SsrMode::Async />
            <Route path=StaticSegment("laws") view=LawsPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("laws"), ParamSegment("id")) view=LawPage ssr=SsrMode::Async />
            <Route path=StaticSegment("checks") view=ChecksPage ssr=SsrMode::Async />
            <Route path=StaticSegment("data") view=DataPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("api"), StaticSegment("docs")) view=ApiDocsPage ssr=SsrMode::Async />
            <Route
                path=(StaticSegment("api"), StaticSegment("docs"), ParamSegment("operation"))
                view=ApiOperationPage
                ssr=SsrMode::Async
            />
            <Route path=StaticSegment("glossary") view=GlossaryPage ssr=SsrMode::Async />
            <Route path=StaticSegment("report") view=ReportPage ssr=SsrMode::Async />
            <Route path=StaticSegment("patterns") view=PatternsPage ssr=SsrMode::Async />
            <Route path=StaticSegment("about") view=AboutPage ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

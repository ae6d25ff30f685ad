//! Which page stands at which address?
//!
//! Every page is rendered whole before the first byte leaves (`SsrMode::Async`):
//! its title and its HTTP status depend on its data.

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
};

use crate::{
    components::{footer::Footer, icon::Shapes, masthead::Masthead},
    pages::{not_found::NotFoundPage, plan::PlanPage, plans::PlansPage, search::SearchPage},
    paths::Place,
};

/// The document around every page. Options are leptos' own; nothing of ours depends on them.
pub fn shell(_options: LeptosOptions) -> impl IntoView {
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
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What stands inside the document: the frame and the page of the address.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let place = Place::current();
    let lang = place.lang;
    view! {
        <Router>
            <a class="skip" href="#content">
                {lang.t("skip-to-content")}
            </a>
            <Shapes />
            <Masthead place />
            <main id="content" class="page" tabindex="-1">
                <Routes fallback=|| view! { <NotFoundPage /> }>
                    <ParentRoute path=StaticSegment("en") view=Outlet>
                        <PageRoutes />
                    </ParentRoute>
                    <PageRoutes />
                </Routes>
            </main>
            <Footer lang />
        </Router>
    }
}

/// The pages, the same under each language.
#[component(transparent)]
fn PageRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=() view=Outlet ssr=SsrMode::Async>
            <Route path=StaticSegment("search") view=SearchPage ssr=SsrMode::Async />
            <Route path=StaticSegment("plans") view=PlansPage ssr=SsrMode::Async />
            <Route path=(StaticSegment("plans"), ParamSegment("id")) view=PlanPage ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

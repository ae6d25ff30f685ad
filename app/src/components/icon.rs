//! How are signs drawn?
//!
//! Every page carries the shapes once, hidden; a sign refers to its shape.

use leptos::prelude::*;

/// Shapes of all signs.
#[component]
pub fn Shapes() -> impl IntoView {
    view! {
        <svg class="shapes" width="0" height="0" aria-hidden="true">
            <defs>
                <symbol id="g-met" viewBox="0 0 12 12">
                    <circle cx="6" cy="6" r="5.5" fill="currentColor" />
                </symbol>
                <symbol id="g-partly" viewBox="0 0 12 12">
                    <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" />
                    <path d="M6 1.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
                </symbol>
                <symbol id="g-missed" viewBox="0 0 12 12">
                    <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" />
                </symbol>
                <symbol id="g-unknown" viewBox="0 0 12 12">
                    <circle cx="1.6" cy="6" r="1.25" fill="currentColor" />
                    <circle cx="6" cy="6" r="1.25" fill="currentColor" />
                    <circle cx="10.4" cy="6" r="1.25" fill="currentColor" />
                </symbol>
                <symbol id="i-search" viewBox="0 0 20 20">
                    <circle cx="8.5" cy="8.5" r="5.75" fill="none" stroke="currentColor" stroke-width="1.75" />
                    <path d="M13 13l5 5" stroke="currentColor" stroke-width="1.75" />
                </symbol>
                <symbol id="i-menu" viewBox="0 0 20 20">
                    <path d="M2 5h16M2 10h16M2 15h10" stroke="currentColor" stroke-width="1.75" />
                </symbol>
                <symbol id="i-x" viewBox="0 0 10 10">
                    <path d="M1 1l8 8M9 1l-8 8" stroke="currentColor" stroke-width="1.6" />
                </symbol>
                <symbol id="i-diff" viewBox="0 0 16 16">
                    <path
                        d="M2 5.2h12M2 10.8h12M11.5 1.5l-7 13"
                        stroke="currentColor"
                        stroke-width="1.8"
                        fill="none"
                    />
                </symbol>
                <symbol id="i-same" viewBox="0 0 16 16">
                    <path d="M2 5.2h12M2 10.8h12" stroke="currentColor" stroke-width="1.8" />
                </symbol>
                <symbol id="i-twin" viewBox="0 0 16 16">
                    <path d="M2 2h8v8H2zM6 6h8v8H6z" fill="none" stroke="currentColor" stroke-width="1.6" />
                </symbol>
                <symbol id="i-note" viewBox="0 0 16 16">
                    <path d="M8 2v8M8 12.4v1.8" stroke="currentColor" stroke-width="1.8" />
                </symbol>
                <symbol id="i-sort" viewBox="0 0 9 12">
                    <path d="M4.5 0L8 4.4H1zM4.5 12L1 7.6h7z" fill="currentColor" />
                </symbol>
                <symbol id="i-down" viewBox="0 0 9 12">
                    <path d="M4.5 11.5L.8 6.6h7.4zM3.8 .5h1.4v7H3.8z" fill="currentColor" />
                </symbol>
                <symbol id="i-up" viewBox="0 0 9 12">
                    <path d="M4.5 .5L.8 5.4h7.4zM3.8 4.5h1.4v7H3.8z" fill="currentColor" />
                </symbol>
            </defs>
        </svg>
    }
}

/// One sign, without meaning of its own: the word stands beside it.
#[component]
pub fn Icon(
    /// Name of its shape: "i-search".
    name: &'static str,
    /// Classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=class aria-hidden="true" focusable="false">
            <use href=format!("#{name}")></use>
        </svg>
    }
}

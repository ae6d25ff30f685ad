//! How do the few figures of a page stand in a row?

use leptos::prelude::*;

/// One figure with its name and what it covers.
pub struct Figure {
    /// What it counts.
    pub name: String,
    /// The figure.
    pub value: AnyView,
    /// What it covers.
    pub note: AnyView,
}

/// Figures parted by hairlines.
#[component]
pub fn Figures(
    /// The figures, at most four.
    figures: Vec<Figure>,
) -> impl IntoView {
    let class = match figures.len() {
        4 => "figs four",
        3 => "figs three",
        _ => "figs",
    };
    let figures = figures.into_iter().map(|figure| {
        view! {
            <div>
                <dt>{figure.name}</dt>
                <dd class="fig">{figure.value}</dd>
                <dd class="note">{figure.note}</dd>
            </div>
        }
    });
    view! { <dl class=class>{figures.collect_view()}</dl> }
}

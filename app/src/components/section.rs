//! How are the matters of a page parted?

use leptos::prelude::*;

/// A rule, the name in the margin, the matter beside it.
#[component]
pub fn Section(
    /// Anchor.
    id: &'static str,
    /// Name.
    #[prop(into)]
    title: String,
    /// What to know about it, briefly.
    #[prop(optional_no_strip)]
    note: Option<String>,
    /// The matter.
    children: Children,
) -> impl IntoView {
    let heading = format!("h-{id}");
    view! {
        <section class="sec" id=id aria-labelledby=heading>
            <header>
                <h2 id=heading.clone()>{title}</h2>
                {note.map(|note| view! { <p>{note}</p> })}
            </header>
            <div>{children()}</div>
        </section>
    }
}

//! What does an element mean for the text?

use std::borrow::Cow;

use html5gum::StartTag;

/// Elements whose content is never shown as text, or is the site's and not the document's.
pub(super) fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "title"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "nav"
            | "header"
            | "footer"
            | "aside"
            | "button"
            | "select"
            | "textarea"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "dialog"
    )
}

/// Elements that have no content and no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that begin and end a line.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "ul"
    )
}

/// Words in a class, id or role that name a part of the site rather than of the document.
const SITE: [&str; 26] = [
    "menu",
    "nav",
    "navbar",
    "navigation",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "banner",
    "search",
    "login",
    "share",
    "social",
    "comment",
    "comments",
    "related",
    "pagination",
    "pager",
    "toolbar",
    "advertisement",
    "ads",
    "popup",
    "modal",
    "cookie",
    "rating",
    "tags",
];

/// Whether a container is named as a part of the site.
pub(super) fn is_of_the_site(name: &str, tag: &StartTag<()>) -> bool {
    // LibreOffice marks the head and foot of each page so.
    if attribute(tag, "title").is_some_and(|title| matches!(&*title, "header" | "footer")) {
        return true;
    }
    if !matches!(name, "div" | "section" | "ul" | "ol" | "table") {
        return false;
    }
    if attribute(tag, "role")
        .is_some_and(|role| matches!(&*role, "navigation" | "banner" | "search" | "contentinfo"))
    {
        return true;
    }
    ["class", "id"].into_iter().filter_map(|key| attribute(tag, key)).any(|names| {
        let names = names.to_ascii_lowercase();
        names.split_whitespace().any(|name| {
            let mut parts = name.split(['-', '_']);
            parts.next().is_some_and(|first| SITE.contains(&first))
        })
    })
}

/// An attribute's value.
pub(super) fn attribute<'a>(tag: &'a StartTag<()>, name: &str) -> Option<Cow<'a, str>> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value))
}

/// An attribute's number.
pub(super) fn number(tag: &StartTag<()>, name: &str) -> Option<usize> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether an element hides what it holds.
pub(super) fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, "style").map(|style| style.to_ascii_lowercase().replace(' ', ""));
    tag.attributes.contains_key(b"hidden".as_slice())
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

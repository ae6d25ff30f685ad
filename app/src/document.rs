//! What of a rendered page is sent?
//!
//! Whole pages are never hydrated here, only islands; what leptos writes for the former is left
//! out. An inline script among it would need a security policy that allows some.

const END: &[u8] = b"</html>";
const ISLAND: &[u8] = b"<leptos-island";
const ISLAND_END: &[u8] = b"</leptos-island";
/// Marks by which hydration tells nodes apart.
const MARKS: [&[u8]; 2] = [b"<!>", b"<!--<() />-->"];

/// The document alone: nothing after its end, and the marks between nodes, by which a page is
/// hydrated, only where something is: in islands.
pub fn sent(page: &[u8]) -> Vec<u8> {
    let mut rest = &page[..document_end(page)];
    let mut document = Vec::with_capacity(rest.len());
    let mut islands = 0_usize;
    while let Some(at) = rest.iter().position(|&byte| byte == b'<') {
        let (before, tag) = rest.split_at(at);
        document.extend_from_slice(before);
        if let Some(mark) = MARKS.iter().find(|mark| islands == 0 && tag.starts_with(mark)) {
            rest = &tag[mark.len()..];
            continue;
        }
        if tag.starts_with(ISLAND) {
            islands += 1;
        } else if tag.starts_with(ISLAND_END) {
            islands = islands.saturating_sub(1);
        }
        document.push(b'<');
        rest = &tag[1..];
    }
    document.extend_from_slice(rest);
    document
}

/// Where the document ends; what has no end is sent whole.
fn document_end(page: &[u8]) -> usize {
    let found = page.windows(END.len()).rposition(|window| window == END);
    found.map_or(page.len(), |at| at + END.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_sent_after_the_document() {
        let page = b"<html></html><p>\"</html>\"</p></html><script>x</script>";
        assert!(sent(page).ends_with(b"</p></html>"));
        assert_eq!(sent(b"no document"), b"no document");
    }

    #[test]
    fn marks_of_hydration_stay_in_islands_only() {
        let page =
            b"<!DOCTYPE html><p>a<!>b<!><!--<() />--></p><leptos-island data-x>c<!></leptos-island><!><!-- note -->";
        let whole = b"<!DOCTYPE html><p>ab</p><leptos-island data-x>c<!></leptos-island><!-- note -->";
        assert_eq!(sent(page), whole);
    }
}

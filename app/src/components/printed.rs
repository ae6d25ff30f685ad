//! How does one get from a printed page back to the page?
//!
//! Its address in words and as a QR code, on paper only. Drawn into the page, for a picture that the screen hides is not
//! there when a page is printed.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use crate::paths::{self, Place, PublicUrl};

/// Longest address that is drawn with its query; a longer one is drawn without.
const LENGTH_MAX: usize = 300;
/// Empty modules around the code, as its standard asks.
const QUIET: usize = 4;

/// Address and code of the page, for paper.
#[component]
pub fn PrintedAddress(
    /// The page.
    place: Place,
) -> impl IntoView {
    let public = use_context::<PublicUrl>().unwrap_or_default().0;
    let address = address(&public, &place);
    let code = (!public.is_empty()).then(|| drawn(&address)).flatten();
    let note = place.lang.t("print-address");
    code.map(|(path, view_box)| {
        view! {
            <div class="printed page">
                <svg viewBox=view_box role="img" aria-label=note.clone()>
                    <path d=path></path>
                </svg>
                <p>{note} <br /> <b>{address}</b></p>
            </div>
        }
    })
}

/// The address of the page with its query, unless that makes it too long to be drawn well.
fn address(public: &str, place: &Place) -> String {
    let whole = format!("{public}{}", place.in_language(place.lang));
    if whole.len() <= LENGTH_MAX {
        whole
    } else {
        format!("{public}{}", paths::page(place.lang, &place.path))
    }
}

/// The dark modules as one path, row by row, and the space that they stand in.
fn drawn(address: &str) -> Option<(String, String)> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            let length = run.len();
            if run.first() == Some(&Color::Dark) {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += length;
        }
    }
    let side = width + 2 * QUIET;
    Some((path, format!("0 0 {side} {side}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_margin() {
        let (path, view_box) = drawn("https://portal.example/plans/soc-trang-2020").unwrap();
        // The corners begin with seven dark modules; the third stands below.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        let side: usize = view_box.rsplit(' ').next().unwrap().parse().unwrap();
        let below = side - QUIET - 7;
        assert!(path.contains(&format!("M{below} 4h7v1")) && path.contains(&format!("M4 {below}h7v1")));
    }

    #[test]
    fn an_address_that_is_too_long_loses_its_query() {
        let place = Place::parse(&format!("/en/search?q={}", "a".repeat(400)));
        assert_eq!(address("https://portal.example", &place), "https://portal.example/en/search");
        let place = Place::parse("/spending?year=2020");
        assert_eq!(address("https://portal.example", &place), "https://portal.example/spending?year=2020");
    }
}

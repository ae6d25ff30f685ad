//! Which text do letters in windows-1258 stand for?
//!
//! windows-1258 writes a tone after its vowel; letter and tone are put together, as
//! everyone writes them since.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// Converts text whose bytes are shown as windows-1252; what cannot be such a byte stays.
pub(super) fn convert(latin: &str) -> String {
    let mut converted = String::with_capacity(latin.len());
    let mut buffer = [0; 4];
    for c in latin.chars() {
        let (bytes, _, is_foreign) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
        if is_foreign {
            converted.push(c);
        } else {
            converted.push_str(&WINDOWS_1258.decode_without_bom_handling(&bytes).0);
        }
    }
    converted.nfc().collect()
}

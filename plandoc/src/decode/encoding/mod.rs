//! Which characters do the bytes of a text stand for?
//!
//! Unicode is taken as it is, decomposed or not. UTF-16 and UTF-32 are told by their
//! mark or by where their zeros stand, and the encodings from before Unicode by common
//! syllables; both are converted, and the reading says so. Bytes that may be one of
//! those but show too little of it are refused with advice.

mod legacy;
mod tcvn3;
mod viqr;
mod vni;
mod wide;
mod windows1258;

pub(super) use legacy::{Legacy, of_text};

use crate::reading::{ReadError, Warning};

/// Unicode text, and what it was converted from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unicode {
    pub(super) text: String,
    /// Name of the other encoding that the file is in.
    pub(super) converted_from: Option<&'static str>,
}

/// What an editor is told of a conversion.
pub(super) fn warning(encoding: &str) -> Warning {
    Warning {
        kind: "encoding_converted".to_owned(),
        message: format!(
            "Tệp dùng bảng mã {encoding}; nội dung đã được chuyển sang Unicode, \
             vị trí của mỗi trích dẫn tính trên nội dung đã chuyển."
        ),
        range: None,
    }
}

/// Reads bytes as text in whatever encoding they are.
pub(super) fn unicode(bytes: &[u8]) -> Result<Unicode, ReadError> {
    if let Some(wide) = wide::Wide::of(bytes) {
        let text = wide.decode(bytes)?;
        return Ok(Unicode { text, converted_from: Some(wide.name()) });
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (legacy, text) = match std::str::from_utf8(body) {
        Ok(text) => (legacy::of_text(text), text.into()),
        Err(_) if body.contains(&0) => return Err(not_utf8(bytes, body)),
        Err(_) => {
            let latin = encoding_rs::WINDOWS_1252.decode_without_bom_handling(body).0;
            let found = legacy::of_latin(&latin)?.ok_or_else(|| not_utf8(bytes, body))?;
            (Some(found), latin)
        }
    };
    Ok(match legacy {
        Some(legacy) => Unicode { text: legacy.convert(&text), converted_from: Some(legacy.name()) },
        None => Unicode { text: text.into_owned(), converted_from: None },
    })
}

fn not_utf8(bytes: &[u8], body: &[u8]) -> ReadError {
    let valid = std::str::from_utf8(body).map_or_else(|error| error.valid_up_to(), str::len);
    let offset = bytes.len() - body.len() + valid;
    let found = if body.contains(&0) {
        format!("binary data, first at offset {offset}")
    } else {
        format!("bytes that are no UTF-8 at offset {offset}")
    };
    ReadError::NotText { found }
}

#[cfg(test)]
mod tests;

//! In which encoding is a web page?

use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;

use crate::{
    decode::encoding::{self, Unicode},
    reading::ReadError,
};

/// As much of a page as states its encoding.
const HEAD: usize = 4096;

/// The beginning of a page in small letters; of wide encodings every other byte is zero.
pub(super) fn head(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD)];
    let narrow = head.iter().filter(|&&byte| byte != 0 && byte.is_ascii());
    narrow.map(|&byte| char::from(byte.to_ascii_lowercase())).collect()
}

/// The page as Unicode: by its mark or as UTF-8, else as it states, else as it looks.
pub(super) fn unicode(bytes: &[u8]) -> Result<Unicode, ReadError> {
    let stated = stated(&head(bytes)).filter(|stated| *stated != encoding_rs::UTF_8);
    let is_wide = bytes.contains(&0) || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    match stated {
        // "windows-1252" is what tools write by default, even where a font for VNI is meant.
        Some(stated)
            if !is_wide && stated != encoding_rs::WINDOWS_1252 && std::str::from_utf8(bytes).is_err() =>
        {
            let (text, broken) = stated.decode_without_bom_handling(bytes);
            if broken {
                let found = format!("a web page that is not in {} as it states", stated.name());
                return Err(ReadError::NotText { found });
            }
            Ok(Unicode { text: text.nfc().collect(), converted_from: Some(stated.name()) })
        }
        _ => encoding::unicode(bytes).or_else(|error| western(bytes, stated).ok_or(error)),
    }
}

/// A page in Western European letters that says so: its words may be written as entities.
fn western(bytes: &[u8], stated: Option<&'static Encoding>) -> Option<Unicode> {
    (stated == Some(encoding_rs::WINDOWS_1252)).then(|| Unicode {
        text: encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        converted_from: None,
    })
}

/// What stands after "charset=".
fn stated(head: &str) -> Option<&'static Encoding> {
    let (_, rest) = head.split_once("charset")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let end = rest.find(['"', '\'', ';', '>', ' ', '/']).unwrap_or(rest.len());
    Encoding::for_label(&rest.as_bytes()[..end])
}

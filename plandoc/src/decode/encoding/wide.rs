//! Is this text in units of two or four bytes?

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::reading::ReadError;

/// UTF-16 and UTF-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wide {
    Utf16Little,
    Utf16Big,
    Utf32Little,
    Utf32Big,
}

/// As much of a file as is looked at.
const SAMPLE: usize = 4096;

impl Wide {
    /// Told by the mark at the beginning, or by zero bytes at even distances.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\xff\xfe\0\0") {
            return Some(Self::Utf32Little);
        }
        if bytes.starts_with(b"\0\0\xfe\xff") {
            return Some(Self::Utf32Big);
        }
        if bytes.starts_with(b"\xff\xfe") {
            return Some(Self::Utf16Little);
        }
        if bytes.starts_with(b"\xfe\xff") {
            return Some(Self::Utf16Big);
        }
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        if sample.len() < 8 {
            return None;
        }
        Self::by_high_bytes(sample).or_else(|| Self::by_zeros(sample))
    }

    /// Vietnamese has no character whose upper two bytes of four are not zero.
    fn by_high_bytes(sample: &[u8]) -> Option<Self> {
        let is_zero = |place: usize| sample.chunks_exact(4).all(|unit| unit[place] == 0);
        match (is_zero(0) && is_zero(1), is_zero(2) && is_zero(3)) {
            (false, true) => Some(Self::Utf32Little),
            (true, false) => Some(Self::Utf32Big),
            _ => None,
        }
    }

    /// Vietnamese letters with marks fill both bytes; a third of zeros in one place and
    /// hardly one in the other is wide text, not chance.
    fn by_zeros(sample: &[u8]) -> Option<Self> {
        let zeros = |place: usize| sample.chunks_exact(2).filter(|unit| unit[place] == 0).count();
        let (even, odd, enough) = (zeros(0), zeros(1), sample.len() / 6);
        match (even > enough, odd > enough) {
            (false, true) if even * 8 < odd => Some(Self::Utf16Little),
            (true, false) if odd * 8 < even => Some(Self::Utf16Big),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf16Little => "UTF-16LE",
            Self::Utf16Big => "UTF-16BE",
            Self::Utf32Little => "UTF-32LE",
            Self::Utf32Big => "UTF-32BE",
        }
    }

    /// The text, without its mark. Broken units are refused: something else is wrong then.
    pub(super) fn decode(self, bytes: &[u8]) -> Result<String, ReadError> {
        let text = match self {
            Self::Utf16Little => whole_utf16(UTF_16LE, bytes),
            Self::Utf16Big => whole_utf16(UTF_16BE, bytes),
            Self::Utf32Little => utf32(bytes, u32::from_le_bytes),
            Self::Utf32Big => utf32(bytes, u32::from_be_bytes),
        };
        let mut text = text.ok_or_else(|| ReadError::NotText {
            found: format!("{} with characters that are broken", self.name()),
        })?;
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Ok(text)
    }
}

fn whole_utf16(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<4>();
    if !rest.is_empty() {
        return None;
    }
    units.iter().map(|&bytes| char::from_u32(unit(bytes))).collect()
}

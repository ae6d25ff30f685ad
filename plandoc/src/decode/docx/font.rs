//! Is a run set in a font from before Unicode?
//!
//! Such fonts (`.VnTime`, VNI-Times) show bytes of TCVN3 and VNI as Vietnamese: the letters
//! that the file stores are others. A name that ends in "H" is a font of capitals.

use crate::decode::encoding::Legacy;

/// What the letters of a run need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LegacyFont {
    encoding: Legacy,
    capitals: bool,
}

impl LegacyFont {
    /// By the font's name.
    pub(super) fn of(name: &str) -> Option<Self> {
        if name.starts_with(".Vn") {
            return Some(Self { encoding: Legacy::Tcvn3, capitals: name.ends_with('H') });
        }
        name.starts_with("VNI-").then_some(Self { encoding: Legacy::Vni, capitals: false })
    }

    pub(super) fn name(self) -> &'static str {
        self.encoding.name()
    }

    /// The run's words in Unicode.
    pub(super) fn convert(self, words: &str) -> String {
        let words = self.encoding.convert(words);
        if self.capitals { words.to_uppercase() } else { words }
    }
}

//! How many characters stand before a byte of a text, and at which byte does a character begin?
//!
//! Counted from the nearest of some anchors, so that neither needs a walk from the start.

/// Bytes between two anchors.
const EVERY: usize = 64;

/// Number of characters before every 64th byte of a text, the first left out: most texts are
/// short, and nothing need be kept of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Anchors(Vec<u32>);

impl Anchors {
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut chars = 0;
        let count = |chunk: &[u8]| {
            chars += begun_in(chunk);
            // A file has at most `SIZE_LIMIT` bytes, which 32 bits count.
            u32::try_from(chars).unwrap_or(u32::MAX)
        };
        Self(text.as_bytes().chunks_exact(EVERY).map(count).collect())
    }

    /// Number of characters that begin before a byte of the text.
    pub(crate) fn chars_before(&self, text: &str, byte: usize) -> usize {
        let chunk = byte / EVERY;
        self.before(chunk) + begun_in(&text.as_bytes()[chunk * EVERY..byte])
    }

    /// The byte of the text at which a character begins; past the last one, the end of all.
    pub(crate) fn byte_of(&self, text: &str, char: usize) -> usize {
        let chunk = self.0.partition_point(|&before| before as usize <= char);
        let mut ahead = char - self.before(chunk);
        let mut at = chunk * EVERY;
        let bytes = text.as_bytes();
        // Eight bytes at once while the character cannot be among them.
        while let Some(next) = bytes.get(at..at + 8).map(begun_in).filter(|begun| *begun <= ahead) {
            ahead -= next;
            at += 8;
        }
        let mut begins = (at..text.len()).filter(|at| begins(bytes[*at]));
        begins.nth(ahead).unwrap_or(text.len())
    }

    fn before(&self, chunk: usize) -> usize {
        chunk.checked_sub(1).map_or(0, |chunk| self.0[chunk] as usize)
    }
}

/// Number of characters that begin in some bytes.
fn begun_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| begins(byte)).count()
}

/// Bytes that go on with a character begin with the bits 10.
fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Anchors;

    proptest! {
        #[test]
        fn counting_from_an_anchor_is_counting_from_the_start(text in "[a-zươ\u{1e00}-\u{1eff} 😀]{0,200}") {
            let anchors = Anchors::of(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(anchors.byte_of(&text, count), byte);
                prop_assert_eq!(anchors.chars_before(&text, byte), count);
            }
            let count = text.chars().count();
            prop_assert_eq!(anchors.chars_before(&text, text.len()), count);
            prop_assert_eq!(anchors.byte_of(&text, count), text.len());
            prop_assert_eq!(anchors.byte_of(&text, count + 99), text.len());
        }
    }
}

//! Which parts does the archive hold, and how much of them is read?

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{damaged, xml};
use crate::reading::ReadError;

/// Most bytes of one part once unpacked: some five hundred pages of a plan.
const PART_LIMIT: u64 = 48 * 1024 * 1024;

/// Most entries of an archive; Word writes some twenty, and one for each picture.
const ENTRY_LIMIT: usize = 10_000;

/// The parts of a Word document. Names are looked up as they are, never as paths.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(format!("its archive: {error}")))?;
        if archive.len() > ENTRY_LIMIT {
            return Err(damaged(format!(
                "its archive has {} entries; at most {ENTRY_LIMIT} are read",
                archive.len()
            )));
        }
        Ok(Self { archive })
    }

    /// Name of the part that holds the document's text.
    pub(super) fn main_part(&mut self) -> Result<String, ReadError> {
        let relations = self.optional("_rels/.rels")?;
        let relations = xml::parse(&relations)?;
        let named = relations
            .descendants()
            .filter(|node| {
                xml::attribute(*node, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            })
            .find_map(|node| xml::attribute(node, "Target"));
        Ok(named.map_or("word/document.xml", |name| name.trim_start_matches('/')).to_owned())
    }

    /// A part without which there is no document.
    pub(super) fn required(&mut self, name: &str) -> Result<String, ReadError> {
        match self.read(name)? {
            Some(part) => Ok(part),
            None => Err(damaged(format!("it has no part {name}"))),
        }
    }

    /// A part that may be missing: an empty one then.
    pub(super) fn optional(&mut self, name: &str) -> Result<String, ReadError> {
        Ok(self.read(name)?.unwrap_or_else(|| "<none/>".to_owned()))
    }

    fn read(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(format!("its part {name}: {error}"))),
        };
        let mut bytes = Vec::new();
        // The size that the archive states may be a lie: what is unpacked is counted.
        let read = part.take(PART_LIMIT + 1).read_to_end(&mut bytes);
        read.map_err(|error| damaged(format!("its part {name}: {error}")))?;
        if u64::try_from(bytes.len()).is_ok_and(|size| size > PART_LIMIT) {
            return Err(damaged(format!(
                "its part {name} has more than {PART_LIMIT} bytes once unpacked; split off its attachments"
            )));
        }
        text_of(bytes).map(Some).ok_or_else(|| damaged(format!("its part {name} is no UTF-8 or UTF-16")))
    }
}

/// XML parts are UTF-8, seldom UTF-16 with its mark.
fn text_of(bytes: Vec<u8>) -> Option<String> {
    let wide = match bytes.get(..2) {
        Some(b"\xff\xfe") => Some(encoding_rs::UTF_16LE),
        Some(b"\xfe\xff") => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    match wide {
        Some(encoding) => encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[2..])
            .map(std::borrow::Cow::into_owned),
        None => String::from_utf8(bytes).ok(),
    }
}

//! How does a reading become rows, all at once or not at all?

use plandoc::{Manifest, Reading};

/// By which id is a plan to go?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanId {
    /// An editor said so: another file under it is a new version of the same plan.
    Named(String),
    /// Made of province and period: another plan may have it already.
    Derived(String),
}

/// A plan to publish.
#[derive(Clone, Debug)]
pub struct Publication<'a> {
    /// Its id.
    pub id: PlanId,
    /// The file, byte for byte.
    pub bytes: &'a [u8],
    /// Name of the file.
    pub source_file: &'a str,
    /// Media type of the file.
    pub media_type: &'a str,
    /// What an editor knows that the file does not say.
    pub manifest: &'a Manifest,
    /// What was read.
    pub reading: &'a Reading,
    /// Who publishes, for the audit: "ingest", "serve".
    pub actor: &'a str,
}

/// What publishing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A plan that was not there.
    New,
    /// Another file of a plan that was there.
    NewVersion,
    /// The same file, read by another reader or described by another manifest.
    Reread,
    /// Nothing new; the store is as it was.
    Unchanged,
}

/// A plan that is published now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The id that it goes by.
    pub id: String,
    /// 1 for its first file.
    pub version: u32,
    /// The revision that shows it.
    pub revision: u64,
    /// What publishing did.
    pub outcome: Outcome,
}

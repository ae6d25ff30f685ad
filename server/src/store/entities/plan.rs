//! Which plans are published, and which were they at an earlier revision?

use sea_orm::entity::prelude::*;

/// One state of a plan. Never overwritten: a new state closes the row and opens another.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plans")]
pub struct Model {
    /// The row, not the plan.
    #[sea_orm(primary_key)]
    pub row_id: i64,
    /// Public id: "kien-giang-2020".
    pub id: String,
    /// 1 for the first file of this plan, one more for each other file.
    pub version: i32,
    /// First revision that shows this row.
    pub revision_from: i64,
    /// First revision that no longer shows it; null while it is current.
    pub revision_to: Option<i64>,
    /// The reader that read it.
    pub reader_version: i32,
    /// Hash of the file.
    pub sha256: String,
    /// Hash of the served text.
    pub text_sha256: String,
    /// Name of the file as published.
    pub source_file: String,
    /// Media type of the file.
    pub media_type: String,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// Slug of the province of now.
    pub province_now_slug: Option<String>,
    /// First year.
    pub period_start: Option<i32>,
    /// Last year.
    pub period_end: Option<i32>,
    /// `annual`, `multi_year`, `approval_decision`.
    pub kind: Option<String>,
    /// "176/KH-UBND".
    pub number: Option<String>,
    /// ISO date.
    pub issued_on: Option<String>,
    /// Title with its kind.
    pub title: Option<String>,
    /// Planned money, VND.
    pub planned_vnd: Option<i64>,
    /// Spent money, VND.
    pub spent_vnd: Option<i64>,
    /// Folded title, number and names, for `q`.
    pub folded: String,
    /// The editor's manifest as JSON: what of the plan the file does not say.
    pub manifest: String,
    /// [`app::types::plan::Plan`] as JSON.
    pub body: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

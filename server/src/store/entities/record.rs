//! Which records were read out of the plans, and which were they at an earlier revision?

use sea_orm::entity::prelude::*;

/// One state of a record of any kind. Never overwritten: a new state closes the
/// row and opens another; a record that is gone keeps its last row, closed, with the reason.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "records")]
pub struct Model {
    /// The row, not the record.
    #[sea_orm(primary_key)]
    pub row_id: i64,
    /// Opaque public id, kept through re-reading, correction and new versions.
    pub id: String,
    /// Which list it belongs to.
    pub kind: super::super::kind::RecordKind,
    /// The plan it was read from.
    pub plan_id: String,
    /// Place in its plan's list, from 0.
    pub ordinal: i32,
    /// First revision that shows this row.
    pub revision_from: i64,
    /// First revision that no longer shows it; null while it is current.
    pub revision_to: Option<i64>,
    /// Why the record itself is gone; null if it is current or lives on in a later row.
    pub gone_reason: Option<String>,
    /// The reader that read it.
    pub reader_version: i32,
    /// The text that its positions count in.
    pub text_sha256: String,
    /// What it is known again by: address, folded quote, main value, count; JSON.
    pub fingerprint: String,
    /// The other plan, of a check across two plans.
    pub other_plan_id: Option<String>,
    /// First character of its quote; null for a check without a place.
    pub start: Option<i32>,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// Slug of the province of now.
    pub province_now_slug: Option<String>,
    /// A target's `due_year`, progress' and spending's `year`.
    pub year: Option<i32>,
    /// Amount in VND.
    pub amount_vnd: Option<i64>,
    /// Amount spent in VND.
    pub disbursed_vnd: Option<i64>,
    /// Whether it belongs in its plan's sum; null for what is not spending.
    pub in_sum: Option<bool>,
    /// `planned`, `executed`, `reported`.
    pub phase: Option<String>,
    /// `allocation`, `total_investment`, `estimate`.
    pub amount_basis: Option<String>,
    /// `met`, `partly`, `missed`; of a target also `not_reported`.
    pub status: Option<String>,
    /// `stated`, `computed`.
    pub status_basis: Option<String>,
    /// Catalogue id of the indicator.
    pub indicator: Option<String>,
    /// Catalogue id of the lead agency.
    pub agency_id: Option<String>,
    /// Source of the money as printed.
    pub funding_source: Option<String>,
    /// `province`, `district`, `commune`.
    pub level: Option<String>,
    /// Number of the cited document.
    pub number: Option<String>,
    /// `agrees`, `note`, `differs`.
    pub severity: Option<String>,
    /// What a check compared.
    pub check_kind: Option<String>,
    /// The number of a target or a result, in its unit.
    pub value: Option<f64>,
    /// Label, title, words or message: what a person calls it.
    pub label: String,
    /// Folded label, quote and names, for `q`.
    pub folded: String,
    /// The public shape (`app::types`) as JSON; a check's also has `message_en`.
    pub body: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

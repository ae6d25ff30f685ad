//! Which lists of records are there?

use sea_orm::{DeriveActiveEnum, EnumIter};

/// A list of records, by its public name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum RecordKind {
    /// Goals in words.
    #[sea_orm(string_value = "objectives")]
    Objectives,
    /// Numbers promised.
    #[sea_orm(string_value = "targets")]
    Targets,
    /// Results reported.
    #[sea_orm(string_value = "progress")]
    Progress,
    /// Tasks and money.
    #[sea_orm(string_value = "spending")]
    Spending,
    /// Totals stated.
    #[sea_orm(string_value = "totals")]
    Totals,
    /// Legal documents cited.
    #[sea_orm(string_value = "citations")]
    Citations,
    /// Verifications.
    #[sea_orm(string_value = "checks")]
    Checks,
}

impl RecordKind {
    /// Every list, in the order of the public vocabulary.
    pub const ALL: [Self; 7] = [
        Self::Objectives,
        Self::Targets,
        Self::Progress,
        Self::Spending,
        Self::Totals,
        Self::Citations,
        Self::Checks,
    ];

    /// The public name, as the API's address has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Objectives => "objectives",
            Self::Targets => "targets",
            Self::Progress => "progress",
            Self::Spending => "spending",
            Self::Totals => "totals",
            Self::Citations => "citations",
            Self::Checks => "checks",
        }
    }
}

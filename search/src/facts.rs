//! What is known of a text beside its words?

use app::types::search::HitKind;
use serde::{Deserialize, Serialize};

/// What a search can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Kind of hit.
    Kind,
    /// Plan id.
    Plan,
    /// Slug of the province of then.
    Province,
    /// Slug of the province of now.
    ProvinceNow,
    /// Years it speaks of.
    Year,
    /// Catalogue id of the lead agency.
    Agency,
    /// Catalogue id of the source of money.
    Fund,
    /// Heading that it stands under, as printed, of targets and goals.
    Area,
    /// Catalogue id of the indicator.
    Indicator,
    /// Verdict on a result.
    Status,
    /// Money in VND.
    Amount,
}

impl Column {
    /// Every column, in the order in which people are offered them.
    pub const ALL: [Self; 11] = [
        Self::Kind,
        Self::Plan,
        Self::Province,
        Self::ProvinceNow,
        Self::Year,
        Self::Agency,
        Self::Fund,
        Self::Area,
        Self::Indicator,
        Self::Status,
        Self::Amount,
    ];

    /// As index and addresses spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Plan => "plan",
            Self::Province => "province",
            Self::ProvinceNow => "province_now",
            Self::Year => "year",
            Self::Agency => "agency",
            Self::Fund => "fund",
            Self::Area => "area",
            Self::Indicator => "indicator",
            Self::Status => "status",
            Self::Amount => "amount_vnd",
        }
    }

    /// The column of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }

    /// Whether its values are numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Year | Self::Amount)
    }
}

/// What a search can be narrowed by, of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// See [`Column::Kind`].
    pub kind: HitKind,
    /// See [`Column::Plan`].
    pub plan: String,
    /// See [`Column::Province`].
    pub province: Option<String>,
    /// See [`Column::ProvinceNow`].
    pub province_now: Option<String>,
    /// See [`Column::Year`].
    pub years: Vec<i32>,
    /// See [`Column::Agency`].
    pub agency: Option<String>,
    /// See [`Column::Fund`].
    pub fund: Option<String>,
    /// See [`Column::Area`].
    pub area: Option<String>,
    /// See [`Column::Indicator`].
    pub indicator: Option<String>,
    /// See [`Column::Status`].
    pub status: Option<String>,
    /// See [`Column::Amount`].
    pub amount_vnd: Option<i64>,
    /// Every amount that it states, VND.
    pub money: Vec<i64>,
}

impl Facts {
    /// The word of a text column; none where nothing is stated, or the column holds numbers.
    pub fn word(&self, column: Column) -> Option<&str> {
        match column {
            Column::Kind => Some(kind_word(self.kind)),
            Column::Plan => Some(&self.plan),
            Column::Province => self.province.as_deref(),
            Column::ProvinceNow => self.province_now.as_deref(),
            Column::Agency => self.agency.as_deref(),
            Column::Fund => self.fund.as_deref(),
            Column::Area => self.area.as_deref(),
            Column::Indicator => self.indicator.as_deref(),
            Column::Status => self.status.as_deref(),
            Column::Year | Column::Amount => None,
        }
    }

    /// The numbers of a column of numbers.
    pub fn numbers(&self, column: Column) -> Vec<i64> {
        match column {
            Column::Year => self.years.iter().map(|year| i64::from(*year)).collect(),
            Column::Amount => self.amount_vnd.into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

/// Every kind, in the order of groups.
pub const KINDS: [HitKind; 8] = [
    HitKind::Plan,
    HitKind::Spending,
    HitKind::Total,
    HitKind::Target,
    HitKind::Objective,
    HitKind::Progress,
    HitKind::Citation,
    HitKind::Passage,
];

/// The word by which index and addresses know a kind.
pub const fn kind_word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "plan",
        HitKind::Spending => "spending",
        HitKind::Total => "total",
        HitKind::Target => "target",
        HitKind::Objective => "objective",
        HitKind::Progress => "progress",
        HitKind::Citation => "citation",
        HitKind::Passage => "passage",
    }
}

/// The kind of a word.
pub fn kind_of(word: &str) -> Option<HitKind> {
    KINDS.into_iter().find(|kind| kind_word(*kind) == word)
}

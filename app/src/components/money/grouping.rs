//! By what is planned money put in groups, and what do the groups show?

use crate::{
    format,
    i18n::Language,
    types::{
        figures::{GroupSum, SpendingSum},
        filter::Filter,
        listing::SpendingFigures,
        spending::{AmountBasis, Phase},
    },
};

/// What tells the groups apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The source of the money.
    Fund,
    /// Who leads the task.
    Agency,
    /// The heading that the task stands under.
    Area,
    /// The year of the money.
    Year,
    /// The plan.
    Plan,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Fund, Self::Agency, Self::Area, Self::Year, Self::Plan];

    /// As the address of a chart spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fund => "funding_source",
            Self::Agency => "agency",
            Self::Area => "area",
            Self::Year => "year",
            Self::Plan => "plan",
        }
    }

    /// What a group is called.
    pub fn what(self, lang: Language) -> String {
        lang.t(match self {
            Self::Fund => "column-fund",
            Self::Agency => "column-lead",
            Self::Area => "parameter-area",
            Self::Year => "column-year",
            Self::Plan => "column-plan",
        })
    }

    /// Which numbers the chart shows.
    fn kind(self, lang: Language) -> String {
        lang.t(match self {
            Self::Fund => "chart-by-fund",
            Self::Agency => "chart-by-agency",
            Self::Area => "chart-by-area",
            Self::Year => "chart-by-year",
            Self::Plan => "chart-by-plan",
        })
    }

    /// Its groups with money.
    pub fn groups(self, figures: &SpendingFigures) -> Vec<&GroupSum> {
        let groups = match self {
            Self::Fund => &figures.by_funding_source,
            Self::Agency => &figures.by_agency,
            Self::Area => &figures.by_area,
            Self::Year => &figures.by_year,
            Self::Plan => &figures.by_plan,
        };
        groups.iter().filter(|group| group.amount_vnd > 0).collect()
    }

    /// What the groups show, as a sentence.
    pub fn finding(self, lang: Language, figures: &SpendingFigures) -> String {
        let groups = self.groups(figures);
        let Some(most) = groups.iter().max_by_key(|group| group.amount_vnd) else { return self.kind(lang) };
        let whole: i64 = groups.iter().map(|group| group.amount_vnd).sum();
        let share = share(lang, most.amount_vnd, whole);
        let name = most.label.clone();
        let is_stated = most.value.is_some();
        match self {
            Self::Fund if is_stated => crate::tr!(lang, "chart-finding-fund", share = share, name = name),
            Self::Fund => crate::tr!(lang, "chart-unstated-fund", share = share),
            Self::Agency if is_stated => crate::tr!(lang, "chart-finding-agency", share = share, name = name),
            Self::Agency => crate::tr!(lang, "chart-unstated-agency", share = share),
            Self::Area if is_stated => crate::tr!(lang, "chart-finding-area", share = share, name = name),
            Self::Area => crate::tr!(lang, "chart-unstated-area", share = share),
            Self::Year if is_stated => crate::tr!(lang, "chart-finding-year", share = share, name = name),
            Self::Year => crate::tr!(lang, "chart-unstated-year", share = share),
            Self::Plan => crate::tr!(lang, "chart-finding-plan", share = share, name = name),
        }
    }

    /// Which money it is, in which unit, and how many of its rows say whose.
    pub fn note(self, lang: Language, figures: &SpendingFigures) -> String {
        let groups = self.groups(figures);
        let rows = |stated_only: bool| -> u64 {
            let counted = groups.iter().filter(|group| !stated_only || group.value.is_some());
            counted.map(|group| group.rows).sum()
        };
        crate::tr!(
            lang,
            "chart-note",
            kind = self.kind(lang),
            basis = format::basis(lang, group_basis(&figures.sums)),
            stated = format::counted(rows(true)),
            rows = format::counted(rows(false))
        )
    }

    /// The list of the rows of one group; none where the list cannot be asked for them.
    pub fn narrowed(self, filter: &Filter, value: &str) -> Option<Filter> {
        let filter = Filter { cursor: None, ..filter.clone() };
        let stated = Some(value.to_owned());
        Some(match self {
            Self::Fund => Filter { funding_source: stated, ..filter },
            Self::Agency => Filter { agency: stated, ..filter },
            Self::Year => Filter { year: Some(value.parse().ok()?), ..filter },
            Self::Plan => Filter { plan: stated, ..filter },
            // Headings are words of the documents, which no parameter names.
            Self::Area => return None,
        })
    }
}

/// "61%"; what is less than one in a hundred keeps a decimal.
fn share(lang: Language, part: i64, whole: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a share in words")]
    let share = part as f64 / whole as f64 * 100.0;
    format!("{}%", format::decimals(lang, share, usize::from(share < 1.0)))
}

/// The basis of the grouped money: that of most planned rows.
fn group_basis(sums: &[SpendingSum]) -> Option<AmountBasis> {
    sums.iter().filter(|sum| sum.phase == Phase::Planned).max_by_key(|sum| sum.rows)?.amount_basis
}

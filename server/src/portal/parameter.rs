//! Which parameters may a list's address have, and which values may each take?

use app::{
    error::{ParameterFault, PortalError},
    types::filter::{Filter, LIMIT_MAX},
};

/// Longest value of a parameter, in characters: longer than any agency, fund or question that people type.
pub(crate) const VALUE_MAX: usize = 500;

/// One parameter of a list's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parameter {
    Q,
    Plan,
    Province,
    ProvinceNow,
    Year,
    Kind,
    Status,
    Phase,
    Agency,
    FundingSource,
    Indicator,
    Level,
    Number,
    Severity,
    AmountBasis,
    InSum,
    GroupBy,
    Sum,
    Fields,
    Facets,
    Sort,
    Limit,
    Cursor,
    Lang,
}

impl Parameter {
    /// Every parameter, in the order in which documentation lists them.
    pub(crate) const ALL: [Self; 24] = [
        Self::Q,
        Self::Plan,
        Self::Province,
        Self::ProvinceNow,
        Self::Year,
        Self::Kind,
        Self::Status,
        Self::Phase,
        Self::Agency,
        Self::FundingSource,
        Self::Indicator,
        Self::Level,
        Self::Number,
        Self::Severity,
        Self::AmountBasis,
        Self::InSum,
        Self::GroupBy,
        Self::Sum,
        Self::Fields,
        Self::Facets,
        Self::Sort,
        Self::Limit,
        Self::Cursor,
        Self::Lang,
    ];

    /// As the address spells it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Q => "q",
            Self::Plan => "plan",
            Self::Province => "province",
            Self::ProvinceNow => "province_now",
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Phase => "phase",
            Self::Agency => "agency",
            Self::FundingSource => "funding_source",
            Self::Indicator => "indicator",
            Self::Level => "level",
            Self::Number => "number",
            Self::Severity => "severity",
            Self::AmountBasis => "amount_basis",
            Self::InSum => "in_sum",
            Self::GroupBy => "group_by",
            Self::Sum => "sum",
            Self::Fields => "fields",
            Self::Facets => "facets",
            Self::Sort => "sort",
            Self::Limit => "limit",
            Self::Cursor => "cursor",
            Self::Lang => "lang",
        }
    }

    /// What it asks for, for the documentation.
    pub(crate) const fn description(self) -> &'static str {
        match self {
            Self::Q => {
                "Words that stand in what the record says: its quote, label, heading, agencies and sources, with or \
                 without marks; all of them."
            }
            Self::Plan => "Id of a plan.",
            Self::Province => "Slug of the province of then.",
            Self::ProvinceNow => "Slug of the province that it belongs to since 1 July 2025.",
            Self::Year => {
                "A year: of targets `due_year`, of progress and spending `year`, of all else any year of the \
                 plan's period."
            }
            Self::Kind => "Kind of plan, of check, or of province.",
            Self::Status => "Verdict.",
            Self::Phase => "Phase of the money.",
            Self::Agency => "Catalogue id of the lead agency (`lead_agency_id`).",
            Self::FundingSource => "Source of the money as printed.",
            Self::Indicator => "Catalogue id of the indicator.",
            Self::Level => "Level of administration.",
            Self::Number => "Number of the legal document, as printed without spaces.",
            Self::Severity => "How the check came out.",
            Self::AmountBasis => "What the amount stands for.",
            Self::InSum => "Whether the money belongs in its plan's sum.",
            Self::GroupBy => {
                "Columns with commas between: in place of the records, their number (and sums) for each set of values."
            }
            Self::Sum => "Columns of money to add up for each group, with commas between; needs `group_by`.",
            Self::Fields => {
                "Columns with commas between, as `meta.columns` names them: records hold only these. A field with \
                 fields of its own stands for all of them."
            }
            Self::Facets => {
                "Parameters with commas between whose values are counted in `meta.facets`, or `none`; all unless told."
            }
            Self::Sort => {
                "Column to sort by, \"-\" in front for falling order; rows without a value come last."
            }
            Self::Limit => "Records at a time; 50 unless told.",
            Self::Cursor => "Where the page before ended: use the address in `page.next`. Opaque.",
            Self::Lang => "Language of labels and messages; vi unless told.",
        }
    }

    /// The parameter of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|parameter| parameter.name() == name)
    }

    /// Its value in a filter, if it has one.
    pub(crate) fn value(self, filter: &Filter) -> Option<String> {
        match self {
            Self::Year => filter.year.map(|year| year.to_string()),
            Self::Limit => filter.limit.map(|limit| limit.to_string()),
            _ => self.text(filter).cloned(),
        }
    }

    fn text(self, filter: &Filter) -> Option<&String> {
        match self {
            Self::Q => filter.q.as_ref(),
            Self::Plan => filter.plan.as_ref(),
            Self::Province => filter.province.as_ref(),
            Self::ProvinceNow => filter.province_now.as_ref(),
            Self::Kind => filter.kind.as_ref(),
            Self::Status => filter.status.as_ref(),
            Self::Phase => filter.phase.as_ref(),
            Self::Agency => filter.agency.as_ref(),
            Self::FundingSource => filter.funding_source.as_ref(),
            Self::Indicator => filter.indicator.as_ref(),
            Self::Level => filter.level.as_ref(),
            Self::Number => filter.number.as_ref(),
            Self::Severity => filter.severity.as_ref(),
            Self::AmountBasis => filter.amount_basis.as_ref(),
            Self::InSum => filter.in_sum.as_ref(),
            Self::GroupBy => filter.group_by.as_ref(),
            Self::Sum => filter.sum.as_ref(),
            Self::Fields => filter.fields.as_ref(),
            Self::Facets => filter.facets.as_ref(),
            Self::Sort => filter.sort.as_ref(),
            Self::Cursor => filter.cursor.as_ref(),
            Self::Lang => filter.lang.as_ref(),
            Self::Year | Self::Limit => None,
        }
    }

    fn slot(self, filter: &mut Filter) -> Option<&mut Option<String>> {
        Some(match self {
            Self::Q => &mut filter.q,
            Self::Plan => &mut filter.plan,
            Self::Province => &mut filter.province,
            Self::ProvinceNow => &mut filter.province_now,
            Self::Kind => &mut filter.kind,
            Self::Status => &mut filter.status,
            Self::Phase => &mut filter.phase,
            Self::Agency => &mut filter.agency,
            Self::FundingSource => &mut filter.funding_source,
            Self::Indicator => &mut filter.indicator,
            Self::Level => &mut filter.level,
            Self::Number => &mut filter.number,
            Self::Severity => &mut filter.severity,
            Self::AmountBasis => &mut filter.amount_basis,
            Self::InSum => &mut filter.in_sum,
            Self::GroupBy => &mut filter.group_by,
            Self::Sum => &mut filter.sum,
            Self::Fields => &mut filter.fields,
            Self::Facets => &mut filter.facets,
            Self::Sort => &mut filter.sort,
            Self::Cursor => &mut filter.cursor,
            Self::Lang => &mut filter.lang,
            Self::Year | Self::Limit => return None,
        })
    }

    /// Takes its value out of a filter.
    pub(crate) fn clear(self, filter: &mut Filter) {
        match self {
            Self::Year => filter.year = None,
            Self::Limit => filter.limit = None,
            _ => {
                if let Some(slot) = self.slot(filter) {
                    *slot = None;
                }
            }
        }
    }

    /// Puts a value as typed into a filter; an empty one says nothing, as from a form left blank.
    pub(crate) fn set(self, filter: &mut Filter, value: &str) -> Result<(), ParameterFault> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        match self {
            Self::Year => filter.year = Some(number(self, value)?),
            Self::Limit => filter.limit = Some(number(self, value)?),
            _ => {
                if let Some(slot) = self.slot(filter) {
                    *slot = Some(value.to_owned());
                }
            }
        }
        Ok(())
    }

    /// What a value of it looks like, where no closed list of values says so.
    pub(crate) fn form(self) -> Vec<String> {
        let form = match self {
            Self::Year => "a year from 1945 to 2100, such as 2020",
            Self::Limit => return vec![format!("a whole number from 1 to {LIMIT_MAX}")],
            Self::Plan => "the id of a plan, as /api/v1/plans lists them",
            Self::Province => "the slug of a province of then, as /api/v1/provinces lists them",
            Self::ProvinceNow => "the slug of a province since 1 July 2025, as /api/v1/provinces lists them",
            Self::Agency => "the id of an agency, as the facets of /api/v1/spending list them",
            Self::Indicator => "the id of an indicator, as the facets of /api/v1/targets list them",
            Self::Cursor => "the cursor of page.next of the same list, unchanged",
            Self::Fields => "names of meta.columns of this list, with commas between",
            Self::Lang => return vec!["vi".to_owned(), "en".to_owned()],
            _ => return vec![format!("text of at most {VALUE_MAX} characters")],
        };
        vec![form.to_owned()]
    }

    /// A fault in this parameter's value.
    pub(crate) fn fault(self, detail: impl Into<String>, allowed: Vec<String>) -> ParameterFault {
        ParameterFault { parameter: self.name().to_owned(), detail: detail.into(), allowed }
    }
}

fn number<T: std::str::FromStr>(parameter: Parameter, value: &str) -> Result<T, ParameterFault> {
    value
        .parse()
        .map_err(|_| parameter.fault(format!("\"{}\" is not such a number", shown(value)), parameter.form()))
}

/// The start of a value, short enough for a message.
pub(crate) fn shown(value: &str) -> String {
    const SHOWN: usize = 60;
    let cleaned: String = value.chars().filter(|letter| !letter.is_control()).collect();
    if cleaned.chars().count() <= SHOWN {
        return cleaned;
    }
    cleaned.chars().take(SHOWN).chain(['…']).collect()
}

/// One fault as an error.
pub(crate) fn bad(fault: ParameterFault) -> PortalError {
    PortalError::BadParameter { faults: vec![fault] }
}

//! What do people read for the value of a filter?

use std::sync::Arc;

use app::portal::Answer;
use plandoc::catalog::{agencies, indicators, provinces};

use super::{
    ServerPortal,
    parameter::Parameter,
    plan_names::{PlanNames, plan_names},
};

/// Vietnamese and English of each word that filters take.
const WORDS: &[(Parameter, &str, &str, &str)] = &[
    (Parameter::Kind, "annual", "Kế hoạch năm", "Annual plan"),
    (Parameter::Kind, "multi_year", "Kế hoạch nhiều năm", "Multi-year plan"),
    (Parameter::Kind, "approval_decision", "Quyết định phê duyệt", "Approval decision"),
    (Parameter::Kind, "total", "Tổng và các dòng", "Total against rows"),
    (Parameter::Kind, "rate", "Tỷ lệ và số liệu", "Rate against numbers"),
    (Parameter::Kind, "parts", "Tổng thể và các phần", "Whole against parts"),
    (Parameter::Kind, "dates", "Thứ tự ngày tháng", "Order of dates"),
    (Parameter::Kind, "twin", "Lặp lại", "Repeated words"),
    (Parameter::Kind, "gap", "Cam kết thiếu nội dung", "Commitments lacking something"),
    (Parameter::Kind, "province", "Tỉnh", "Province"),
    (Parameter::Kind, "city", "Thành phố trực thuộc trung ương", "Centrally run city"),
    (Parameter::Status, "met", "Đạt", "Met"),
    (Parameter::Status, "partly", "Đạt một phần", "Partly met"),
    (Parameter::Status, "missed", "Chưa đạt", "Missed"),
    (Parameter::Status, "not_reported", "Chưa có báo cáo", "Not reported"),
    (Parameter::Status, "unknown", "Không đánh giá", "No verdict"),
    (Parameter::Phase, "planned", "Dự kiến", "Planned"),
    (Parameter::Phase, "executed", "Đã thực hiện", "Executed"),
    (Parameter::Phase, "reported", "Báo cáo các năm trước", "Reported of earlier years"),
    (Parameter::AmountBasis, "allocation", "Kinh phí được giao", "Allocation"),
    (Parameter::AmountBasis, "total_investment", "Tổng mức đầu tư", "Total investment"),
    (Parameter::AmountBasis, "estimate", "Dự kiến", "Estimate"),
    (Parameter::Level, "province", "Cấp tỉnh", "Province"),
    (Parameter::Level, "district", "Cấp huyện", "District"),
    (Parameter::Level, "national", "Trung ương", "National"),
    (Parameter::Level, "group", "Nhiều cơ quan", "Several agencies"),
    (Parameter::Level, "commune", "Cấp xã", "Commune"),
    (Parameter::Severity, "differs", "Không khớp", "Differs"),
    (Parameter::Severity, "note", "Lưu ý", "Note"),
    (Parameter::Severity, "agrees", "Khớp", "Agrees"),
];

/// Labels in one language, plans included.
pub(crate) struct Labels {
    english: bool,
    plans: Arc<PlanNames>,
}

impl Labels {
    /// The labels of what is shown now; Vietnamese unless English is asked for.
    pub(super) async fn load(portal: &ServerPortal, lang: Option<&str>) -> Answer<Self> {
        Ok(Self { english: english(lang), plans: plan_names(portal).await? })
    }

    /// What people read for a value.
    pub(crate) fn of(&self, parameter: Parameter, value: &str) -> String {
        let name = match parameter {
            Parameter::Plan => self.plans.get(value).cloned(),
            Parameter::Province | Parameter::ProvinceNow => {
                provinces::by_slug(value).map(|province| province.name.clone())
            }
            Parameter::Agency => {
                agencies::by_id(value).map(|agency| self.choose(&agency.name_vi, &agency.name_en))
            }
            Parameter::Indicator => {
                indicators::by_id(value).map(|indicator| self.choose(&indicator.name_vi, &indicator.name_en))
            }
            _ => word(parameter, value, self.english).map(str::to_owned),
        };
        name.unwrap_or_else(|| value.to_owned())
    }

    /// What people read where a column has no value.
    pub(crate) fn none(&self, parameter: Parameter) -> String {
        match parameter {
            // A row may name several agencies, or one that the catalogue does not know.
            Parameter::Agency => {
                self.choose("nhiều cơ quan, cơ quan khác hoặc không nêu", "several, another or not stated")
            }
            _ => self.choose("không nêu", "not stated"),
        }
    }

    fn choose(&self, vi: &str, en: &str) -> String {
        (if self.english { en } else { vi }).to_owned()
    }
}

/// Whether labels are wanted in English.
pub(crate) fn english(lang: Option<&str>) -> bool {
    lang == Some("en")
}

/// What people read for a word that a parameter takes.
fn word(parameter: Parameter, value: &str, english: bool) -> Option<&'static str> {
    WORDS
        .iter()
        .find(|(of, word, ..)| *of == parameter && *word == value)
        .map(|(_, _, vi, en)| if english { *en } else { *vi })
}

#[cfg(test)]
mod tests {
    use super::{super::specs, *};

    #[test]
    fn every_word_that_a_list_takes_has_a_label_in_both_languages() {
        for spec in specs() {
            for (parameter, words) in spec.words {
                for value in *words {
                    for english in [false, true] {
                        assert!(word(*parameter, value, english).is_some(), "{} {value}", spec.noun);
                    }
                }
            }
        }
    }
}

//! What does the list of legal documents say of itself?

use app::types::law::Law;

use super::noun::Noun;

impl Noun for Law {
    const SUMMARY: &'static str = "Legal documents that plans cite";
    const DESCRIPTION: &'static str = "One row for each document cited, those that most plans cite first. A number alone does \
        not name a document: the year of issue tells them apart, and the province where an office of one issued \
        it. Type, date, issuer and title are as most citations print them; `citation_ids` lead to each.";
    const IS_RECORD: bool = false;
}

//! Which known ids look like one that is not known?

/// Ids offered at most.
const NEAR_MAX: usize = 5;

/// Typing errors that still look alike: a letter wrong, missing, too many, or two of them.
const EDITS_MAX: usize = 3;

/// Longest id that is compared; longer ones are no typing error of ours.
const LENGTH_MAX: usize = 80;

/// Known ids within a few edits of `id`, or that share its words up to the year, nearest first.
pub(crate) fn near<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let id = plandoc::text::fold::slug(id);
    if id.is_empty() || id.len() > LENGTH_MAX {
        return Vec::new();
    }
    let mut found: Vec<(usize, &str)> = known
        .map(|known| (strsim::damerau_levenshtein(&id, known), known))
        .filter(|(edits, known)| alike(&id, known, *edits))
        .collect();
    found.sort_unstable();
    found.into_iter().take(NEAR_MAX).map(|(_, known)| known.to_owned()).collect()
}

fn alike(id: &str, known: &str, edits: usize) -> bool {
    // A short id is wholly another one after three edits.
    let allowed = EDITS_MAX.min(known.len() / 3);
    edits <= allowed || stem(id) == stem(known)
}

/// The id without the years at its end: "soc-trang" of "soc-trang-2009-2010".
fn stem(id: &str) -> &str {
    id.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["kien-giang-2020", "khanh-hoa-2020", "soc-trang-2020", "soc-trang-2009-2010"];

    #[test]
    fn offers_what_a_typing_error_meant() {
        assert_eq!(near("kien-gang-2020", KNOWN.into_iter()), ["kien-giang-2020"]);
        assert_eq!(near("Khánh Hòa 2020", KNOWN.into_iter()), ["khanh-hoa-2020"]);
    }

    #[test]
    fn offers_other_years_of_the_same_province() {
        assert_eq!(near("soc-trang-2031", KNOWN.into_iter()), ["soc-trang-2020", "soc-trang-2009-2010"]);
    }

    #[test]
    fn offers_nothing_for_what_looks_like_nothing() {
        for id in ["", "x", "…", &"a".repeat(500), "ho-chi-minh-1999"] {
            assert_eq!(near(id, KNOWN.into_iter()), Vec::<String>::new(), "{id}");
        }
    }
}

//! Which time does the name of a task carry?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)giai\s+đoạn\s+(\d{4}\s*[-–]\s*\d{4})|\b((?:trong\s+)?năm\s+\d{4})\W*$")
        .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// Bytes of the time in a title: "giai đoạn 2019 - 2020", or a year at its end.
pub(super) fn period_in(title: &str) -> Option<Range<usize>> {
    let found = PERIOD.captures(title)?;
    found.get(1).or_else(|| found.get(2)).map(|time| time.range())
}

#[cfg(test)]
mod tests {
    use super::period_in;

    #[test]
    fn titles_carry_spans_or_a_last_year() {
        let period = |title: &'static str| period_in(title).map(|range| &title[range]);
        assert_eq!(period("Dự án nâng cấp, giai đoạn 2016-2018"), Some("2016-2018"));
        assert_eq!(period("Xây dựng GIS giai đoạn 2019 – 2020"), Some("2019 – 2020"));
        assert_eq!(period("Tổ chức Hội thảo năm 2020"), Some("năm 2020"));
        assert_eq!(period("Kế hoạch năm 2020 của Sở"), None);
    }
}

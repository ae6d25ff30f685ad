//! How are amounts and rates written in a message?

/// "22.164.000.000 đồng".
pub(super) fn dong(vnd: i64) -> String {
    format!("{} đồng", grouped(vnd, '.'))
}

/// "22,164,000,000 VND".
pub(super) fn vnd(vnd: i64) -> String {
    format!("{} VND", grouped(vnd, ','))
}

/// "1.475": a count with this mark between its thousands.
#[allow(clippy::cast_possible_truncation, reason = "counts of plans stay far below 2^53")]
pub(super) fn count(value: f64, mark: char) -> String {
    grouped(value.round() as i64, mark)
}

/// A number with `decimals` decimals and this decimal mark.
pub(super) fn decimal(value: f64, decimals: usize, mark: char) -> String {
    format!("{value:.decimals$}").replace('.', &mark.to_string())
}

/// Decimals that a printed number has.
pub(super) fn decimals_of(value: f64) -> usize {
    value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

fn grouped(value: i64, mark: char) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    if value < 0 { format!("-{grouped}") } else { grouped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_as_each_language_does() {
        assert_eq!(dong(22_164_000_000), "22.164.000.000 đồng");
        assert_eq!(vnd(-1_000), "-1,000 VND");
        assert_eq!(dong(0), "0 đồng");
    }

    #[test]
    fn rates_keep_their_decimals() {
        assert_eq!(decimal(5.859_2, 2, ','), "5,86");
        assert_eq!((decimals_of(5.85), decimals_of(60.0)), (2, 0));
    }
}

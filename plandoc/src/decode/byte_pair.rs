//! How many pairs of neighbouring bytes are of some sort?

/// So many pairs that a byte counts them: then the machine looks at many in one step.
const AT_ONCE: usize = 128;

/// Number of pairs of neighbouring bytes for which `is` holds.
pub(super) fn count(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> usize {
    let stretch = |from: usize| &bytes[from..bytes.len().min(from + AT_ONCE + 1)];
    let among = |stretch: &[u8]| {
        stretch.iter().zip(&stretch[1..]).fold(0_u8, |count, (&one, &next)| count + u8::from(is(one, next)))
    };
    (0..bytes.len()).step_by(AT_ONCE).map(|from| usize::from(among(stretch(from)))).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::count;

    proptest! {
        #[test]
        fn every_pair_is_looked_at_once(bytes in prop::collection::vec(0_u8..4, 0..600)) {
            let is = |one: u8, next: u8| one <= next;
            prop_assert_eq!(count(&bytes, is), bytes.windows(2).filter(|pair| is(pair[0], pair[1])).count());
        }
    }
}

//! Does a value keep its target?

use crate::{
    records::{Comparator, Status},
    text::number::Figure,
};

/// The verdict that value and target give; `None` where a hedge leaves it open ("hơn
/// 40%" against 50%).
pub(super) fn computed(value: &Figure, target: &Figure) -> Option<Status> {
    verdict((value.comparator, value.value), (target.comparator, target.value))
}

/// The same for plain numbers.
pub(crate) fn verdict(value: (Comparator, f64), target: (Comparator, f64)) -> Option<Status> {
    let (how, reached) = value;
    let (wanted, bound) = target;
    let kept = match wanted {
        Comparator::Eq | Comparator::Gte | Comparator::Approx | Comparator::Range => reached >= bound,
        Comparator::Gt => reached > bound || (how == Comparator::Gt && reached >= bound),
        Comparator::Lte => reached <= bound,
        Comparator::Lt => reached < bound,
    };
    let upward = !matches!(wanted, Comparator::Lte | Comparator::Lt);
    let could_be_more = matches!(how, Comparator::Gt | Comparator::Gte);
    let could_be_less = matches!(how, Comparator::Lt | Comparator::Lte);
    let open = match (upward, kept) {
        (true, true) | (false, false) => could_be_less,
        (true, false) | (false, true) => could_be_more,
    };
    (!open).then_some(if kept { Status::Met } else { Status::Missed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_held_against_its_target() {
        use Comparator::{Eq, Gt, Gte, Lt, Lte};
        let cases = [
            ((Eq, 58.68), (Eq, 70.0), Some(Status::Missed)),
            ((Eq, 92.27), (Gte, 90.0), Some(Status::Met)),
            ((Eq, 90.0), (Gt, 90.0), Some(Status::Missed)),
            ((Gt, 90.0), (Gt, 90.0), Some(Status::Met)),
            ((Eq, 3.0), (Lte, 5.0), Some(Status::Met)),
            ((Eq, 5.0), (Lt, 5.0), Some(Status::Missed)),
            ((Gt, 40.0), (Eq, 50.0), None),
            ((Lt, 40.0), (Eq, 50.0), Some(Status::Missed)),
            ((Lt, 60.0), (Eq, 50.0), None),
        ];
        for (value, target, expected) in cases {
            assert_eq!(verdict(value, target), expected, "{value:?} against {target:?}");
        }
    }
}

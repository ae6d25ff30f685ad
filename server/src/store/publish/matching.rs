//! Which record of a new reading is which record of the one before?
//!
//! Pure: fingerprints in, pairs out. From the surest sign to the weakest; what is
//! ambiguous stays unmatched, since a wrong link would put one number's history
//! under another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::fingerprint::Fingerprint;

/// Signs by which two readings of one record are known, surest first.
const SIGNS: [Sign; 5] = [
    // Nothing has changed.
    Sign { parts: |f| vec![&f.address, &f.quote, &f.key], pairing: Pairing::InOrder },
    // The passage has moved.
    Sign { parts: |f| vec![&f.quote, &f.key], pairing: Pairing::InOrder },
    // The words were touched up around the same value.
    Sign { parts: |f| vec![&f.address, &f.key], pairing: Pairing::SameCount },
    // The same words, read better.
    Sign { parts: |f| vec![&f.address, &f.quote], pairing: Pairing::SameCount },
    // An amended number in the same place.
    Sign { parts: |f| vec![&f.address], pairing: Pairing::OnlyAlike },
];

struct Sign {
    parts: fn(&Fingerprint) -> Vec<&str>,
    pairing: Pairing,
}

enum Pairing {
    /// The first with the first, as many as there are.
    InOrder,
    /// The same, but only if no record was added or lost among them.
    SameCount,
    /// Only if there is one on each side, and half of its words have stayed.
    OnlyAlike,
}

/// For each new record the earlier one that it continues, as indices.
pub(super) fn continuations(earlier: &[Fingerprint], new: &[Fingerprint]) -> HashMap<usize, usize> {
    let mut continued: HashMap<usize, usize> = HashMap::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for sign in &SIGNS {
        let open_earlier = group(earlier, sign, |index| !taken.contains(&index));
        let open_new = group(new, sign, |index| !continued.contains_key(&index));
        for (key, news) in open_new {
            let Some(olds) = open_earlier.get(&key) else { continue };
            let pairs = match sign.pairing {
                Pairing::InOrder => true,
                Pairing::SameCount => olds.len() == news.len(),
                Pairing::OnlyAlike => {
                    olds.len() == 1 && news.len() == 1 && alike(&earlier[olds[0]], &new[news[0]])
                }
            };
            if pairs {
                for (&old, &new) in olds.iter().zip(&news) {
                    taken.insert(old);
                    continued.insert(new, old);
                }
            }
        }
    }
    continued
}

type Group<'a> = BTreeMap<(crate::store::RecordKind, Vec<&'a str>), Vec<usize>>;

fn group<'a>(list: &'a [Fingerprint], sign: &Sign, open: impl Fn(usize) -> bool) -> Group<'a> {
    let mut groups = Group::new();
    for (index, fingerprint) in list.iter().enumerate().filter(|(index, _)| open(*index)) {
        groups.entry((fingerprint.kind, (sign.parts)(fingerprint))).or_default().push(index);
    }
    groups
}

fn alike(a: &Fingerprint, b: &Fingerprint) -> bool {
    let words = |f: &'_ Fingerprint| -> BTreeSet<String> { f.quote.split(' ').map(str::to_owned).collect() };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 2 >= a.len().max(b.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::RecordKind;

    fn target(address: &str, quote: &str, key: &str) -> Fingerprint {
        Fingerprint {
            kind: RecordKind::Targets,
            address: address.into(),
            quote: quote.into(),
            key: key.into(),
            nth: 0,
        }
    }

    fn matched(earlier: &[Fingerprint], new: &[Fingerprint]) -> Vec<Option<usize>> {
        let continued = continuations(earlier, new);
        (0..new.len()).map(|index| continued.get(&index).copied()).collect()
    }

    #[test]
    fn a_record_that_moved_to_another_place_is_known_by_its_words() {
        let earlier = [target("II.1 ¶1", "80% ho so", "80"), target("II.1 ¶2", "60% ho so", "60")];
        let new = [
            target("II.1 ¶1", "moi", "1"),
            target("II.1 ¶2", "80% ho so", "80"),
            target("II.1 ¶3", "60% ho so", "60"),
        ];
        assert_eq!(matched(&earlier, &new), [None, Some(0), Some(1)]);
    }

    #[test]
    fn an_amended_number_in_the_same_sentence_keeps_its_record() {
        let earlier = [target("II.1 ¶1", "toi thieu 80 ho so cap tinh", "80")];
        let new = [target("II.1 ¶1", "toi thieu 90 ho so cap tinh", "90")];
        assert_eq!(matched(&earlier, &new), [Some(0)]);
    }

    #[test]
    fn another_sentence_in_the_same_place_is_another_record() {
        let earlier = [target("II.1 ¶1", "toi thieu 80 ho so cap tinh", "80")];
        let new = [target("II.1 ¶1", "dao tao 15 lop cho can bo", "15")];
        assert_eq!(matched(&earlier, &new), [None]);
    }

    #[test]
    fn two_numbers_of_one_sentence_are_not_mixed_up_when_one_goes() {
        let earlier = [target("II.1 ¶1", "80 cap tinh", "80"), target("II.1 ¶1", "60 cap huyen", "60")];
        let new = [target("II.1 ¶1", "60 cap huyen", "60")];
        assert_eq!(matched(&earlier, &new), [Some(1)]);
    }

    #[test]
    fn what_is_ambiguous_stays_unmatched() {
        let earlier = [target("I · 1", "a", "1"), target("I · 1", "b", "1")];
        let new = [target("I · 1", "c", "1")];
        assert_eq!(matched(&earlier, &new), [None]);
    }

    #[test]
    fn kinds_are_never_linked_to_each_other() {
        let earlier = [target("I ¶1", "80%", "80")];
        let new = [Fingerprint { kind: RecordKind::Progress, ..earlier[0].clone() }];
        assert_eq!(matched(&earlier, &new), [None]);
    }
}

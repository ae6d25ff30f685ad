//! By which ids do plans and records go?

use std::collections::HashSet;

use plandoc::{
    Reading,
    text::fold::{fold, slug},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};

use super::{PlanId, Publication, fingerprint::Fingerprint};
use crate::store::{StoreError, Stored, entities::plan};

/// Characters of a record id, unless two would have the same.
const RECORD_ID_LENGTH: usize = 10;

/// Digits and letters without those that look alike (i, l, o, u).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new record's id: the same on every machine with the same history of its plan.
pub(super) fn record_id(plan: &str, fingerprint: &Fingerprint, taken: &HashSet<String>) -> String {
    let known_by = [plan, fingerprint.kind.as_str(), &fingerprint.column()].join("\n");
    let digits = base32(&Sha256::digest(known_by.as_bytes()));
    (RECORD_ID_LENGTH..digits.len())
        .map(|length| digits[..length].to_owned())
        .find(|id| !taken.contains(id))
        .unwrap_or(digits)
}

fn base32(bytes: &[u8]) -> String {
    let bit = |at: usize| usize::from(bytes[at / 8] >> (7 - at % 8) & 1);
    (0..bytes.len() * 8 / 5)
        .map(|digit| (0..5).fold(0, |value, place| value << 1 | bit(digit * 5 + place)))
        .map(|value| char::from(ALPHABET[value]))
        .collect()
}

/// The id that a plan goes by, and its current row if it has one.
pub(super) async fn settle<C: ConnectionTrait>(
    connection: &C,
    publication: &Publication<'_>,
    sha256: &str,
) -> Stored<(String, Option<plan::Model>)> {
    let same_file = plan::Entity::find()
        .filter(plan::Column::RevisionTo.is_null())
        .filter(plan::Column::Sha256.eq(sha256))
        .order_by_asc(plan::Column::Id)
        .one(connection)
        .await?;
    let derived = match &publication.id {
        PlanId::Named(id) => {
            let row = current(connection, id).await?;
            return match same_file {
                // Counted twice, its money would be twice in every sum.
                Some(other) if other.id != *id && row.as_ref().is_none_or(|row| row.sha256 != sha256) => {
                    Err(StoreError::SameFile { id: other.id })
                }
                _ => Ok((id.clone(), row)),
            };
        }
        PlanId::Derived(id) => id.clone(),
    };
    if let Some(row) = same_file {
        return Ok((row.id.clone(), Some(row)));
    }
    let number = publication.reading.plan.number.as_deref().map(slug);
    let with_number = number.map(|number| format!("{derived}-{number}"));
    for id in [Some(derived.clone()), with_number].into_iter().flatten() {
        match current(connection, &id).await? {
            None => return Ok((id, None)),
            Some(row) if same_plan(&row, publication.reading) => return Ok((id, Some(row))),
            Some(_) => {}
        }
    }
    Err(StoreError::IdTaken { id: derived })
}

async fn current<C: ConnectionTrait>(connection: &C, id: &str) -> Stored<Option<plan::Model>> {
    Ok(plan::Entity::find()
        .filter(plan::Column::RevisionTo.is_null())
        .filter(plan::Column::Id.eq(id))
        .one(connection)
        .await?)
}

/// Whether another file of the same province and period is the same plan: by its
/// number, and where one of them has none, by its title.
fn same_plan(row: &plan::Model, reading: &Reading) -> bool {
    match (&row.number, &reading.plan.number) {
        (Some(earlier), Some(new)) => slug(earlier) == slug(new),
        _ => row.title.as_deref().map(fold) == reading.plan.title.as_deref().map(fold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(quote: &str) -> Fingerprint {
        Fingerprint {
            kind: crate::store::RecordKind::Targets,
            address: "II.1 ¶1".into(),
            quote: quote.into(),
            key: "80".into(),
            nth: 0,
        }
    }

    #[test]
    fn record_ids_are_short_without_look_alikes_and_the_same_everywhere() {
        let id = record_id("soc-trang-2020", &fingerprint("80 ho so"), &HashSet::new());
        assert_eq!(id.len(), RECORD_ID_LENGTH);
        assert!(id.bytes().all(|b| ALPHABET.contains(&b)), "{id}");
        assert_eq!(id, record_id("soc-trang-2020", &fingerprint("80 ho so"), &HashSet::new()));
    }

    #[test]
    fn record_ids_differ_by_plan_and_by_words() {
        let id = record_id("soc-trang-2020", &fingerprint("80 ho so"), &HashSet::new());
        assert_ne!(id, record_id("soc-trang-2024", &fingerprint("80 ho so"), &HashSet::new()));
        assert_ne!(id, record_id("soc-trang-2020", &fingerprint("90 ho so"), &HashSet::new()));
    }

    #[test]
    fn an_id_that_is_taken_is_lengthened() {
        let short = record_id("soc-trang-2020", &fingerprint("80 ho so"), &HashSet::new());
        let long = record_id("soc-trang-2020", &fingerprint("80 ho so"), &HashSet::from([short.clone()]));
        assert_eq!(long.len(), RECORD_ID_LENGTH + 1);
        assert!(long.starts_with(&short));
    }

    #[test]
    fn base32_takes_five_bits_a_digit() {
        assert_eq!(base32(&[0x00, 0x44, 0x32, 0x14, 0xc7]), "01234567");
    }
}

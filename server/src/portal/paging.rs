//! Where did the page before end, so that the next begins right after it?
//!
//! A cursor holds the values that the last row was ordered by, never an offset:
//! what is published in between neither repeats nor hides a row that stays.

use std::cmp::Ordering;

use app::error::PortalError;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, NullOrdering, Order as Direction, SelectStatement};
use serde::{Deserialize, Serialize};

use super::{
    parameter::{Parameter, bad},
    spec::{ListSpec, Order, Type},
};
use crate::hex::{bytes, hex};

/// Value of one key in the last row of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum KeyValue {
    #[serde(rename = "n")]
    Null,
    #[serde(rename = "i")]
    Whole(i64),
    /// The bits of the number, so that no digit is lost on the way.
    #[serde(rename = "d")]
    Decimal(u64),
    #[serde(rename = "t")]
    Text(String),
}

impl KeyValue {
    /// A count as a key.
    pub(crate) fn count(count: u64) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn fits(&self, values: Type) -> bool {
        match self {
            Self::Null => true,
            Self::Whole(_) => values == Type::Whole,
            Self::Decimal(bits) => values == Type::Decimal && f64::from_bits(*bits).is_finite(),
            Self::Text(text) => values == Type::Text && !text.contains('\0'),
        }
    }

    /// Order of two values of one key, neither of them null.
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Whole(one), Self::Whole(other)) => one.cmp(other),
            (Self::Decimal(one), Self::Decimal(other)) => {
                f64::from_bits(*one).total_cmp(&f64::from_bits(*other))
            }
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            _ => Ordering::Equal,
        }
    }

    fn expr(&self) -> Option<Expr> {
        match self {
            Self::Null => None,
            Self::Whole(number) => Some(Expr::val(*number)),
            Self::Decimal(bits) => Some(Expr::val(f64::from_bits(*bits))),
            Self::Text(text) => Some(Expr::val(text.clone())),
        }
    }
}

/// Where a page ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cursor {
    /// The order that it belongs to: "spending:-amount_vnd".
    #[serde(rename = "o")]
    order: String,
    #[serde(rename = "k")]
    keys: Vec<KeyValue>,
}

/// The order of a list as asked for, down to the id, which no two rows share.
#[derive(Debug)]
pub(crate) struct Paging {
    name: String,
    keys: Vec<Order>,
}

/// What no two rows share.
pub(crate) const BY_ID: Order = Order::text("id", "id").always();

impl Paging {
    /// The order that `sort` asks for, or the list's own.
    pub(crate) fn new(spec: &ListSpec, sort: Option<&str>) -> Self {
        let chosen = sort.and_then(|sort| {
            let (name, falling) = sort.strip_prefix('-').map_or((sort, false), |name| (name, true));
            spec.sorts.iter().find(|order| order.name == name).map(|order| order.in_direction(falling))
        });
        let mut keys: Vec<Order> = chosen.into_iter().collect();
        keys.extend(spec.order);
        keys.push(BY_ID);
        Self { name: format!("{}:{}", spec.noun, sort.unwrap_or_default()), keys }
    }

    /// The order by these keys, which no two rows share all of; its cursors are told from others by the name.
    pub(crate) fn by(name: String, keys: Vec<Order>) -> Self {
        Self { name, keys }
    }

    /// The columns that a row is ordered by.
    pub(crate) fn keys(&self) -> &[Order] {
        &self.keys
    }

    /// Orders a selection; rows without a value come last either way.
    pub(crate) fn order(&self, select: &mut SelectStatement) {
        for key in &self.keys {
            let direction = if key.falling { Direction::Desc } else { Direction::Asc };
            // Nulls that are not there keep SQLite from taking the order from an index.
            if key.always {
                select.order_by_expr(key.expr(), direction);
            } else {
                select.order_by_expr_with_nulls(key.expr(), direction, NullOrdering::Last);
            }
        }
    }

    /// The cursor after a row.
    pub(crate) fn cursor(&self, keys: Vec<KeyValue>) -> String {
        let cursor = Cursor { order: self.name.clone(), keys };
        // A struct of strings and numbers cannot fail to become JSON.
        hex(&serde_json::to_vec(&cursor).unwrap_or_default())
    }

    /// The rows after a cursor.
    pub(crate) fn after(&self, cursor: &str) -> Result<Condition, PortalError> {
        let values = self.values(cursor)?;
        let mut after = Condition::any();
        for (at, (key, value)) in self.keys.iter().zip(&values).enumerate() {
            let Some(beyond) = beyond(key, value) else { continue };
            let mut all = Condition::all();
            for (key, value) in self.keys[..at].iter().zip(&values) {
                all = all.add(same(key, value));
            }
            after = after.add(all.add(beyond));
        }
        // Says nothing new, but an index finds the place by it.
        Ok(Condition::all().add_option(self.first_key_from(&values)).add(after))
    }

    /// Rows that the first key does not put before the cursor, where every row has a value of it.
    fn first_key_from(&self, values: &[KeyValue]) -> Option<Expr> {
        let (key, value) = self.keys.first().zip(values.first())?;
        let value = value.expr().filter(|_| key.always)?;
        Some(if key.falling { key.expr().lte(value) } else { key.expr().gte(value) })
    }

    /// What the last row before a cursor was ordered by.
    pub(crate) fn values(&self, cursor: &str) -> Result<Vec<KeyValue>, PortalError> {
        self.read(cursor).ok_or_else(|| {
            let detail = "is no cursor of this list in this order";
            bad(Parameter::Cursor.fault(detail, Parameter::Cursor.form()))
        })
    }

    /// Which of two rows comes first, as [`Self::order`] has the store do it.
    pub(crate) fn compare(&self, one: &[KeyValue], other: &[KeyValue]) -> Ordering {
        let pairs = one.iter().zip(other);
        let orders = self.keys.iter().zip(pairs).map(|(key, (one, other))| match (one, other) {
            (KeyValue::Null, KeyValue::Null) => Ordering::Equal,
            (KeyValue::Null, _) => Ordering::Greater,
            (_, KeyValue::Null) => Ordering::Less,
            _ if key.falling => other.compare(one),
            _ => one.compare(other),
        });
        orders.fold(Ordering::Equal, Ordering::then)
    }

    fn read(&self, cursor: &str) -> Option<Vec<KeyValue>> {
        let cursor: Cursor = serde_json::from_slice(&bytes(cursor)?).ok()?;
        let fits = cursor.order == self.name
            && cursor.keys.len() == self.keys.len()
            && cursor.keys.iter().zip(&self.keys).all(|(value, key)| value.fits(key.values));
        fits.then_some(cursor.keys)
    }
}

/// Rows that come after the value in this key; none come after null.
fn beyond(key: &Order, value: &KeyValue) -> Option<Condition> {
    let column = key.expr();
    let value = value.expr()?;
    let later = if key.falling { column.clone().lt(value) } else { column.clone().gt(value) };
    let null = (!key.always).then(|| column.is_null());
    Some(Condition::any().add(later).add_option(null))
}

fn same(key: &Order, value: &KeyValue) -> Expr {
    let column = key.expr();
    match value.expr() {
        Some(value) => column.eq(value),
        None => column.is_null(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::spec::{AS_PRINTED, EVERY_LIST},
        *,
    };

    const SPEC: ListSpec = ListSpec {
        noun: "spending",
        common: EVERY_LIST,
        filters: &[],
        words: &[],
        sorts: &[Order::whole("amount_vnd", "amount_vnd")],
        order: AS_PRINTED,
        facets: &[],
    };

    fn values(amount: KeyValue) -> Vec<KeyValue> {
        vec![
            amount,
            KeyValue::Text("soc-trang-2020".into()),
            KeyValue::Whole(3),
            KeyValue::Text("ab12".into()),
        ]
    }

    #[test]
    fn a_cursor_gives_back_the_row_it_was_made_of() {
        let paging = Paging::new(&SPEC, Some("-amount_vnd"));
        let values = values(KeyValue::Null);
        assert_eq!(paging.read(&paging.cursor(values.clone())), Some(values));
    }

    #[test]
    fn rows_without_a_value_come_last_in_both_directions() {
        for sort in ["amount_vnd", "-amount_vnd"] {
            let paging = Paging::new(&SPEC, Some(sort));
            let (null, some) = (values(KeyValue::Null), values(KeyValue::Whole(1)));
            assert_eq!(paging.compare(&null, &some), Ordering::Greater, "{sort}");
        }
    }

    #[test]
    fn decimals_lose_nothing() {
        let bits = 0.1_f64.to_bits() + 1;
        let json = serde_json::to_string(&KeyValue::Decimal(bits)).unwrap();
        assert_eq!(serde_json::from_str::<KeyValue>(&json).unwrap(), KeyValue::Decimal(bits));
    }

    #[test]
    fn cursors_of_another_order_or_made_up_are_refused() {
        let falling = Paging::new(&SPEC, Some("-amount_vnd"));
        let rising = Paging::new(&SPEC, Some("amount_vnd"));
        let foreign = falling.cursor(values(KeyValue::Whole(1)));
        let wrong_type = rising.cursor(values(KeyValue::Text("1".into())));
        let short = rising.cursor(vec![]);
        for cursor in [foreign.as_str(), &wrong_type, &short, "", "0", "zz", "7b7d", "é1"] {
            assert!(rising.after(cursor).is_err(), "{cursor}");
        }
    }
}

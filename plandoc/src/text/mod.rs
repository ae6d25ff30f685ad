//! How are words, numbers, money and dates recognised in Vietnamese text?

pub mod clause;
pub mod date;
pub(crate) mod document_number;
pub mod fold;
pub(crate) mod layout;
mod letter;
pub mod level;
pub mod money;
pub mod number;
pub(crate) mod page_mark;
pub(crate) mod pattern;
mod places;
pub mod sentence;
pub mod shadow;
mod tone;
pub mod unit;
pub mod when;
pub(crate) mod wrap;

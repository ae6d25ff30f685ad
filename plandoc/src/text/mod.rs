//! How are words, numbers, money and dates recognised in Vietnamese text?

pub mod date;
pub mod fold;
pub mod money;
pub mod number;
pub mod shadow;

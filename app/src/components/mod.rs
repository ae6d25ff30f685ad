//! Of which parts are pages put together?
//!
//! Each part takes its language and its data as properties and asks nobody.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties, whether it uses them up or not"
)]

pub mod chart;
pub mod check_list;
pub mod comparison;
pub mod data_line;
pub mod figures;
pub mod filter_bar;
pub mod footer;
pub mod head;
pub mod icon;
pub mod masthead;
pub mod money;
pub mod pager;
pub mod parameter_name;
pub mod search_box;
pub mod section;
pub mod source;
pub mod state;
pub mod status;
pub mod structured_data;
pub mod table;
pub mod tiles;

//! Do the pages show what the portal answers, whole and without JavaScript?

mod plan_page;
mod records;
mod render;
mod sample;
mod sample_reader;
mod search_page;

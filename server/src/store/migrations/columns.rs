//! Which column types mean the same on both engines?

use sea_orm::DbBackend;
use sea_orm_migration::prelude::ColumnDef;

/// Makes columns that sort and compare alike on both engines.
#[derive(Clone, Copy)]
pub(super) struct Columns(pub(super) DbBackend);

impl Columns {
    /// Text that sorts by its bytes, as it does on `SQLite`: PostgreSQL would sort by
    /// the collation of the cluster, and page cursors would differ between machines.
    pub(super) fn text(self, name: &'static str) -> ColumnDef {
        let mut column = self.optional_text(name);
        column.not_null();
        column
    }

    /// The same, null allowed.
    pub(super) fn optional_text(self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        match self.0 {
            DbBackend::Postgres => column.custom("text COLLATE \"C\""),
            _ => column.text(),
        };
        column
    }

    /// A whole number.
    pub(super) fn integer(self, name: &'static str) -> ColumnDef {
        let mut column = self.optional_integer(name);
        column.not_null();
        column
    }

    /// The same, null allowed.
    pub(super) fn optional_integer(self, name: &'static str) -> ColumnDef {
        let _ = self;
        let mut column = ColumnDef::new(name);
        column.integer();
        column
    }

    /// A revision, a size or an amount in VND.
    pub(super) fn big(self, name: &'static str) -> ColumnDef {
        let mut column = self.optional_big(name);
        column.not_null();
        column
    }

    /// The same, null allowed.
    pub(super) fn optional_big(self, name: &'static str) -> ColumnDef {
        let _ = self;
        let mut column = ColumnDef::new(name);
        column.big_integer();
        column
    }
}

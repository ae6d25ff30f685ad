//! Which columns of the records, or of groups of them, are in an answer?

use app::{
    error::{ParameterFault, PortalError},
    types::filter::Filter,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    columns::{Column, columns},
    noun::Noun,
};
use crate::portal::{
    Parameter, english,
    grouping::{self, Grouping},
    listed,
};

/// The columns of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    /// In the order of the shape.
    pub(crate) columns: Vec<Column>,
    /// Whether the answer is of groups.
    pub(crate) grouped: bool,
}

impl Selection {
    /// What a checked filter asks for.
    pub(crate) fn of<N: Noun>(filter: &Filter) -> Result<Self, PortalError> {
        let english = english(filter.lang.as_deref());
        let grouped = grouping::is_asked(filter);
        let all = if grouped {
            Grouping::new(N::SPEC, filter)
                .outputs()
                .into_iter()
                .map(|own| Column::of_group(own, english))
                .collect()
        } else {
            columns::<N>(english)
        };
        let Some(fields) = &filter.fields else { return Ok(Self { columns: all, grouped }) };
        let unknown = listed(fields).find(|field| all.iter().all(|column| !column.belongs_to(field)));
        if let Some(unknown) = unknown {
            let fault = ParameterFault {
                parameter: Parameter::Fields.name().to_owned(),
                detail: format!("\"{unknown}\" is none of its values"),
                allowed: all.into_iter().map(|column| column.name).collect(),
            };
            return Err(PortalError::BadParameter { faults: vec![fault] });
        }
        let chosen = |column: &Column| listed(fields).any(|field| column.belongs_to(field));
        Ok(Self { columns: all.into_iter().filter(chosen).collect(), grouped })
    }

    /// A record with these columns only, in their order.
    pub(crate) fn row<'a>(&'a self, record: &'a Value) -> Row<'a> {
        Row::new(&self.columns, record)
    }
}

/// A record with some of its columns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// Columns that are fields of it, or fields of its fields.
    columns: &'a [Column],
    /// How many fields led here.
    depth: usize,
    value: &'a Value,
}

impl<'a> Row<'a> {
    /// A record with these columns, in their order.
    pub(crate) fn new(columns: &'a [Column], record: &'a Value) -> Self {
        Self { columns, depth: 0, value: record }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let same = |one: &Column, other: &Column| one.field(self.depth) == other.field(self.depth);
        for columns in self.columns.chunk_by(same) {
            let Some(field) = columns.first().and_then(|column| column.field(self.depth)) else { continue };
            let value = self.value.get(field).unwrap_or(&Value::Null);
            let below = columns.iter().any(|column| column.field(self.depth + 1).is_some());
            if below && !value.is_null() {
                map.serialize_entry(field, &Row { columns, depth: self.depth + 1, value })?;
            } else {
                map.serialize_entry(field, value)?;
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use app::types::spending::Spending;

    use super::*;

    #[test]
    fn a_record_with_all_its_columns_is_the_record() {
        let filter = Filter::default();
        let whole = Selection::of::<Spending>(&filter).unwrap();
        let source = serde_json::json!({"section": null, "address": "III.2 ¶6", "start": 5, "end": 9});
        let mut record =
            serde_json::json!({"source": source, "evidence": {"title": [{"start": 1, "end": 2}]}});
        for column in whole.columns.iter().filter(|column| column.field(1).is_none()) {
            let field = column.field(0).unwrap().to_owned();
            record.as_object_mut().unwrap().entry(field).or_insert(Value::Null);
        }
        assert_eq!(serde_json::to_value(whole.row(&record)).unwrap(), record);
    }

    #[test]
    fn fields_are_columns_or_what_holds_them() {
        let filter = Filter { fields: Some("title, source".into()), ..Filter::default() };
        let some = Selection::of::<Spending>(&filter).unwrap();
        let names: Vec<&str> = some.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["source_section", "source_address", "source_start", "source_end", "title"]);
        let filter = Filter { fields: Some("title,price".into()), ..Filter::default() };
        let Err(PortalError::BadParameter { faults }) = Selection::of::<Spending>(&filter) else { panic!() };
        assert!(faults[0].detail.contains("price") && faults[0].allowed.contains(&"amount_vnd".to_owned()));
    }
}

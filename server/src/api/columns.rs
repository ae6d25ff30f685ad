//! Which columns has a record: in `meta`, in the documentation and in CSV?
//!
//! They are read off the schema of the public shape, so that no list of names is kept
//! by hand: a nested object becomes one column for each of its fields, joined with "_".

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{ArrayItems, SchemaType, Type},
    },
};

use super::column_label::label;

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Column {
    /// Its name in CSV; in JSON the fields that lead to it.
    #[schema(example = "amount_vnd")]
    pub(crate) name: String,
    /// "string", "integer", "number", "boolean"; "list" is an array of words or numbers, joined with "; "
    /// in CSV; "json" is a map or a list of objects, and stands in CSV as JSON.
    #[schema(example = "integer")]
    pub(crate) r#type: &'static str,
    /// What people read, in the language asked for.
    #[schema(example = "Kinh phí (đồng)")]
    pub(crate) label: String,
    /// The fields that lead to it.
    #[serde(skip)]
    path: Vec<String>,
}

impl Column {
    /// Its value as the cell of a table: null is nothing at all.
    pub(crate) fn cell(&self, record: &Value) -> String {
        let value = self.path.iter().try_fold(record, |value, field| value.get(field));
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(items)) if self.r#type == "list" => {
                items.iter().map(plain).collect::<Vec<_>>().join("; ")
            }
            Some(value) => value.to_string(),
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The columns of a public shape, in the order of its fields.
pub(crate) fn columns<T: ToSchema>(english: bool) -> Vec<Column> {
    let mut schemas = Vec::new();
    T::schemas(&mut schemas);
    let walk = Walk { schemas: schemas.into_iter().collect(), english };
    let mut columns = Vec::new();
    walk.fields(&T::schema(), &mut Vec::new(), &mut columns);
    columns
}

/// A walk down the schemas of a shape.
struct Walk {
    schemas: HashMap<String, RefOr<Schema>>,
    english: bool,
}

impl Walk {
    fn resolve<'a>(&'a self, schema: &'a RefOr<Schema>) -> Option<&'a Schema> {
        match schema {
            RefOr::T(schema) => Some(schema),
            RefOr::Ref(reference) => {
                let name = reference.ref_location.rsplit('/').next()?;
                self.resolve(self.schemas.get(name)?)
            }
        }
    }

    fn fields(&self, schema: &RefOr<Schema>, path: &mut Vec<String>, columns: &mut Vec<Column>) {
        let Some(schema) = self.resolve(schema) else { return };
        match schema {
            Schema::AllOf(all) => all.items.iter().for_each(|item| self.fields(item, path, columns)),
            // A value that may be null is "null or this".
            Schema::OneOf(one) => {
                for item in one.items.iter().filter(|item| !self.is_null(item)) {
                    self.fields(item, path, columns);
                }
            }
            Schema::Object(object) if !object.properties.is_empty() => {
                for (name, property) in &object.properties {
                    path.push(name.clone());
                    self.fields(property, path, columns);
                    path.pop();
                }
            }
            Schema::Object(object) => columns.push(self.column(path, leaf(&object.schema_type))),
            Schema::Array(array) => columns.push(self.column(path, self.list(&array.items))),
            _ => columns.push(self.column(path, "json")),
        }
    }

    fn is_null(&self, schema: &RefOr<Schema>) -> bool {
        matches!(self.resolve(schema), Some(Schema::Object(object)) if object.schema_type == SchemaType::Type(Type::Null))
    }

    fn list(&self, items: &ArrayItems) -> &'static str {
        let ArrayItems::RefOrSchema(item) = items else { return "json" };
        match self.resolve(item) {
            Some(Schema::Object(object)) if object.properties.is_empty() => "list",
            _ => "json",
        }
    }

    fn column(&self, path: &[String], r#type: &'static str) -> Column {
        let name = path.join("_");
        Column { label: label(&name, self.english), name, r#type, path: path.to_vec() }
    }
}

fn leaf(schema_type: &SchemaType) -> &'static str {
    let types = match schema_type {
        SchemaType::Type(one) => std::slice::from_ref(one),
        SchemaType::Array(several) => several.as_slice(),
        SchemaType::AnyValue => return "json",
    };
    match types.iter().find(|one| **one != Type::Null) {
        Some(Type::String) => "string",
        Some(Type::Integer) => "integer",
        Some(Type::Number) => "number",
        Some(Type::Boolean) => "boolean",
        // An object without fields of its own is a map.
        _ => "json",
    }
}

#[cfg(test)]
mod tests {
    use app::types::{
        agency::Agency, check::Check, citation::Citation, indicator::Indicator, law::Law,
        objective::Objective, plan::Plan, progress::Progress, province::Province, spending::Spending,
        target::Target, total::Total,
    };

    use super::*;

    fn names<T: ToSchema>() -> Vec<String> {
        columns::<T>(false).into_iter().map(|column| column.name).collect()
    }

    #[test]
    fn nested_fields_are_columns_of_their_own() {
        let names = names::<Spending>();
        assert_eq!(&names[..2], ["id", "plan_id"]);
        for name in ["source_section", "source_address", "source_start", "source_end", "amount_vnd", "in_sum"]
        {
            assert!(names.iter().any(|own| own == name), "{name} of {names:?}");
        }
        assert!(!names.iter().any(|own| own == "source" || own == "record"));
    }

    #[test]
    fn fields_that_may_be_null_are_columns_like_others() {
        let names = names::<Plan>();
        for name in ["kind", "figures_planned_amount_vnd", "figures_stated_met"] {
            assert!(names.iter().any(|own| own == name), "{name} of {names:?}");
        }
    }

    #[test]
    fn cells_hold_values_as_they_are() {
        let record = serde_json::json!({
            "title": "=1+1", "partner_agencies": ["Sở A", "Sở B"], "amount_vnd": 16_000_000_000_i64,
            "year": null, "in_sum": true, "source": {"start": 5}, "evidence": {"title": [{"start": 1, "end": 2}]},
        });
        let columns = columns::<Spending>(false);
        let cell = |name: &str| columns.iter().find(|column| column.name == name).unwrap().cell(&record);
        assert_eq!(cell("title"), "=1+1");
        assert_eq!(cell("partner_agencies"), "Sở A; Sở B");
        assert_eq!(cell("amount_vnd"), "16000000000");
        assert_eq!(cell("year"), "");
        assert_eq!(cell("in_sum"), "true");
        assert_eq!(cell("source_start"), "5");
        assert!(cell("evidence").starts_with('{'), "{}", cell("evidence"));
    }

    #[test]
    fn every_column_has_a_label_in_both_languages() {
        let every = |english| {
            let mut all = columns::<Plan>(english);
            all.extend(columns::<Province>(english));
            all.extend(columns::<Objective>(english));
            all.extend(columns::<Target>(english));
            all.extend(columns::<Progress>(english));
            all.extend(columns::<Spending>(english));
            all.extend(columns::<Total>(english));
            all.extend(columns::<Citation>(english));
            all.extend(columns::<Check>(english));
            all.extend(columns::<Indicator>(english));
            all.extend(columns::<Agency>(english));
            all.extend(columns::<Law>(english));
            all
        };
        for english in [false, true] {
            let bare: Vec<String> = every(english)
                .into_iter()
                .filter(|column| column.label == column.name)
                .map(|c| c.name)
                .collect();
            assert_eq!(bare, Vec::<String>::new(), "columns without a label");
        }
    }
}

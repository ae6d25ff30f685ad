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
        KnownFormat, RefOr, Schema, SchemaFormat,
        schema::{ArrayItems, SchemaType, Type},
    },
};

use super::{column_description::description, column_label::label};
use crate::portal::grouping::{GroupValues, Output};

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
    /// "date" for strings that are ISO dates; null for all else.
    pub(crate) format: Option<&'static str>,
    /// What its numbers count where that is the same in every record: "VND", "%".
    #[schema(example = "VND")]
    pub(crate) unit: Option<&'static str>,
    /// What it says, in the language asked for.
    #[schema(example = "Amount in VND.")]
    pub(crate) description: String,
    /// The fields that lead to it.
    #[serde(skip)]
    path: Vec<String>,
}

impl Column {
    /// A column of groups of records.
    pub(crate) fn of_group(output: Output, english: bool) -> Self {
        let name = output.name();
        let (r#type, about, vi, en) = match output {
            Output::Value(own, GroupValues::Named) => ("string", own, "", ""),
            Output::Value(own, GroupValues::Whole) => ("integer", own, "", ""),
            Output::Value(own, GroupValues::Flag) => ("boolean", own, "", ""),
            Output::Label(own) => ("string", own, ", tên gọi", ", name"),
            Output::Count => ("integer", "count", "", ""),
            Output::Sum(own) => ("integer", own, ", tổng", ", sum"),
            Output::Rows(own) => ("integer", own, ", số dòng được cộng", ", records added up"),
        };
        let label = label(about, english) + if english { en } else { vi };
        let unit = unit(&name).filter(|_| matches!(output, Output::Sum(_)));
        Self { path: vec![name.clone()], description: label.clone(), format: None, unit, label, name, r#type }
    }

    /// Whether it is meant by a name: its own, or that of a field that holds it.
    pub(crate) fn belongs_to(&self, name: &str) -> bool {
        self.name == name || (1..self.path.len()).any(|depth| self.path[..depth].join("_") == name)
    }

    /// The field that leads to it from so deep.
    pub(crate) fn field(&self, depth: usize) -> Option<&str> {
        self.path.get(depth).map(String::as_str)
    }

    /// Its value in a record, if it has one.
    pub(crate) fn value<'a>(&self, record: &'a Value) -> Option<&'a Value> {
        self.path.iter().try_fold(record, |value, field| value.get(field)).filter(|value| !value.is_null())
    }

    /// Its value as the cell of a table: null is nothing at all.
    pub(crate) fn cell(&self, record: &Value) -> String {
        match self.value(record) {
            None => String::new(),
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
    walk.fields(&T::schema(), "", &mut Vec::new(), &mut columns);
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

    /// Adds the columns below a schema; `said` is what the field that holds it says of itself.
    fn fields(&self, schema: &RefOr<Schema>, said: &str, path: &mut Vec<String>, columns: &mut Vec<Column>) {
        let Some(schema) = self.resolve(schema) else { return };
        match schema {
            Schema::AllOf(all) => all.items.iter().for_each(|item| self.fields(item, said, path, columns)),
            // A value that may be null is "null or this".
            Schema::OneOf(one) => {
                for item in one.items.iter().filter(|item| !self.is_null(item)) {
                    self.fields(item, said, path, columns);
                }
            }
            Schema::Object(object) if !object.properties.is_empty() => {
                for (name, property) in &object.properties {
                    path.push(name.clone());
                    self.fields(property, own_words(property), path, columns);
                    path.pop();
                }
            }
            Schema::Object(object) => {
                let date = object.format == Some(SchemaFormat::KnownFormat(KnownFormat::Date));
                let column = self.column(path, leaf(&object.schema_type), said);
                columns.push(Column { format: date.then_some("date"), ..column });
            }
            Schema::Array(array) => columns.push(self.column(path, self.list(&array.items), said)),
            _ => columns.push(self.column(path, "json", said)),
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

    fn column(&self, path: &[String], r#type: &'static str, said: &str) -> Column {
        let name = path.join("_");
        let label = label(&name, self.english);
        let description = if self.english { said } else { description(&name).unwrap_or(&label) }.to_owned();
        let unit = unit(&name);
        Column { label, format: None, unit, description, name, r#type, path: path.to_vec() }
    }
}

/// What a field says of itself; shapes that it refers to speak for all that refer to them.
fn own_words(property: &RefOr<Schema>) -> &str {
    let said = match property {
        RefOr::Ref(reference) => Some(&reference.description),
        RefOr::T(Schema::Object(object)) => object.description.as_ref(),
        RefOr::T(Schema::Array(array)) => array.description.as_ref(),
        RefOr::T(Schema::OneOf(one)) => one.description.as_ref(),
        RefOr::T(Schema::AllOf(all)) => all.description.as_ref(),
        RefOr::T(_) => None,
    };
    said.map_or("", String::as_str)
}

/// What a column counts, where its name says so.
fn unit(name: &str) -> Option<&'static str> {
    if name.ends_with("_vnd") {
        return Some("VND");
    }
    (name == "printed_rate").then_some("%")
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

//! What is one address of the API: who answers it, and how is it documented?
//!
//! Router and documentation are made of the same list of endpoints, so that neither can
//! lack what the other has.

use app::types::filter::{LIMIT_MAX, YEARS};
use axum::routing::MethodRouter;
use serde_json::{Value, json};
use utoipa::{
    ToSchema,
    openapi::{
        ContentBuilder, HeaderBuilder, HttpMethod, ObjectBuilder, PathItem, Ref, RefOr, Required,
        ResponseBuilder, Schema,
        path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
        schema::{AnyOfBuilder, ArrayBuilder, OneOfBuilder, SchemaType, Type},
    },
};

use super::{
    atom::ATOM,
    error::{PROBLEM_JSON, Problem},
    export::{Format, MARK, WORDS},
    noun::Noun,
    reply::{ListMeta, OneMeta, Page},
    table::Table,
};
use crate::{
    portal::{ListSpec, ONE_THING, Parameter, Type as ValueType, condition::described},
    state::ServerState,
};

/// Schemas by name.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

/// One address.
pub(super) struct Endpoint {
    /// Below `/api/v1`, as router and OpenAPI spell it: "/plans/{id}".
    pub(super) path: String,
    /// Who answers.
    pub(super) answer: MethodRouter<ServerState>,
    /// How it is documented.
    pub(super) item: PathItem,
    /// Schemas that the documentation refers to.
    pub(super) schemas: Schemas,
    /// The list that it gives, if it gives one.
    pub(super) table: Option<Table>,
}

/// Statuses of errors that an address may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fails {
    /// Only for parameters.
    Parameters,
    /// Also for an id that is not known.
    UnknownId,
    /// Also for a record that was withdrawn.
    UnknownOrGone,
}

impl Endpoint {
    /// A page of a list.
    pub(super) fn list<N: Noun>(path: String, answer: MethodRouter<ServerState>) -> Self {
        // In place of records there may be groups of them, and records may hold some fields only.
        let group = ObjectBuilder::new().description(Some(
            "Where `group_by` or `sum` is asked: one of the groups, with the columns that `meta.columns` names. \
             Where `fields` is asked: a record with these only.",
        ));
        let row = AnyOfBuilder::new().item(reference::<N>()).item(group).build();
        let data = ArrayBuilder::new().items(RefOr::T(Schema::AnyOf(row))).build();
        let reply = ObjectBuilder::new()
            .property("data", data)
            .property("page", reference::<Page>())
            .property("meta", reference::<ListMeta>())
            .required("data")
            .required("page")
            .required("meta")
            .build();
        let mut ok = ok("One page of the list.", [("application/json", Some(reply.into()))]);
        let links = "`next`, where there is more; `describedby`, the OpenAPI document; `license`; `alternate`, the \
            whole list as files (RFC 8288).";
        let words = ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).build();
        ok.headers.insert(
            "Link".to_owned(),
            HeaderBuilder::new().schema(Some(words)).description(Some(links)).build().into(),
        );
        let operation =
            operation(&format!("list_{}", N::SPEC.noun), N::SUMMARY, N::DESCRIPTION, N::SPEC.noun);
        let operation = with_conditions(with_parameters(operation, N::SPEC), N::SPEC).response("200", ok);
        let mut schemas = Schemas::new();
        gather::<N>(&mut schemas);
        gather::<Page>(&mut schemas);
        gather::<ListMeta>(&mut schemas);
        let table = Some(Table::of::<N>());
        Self { table, ..Self::new(path, answer, operation, Fails::Parameters, schemas) }
    }

    /// The whole list as a file.
    pub(super) fn export<N: Noun>(path: String, answer: MethodRouter<ServerState>, format: Format) -> Self {
        let noun = N::SPEC.noun;
        let text = ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).build();
        let ok = ok("The whole list.", [(format.media_type(), Some(text.into()))]);
        let (name, shape) = format.described();
        let summary = format!("All {noun} under a filter, as {name}");
        let description = format!(
            "Always the whole filtered list, at one revision; `limit` and `cursor` change nothing. {shape}"
        );
        let id = match format {
            Format::Csv => format!("export_{noun}"),
            _ => format!("export_{noun}_{}", format.ending()),
        };
        let operation = operation(&id, &summary, &description, noun);
        let mut operation = with_parameters(operation, N::SPEC).response("200", ok);
        if format == Format::Csv {
            let words = WORDS.map(str::to_owned).to_vec();
            let description = "`true`: with a byte-order mark at the beginning, by which Excel knows UTF-8.";
            operation =
                operation.parameter(query(MARK, description, Type::String, Some(words), None, LIMIT_MAX));
        }
        Self::new(path, answer, operation, Fails::Parameters, Schemas::new())
    }

    /// What is new in a list.
    pub(super) fn feed<N: Noun>(path: String, answer: MethodRouter<ServerState>) -> Self {
        let noun = N::SPEC.noun;
        let summary = format!("What is new in {noun} under a filter, as an Atom feed");
        let description = "The 100 records that were published or changed here last, for feed readers; \
            `sort`, `limit` and `cursor` change nothing.";
        let operation = operation(&format!("feed_{noun}"), &summary, description, noun)
            .response("200", ok("An Atom feed (RFC 4287).", [(ATOM, None)]));
        Self::new(path, answer, with_parameters(operation, N::SPEC), Fails::Parameters, Schemas::new())
    }

    /// One of a list.
    pub(super) fn one<N: Noun>(path: String, answer: MethodRouter<ServerState>) -> Self {
        let noun = N::SPEC.noun;
        let fails = if N::IS_RECORD { Fails::UnknownOrGone } else { Fails::UnknownId };
        let ok = ok("What goes by this id.", [("application/json", Some(one_of(reference::<N>())))]);
        let operation = operation(&format!("get_{noun}"), &format!("One of {noun}, by its id"), "", noun)
            .parameter(id("Its id; of a province, its slug."))
            .response("200", ok);
        let operation = with_parameters(operation, &ONE_THING);
        let mut schemas = Schemas::new();
        gather::<N>(&mut schemas);
        gather::<OneMeta>(&mut schemas);
        Self::new(path, answer, operation, fails, schemas)
    }

    /// Any address; the errors that it may answer are added.
    pub(super) fn new(
        path: impl Into<String>,
        answer: MethodRouter<ServerState>,
        operation: OperationBuilder,
        fails: Fails,
        mut schemas: Schemas,
    ) -> Self {
        gather::<Problem>(&mut schemas);
        let mut operation =
            operation.response("400", problem("A parameter is unknown or has no legal value."));
        if fails != Fails::Parameters {
            operation =
                operation.response("404", problem("Nothing goes by this id; ids that look alike are named."));
        }
        if fails == Fails::UnknownOrGone {
            operation = operation.response("410", problem("The record was withdrawn; `detail` says why."));
        }
        let operation: Operation = operation.build();
        Self {
            path: path.into(),
            answer,
            item: PathItem::new(HttpMethod::Get, operation),
            schemas,
            table: None,
        }
    }
}

/// `{"data": …, "meta": …}` around a schema.
pub(super) fn one_of(data: impl Into<RefOr<Schema>>) -> RefOr<Schema> {
    ObjectBuilder::new()
        .property("data", data)
        .property("meta", reference::<OneMeta>())
        .required("data")
        .required("meta")
        .build()
        .into()
}

/// The start of an operation.
pub(super) fn operation(id: &str, summary: &str, description: &str, tag: &str) -> OperationBuilder {
    OperationBuilder::new()
        .operation_id(Some(id))
        .summary(Some(summary))
        .description(Some(description).filter(|description| !description.is_empty()))
        .tag(tag)
}

/// A good answer in these media types.
pub(super) fn ok<const N: usize>(
    description: &str,
    contents: [(&str, Option<RefOr<Schema>>); N],
) -> utoipa::openapi::Response {
    let response = ResponseBuilder::new().description(description);
    let response = contents.into_iter().fold(response, |response, (media_type, schema)| {
        response.content(media_type, ContentBuilder::new().schema(schema).build())
    });
    response.build()
}

fn problem(description: &str) -> utoipa::openapi::Response {
    ok(description, [(PROBLEM_JSON, Some(reference::<Problem>()))])
}

/// A reference to the schema of a public shape.
pub(super) fn reference<T: ToSchema>() -> RefOr<Schema> {
    Ref::from_schema_name(T::name()).into()
}

/// Adds the schema of a public shape, and those that it is made of.
pub(super) fn gather<T: ToSchema>(schemas: &mut Schemas) {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
}

/// An id in the path.
pub(super) fn id(description: &str) -> ParameterBuilder {
    ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).build()))
}

/// A schema by its name, or null.
pub(super) fn or_null<T: ToSchema>() -> RefOr<Schema> {
    let null = ObjectBuilder::new().schema_type(SchemaType::new(Type::Null)).build();
    Schema::OneOf(OneOfBuilder::new().item(null).item(reference::<T>()).build()).into()
}

/// Values of a type, or nothing between "=" and "&", which asks nothing.
fn typed(schema: ObjectBuilder, values: Type) -> ObjectBuilder {
    match values {
        Type::Integer | Type::Number => {
            schema.schema_type(SchemaType::Array(vec![values, Type::String])).max_length(Some(0))
        }
        _ => schema.schema_type(SchemaType::new(values)),
    }
}

/// A parameter in the query.
pub(super) fn query(
    name: &str,
    description: &str,
    values: Type,
    words: Option<Vec<String>>,
    example: Option<Value>,
    limit: u32,
) -> ParameterBuilder {
    // What a form leaves empty is as if it were not there.
    let words = words.map(|words| words.into_iter().chain([String::new()]).collect::<Vec<_>>());
    let mut schema = ObjectBuilder::new().enum_values(words);
    if name == Parameter::Limit.name() {
        schema = schema.minimum(Some(1)).maximum(Some(i64::from(limit)));
    }
    if name == "since" {
        schema = schema.minimum(Some(0));
    }
    if name == Parameter::Year.name() && values == Type::Integer {
        schema = schema.minimum(Some(*YEARS.start())).maximum(Some(*YEARS.end()));
    }
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(typed(schema, values).build()))
        .example(example)
}

/// Adds what an address can be asked.
pub(super) fn with_parameters(operation: OperationBuilder, spec: &ListSpec) -> OperationBuilder {
    with_parameters_up_to(operation, spec, LIMIT_MAX)
}

/// Adds what an address can be asked that gives no more than so many at a time.
pub(super) fn with_parameters_up_to(
    operation: OperationBuilder,
    spec: &ListSpec,
    limit: u32,
) -> OperationBuilder {
    spec.parameters().fold(operation, |operation, parameter| {
        let values = match parameter {
            Parameter::Year | Parameter::Limit => Type::Integer,
            _ => Type::String,
        };
        let words = spec.words(parameter);
        operation.parameter(query(
            parameter.name(),
            parameter.description(),
            values,
            words,
            example(parameter),
            limit,
        ))
    })
}

/// Adds what can be asked of each column.
fn with_conditions(operation: OperationBuilder, spec: &ListSpec) -> OperationBuilder {
    described(spec).into_iter().fold(operation, |operation, own| {
        let values = match own.values {
            ValueType::Whole => Type::Integer,
            ValueType::Decimal => Type::Number,
            ValueType::Text => Type::String,
        };
        operation.parameter(query(&own.name, &own.description, values, own.words, None, LIMIT_MAX))
    })
}

fn example(parameter: Parameter) -> Option<Value> {
    Some(match parameter {
        Parameter::Q => json!("so hoa"),
        Parameter::Plan => json!("kien-giang-2020"),
        Parameter::Province => json!("soc-trang"),
        Parameter::ProvinceNow => json!("can-tho"),
        Parameter::Year => json!(2020),
        Parameter::Number => json!("43/2011/NĐ-CP"),
        Parameter::Limit => json!(100),
        _ => return None,
    })
}

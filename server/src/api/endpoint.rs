//! What is one address of the API: who answers it, and how is it documented?
//!
//! Router and documentation are made of the same list of endpoints, so that neither can
//! lack what the other has.

use app::types::filter::LIMIT_MAX;
use axum::routing::MethodRouter;
use serde_json::{Value, json};
use utoipa::{
    ToSchema,
    openapi::{
        ContentBuilder, HttpMethod, ObjectBuilder, PathItem, Ref, RefOr, Required, ResponseBuilder, Schema,
        path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
        schema::{ArrayBuilder, SchemaType, Type},
    },
};

use super::{
    error::{PROBLEM_JSON, Problem},
    export::TEXT_CSV,
    noun::Noun,
    reply::{ListMeta, OneMeta, Page},
};
use crate::{
    portal::{ListSpec, ONE_THING, Parameter},
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
        let data = ArrayBuilder::new().items(reference::<N>()).build();
        let reply = ObjectBuilder::new()
            .property("data", data)
            .property("page", reference::<Page>())
            .property("meta", reference::<ListMeta>())
            .required("data")
            .required("page")
            .required("meta")
            .build();
        let ok = ok("One page of the list.", [("application/json", Some(reply.into()))]);
        let operation =
            operation(&format!("list_{}", N::SPEC.noun), N::SUMMARY, N::DESCRIPTION, N::SPEC.noun);
        let operation = with_parameters(operation, N::SPEC).response("200", ok);
        let mut schemas = Schemas::new();
        gather::<N>(&mut schemas);
        gather::<Page>(&mut schemas);
        gather::<ListMeta>(&mut schemas);
        Self::new(path, answer, operation, Fails::Parameters, schemas)
    }

    /// The whole list as CSV.
    pub(super) fn export<N: Noun>(path: String, answer: MethodRouter<ServerState>) -> Self {
        let noun = N::SPEC.noun;
        let description = "Always the whole filtered list; `limit` and `cursor` change nothing. UTF-8 without \
            byte-order mark, header row, lines end in CR LF. Lists of words are joined with \"; \"; nested \
            fields are columns of their own (`source_start`); maps and lists of objects are JSON; null is an \
            empty cell. Cells are the published words, never altered: import them as text where a program \
            would take a leading \"=\" for a formula.";
        let text = ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).build();
        let ok = ok("The list as CSV.", [(TEXT_CSV, Some(text.into()))]);
        let summary = format!("All {noun} under a filter, as CSV");
        let operation = operation(&format!("export_{noun}"), &summary, description, noun);
        let operation = with_parameters(operation, N::SPEC).response("200", ok);
        Self::new(path, answer, operation, Fails::Parameters, Schemas::new())
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
        Self { path: path.into(), answer, item: PathItem::new(HttpMethod::Get, operation), schemas }
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

/// A parameter in the query.
pub(super) fn query(
    name: &str,
    description: &str,
    values: Type,
    words: Option<Vec<String>>,
    example: Option<Value>,
    limit: u32,
) -> ParameterBuilder {
    let mut schema = ObjectBuilder::new().enum_values(words);
    if name == Parameter::Limit.name() {
        schema = schema.minimum(Some(1)).maximum(Some(i64::from(limit)));
    }
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema.schema_type(SchemaType::new(values)).build()))
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

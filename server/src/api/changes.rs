//! What has changed since a revision, so that a mirror need never fetch all again?

use app::{
    error::{ParameterFault, PortalError},
    portal::Answer,
    types::filter::LIMIT_MAX,
};
use axum::{
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use futures_util::stream;
use serde::{Serialize, Serializer};
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::schema::{ArrayBuilder, ObjectBuilder, Type},
};

use super::{
    API,
    columns::Column,
    endpoint::{Endpoint, Fails, Schemas, gather, ok, operation, query, reference},
    error::Problem,
    export::Format,
    reply::{OneMeta, Page, json},
    selection::Row,
    table::{Table, tables},
};
use crate::{
    portal::{
        ServerPortal,
        changes::{Became, changes},
        pairs,
    },
    state::ServerState,
};

/// Changes at a time where none is told.
const LIMIT_DEFAULT: u32 = 200;

/// What one can ask, with what it is.
const PARAMETERS: [(&str, &str); 3] = [
    ("since", "The revision that a mirror holds; 0, or nothing, gives all records as added."),
    ("limit", "Changes at a time; 200 unless told."),
    ("cursor", "Where the page before ended: use the address in `page.next`. Opaque."),
];

/// What became of one record since the revision, however often it changed in between.
#[derive(Debug, Serialize, ToSchema)]
struct Change {
    /// The revision that made it what it is.
    #[schema(example = 5)]
    revision: u64,
    /// When that was.
    #[schema(format = DateTime)]
    at: String,
    /// Its list.
    #[schema(example = "spending")]
    list: String,
    /// Its id in the list.
    id: String,
    /// "added", "changed" or "withdrawn".
    #[serde(rename = "change")]
    #[schema(example = "changed")]
    became: &'static str,
    /// Why it was withdrawn.
    reason: Option<String>,
    /// Its place in its plan's list: files of the data set are in order of plan, place and id.
    place: i32,
    /// The record as its list gives it; null if it was withdrawn.
    #[schema(value_type = Option<Object>)]
    record: Option<Record>,
}

/// A record with the columns of its list.
#[derive(Debug)]
struct Record {
    columns: std::sync::Arc<[Column]>,
    value: Value,
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Row::new(&self.columns, &self.value).serialize(serializer)
    }
}

/// A page of changes.
#[derive(Debug, Serialize)]
struct Reply {
    data: Vec<Change>,
    page: Next,
    meta: OneMeta,
}

/// Where to go on.
#[derive(Debug, Serialize, ToSchema)]
struct Next {
    /// Address of the next page; null on the last.
    next: Option<String>,
}

/// The addresses of the changes.
pub(super) fn endpoints() -> Vec<Endpoint> {
    let description = "Oldest first. A mirror asks with the `meta.revision` that it has seen last, follows \
        `page.next` to the end, and keeps the `meta.revision` of the last page. Lists that are worked out from all \
        plans (`provinces`) are not in it: they are short, fetch them whole.";
    let reply = ObjectBuilder::new()
        .property("data", ArrayBuilder::new().items(reference::<Change>()).build())
        .property("page", reference::<Next>())
        .property("meta", reference::<OneMeta>())
        .required("data")
        .required("page")
        .required("meta")
        .build();
    let paged = operation("list_changes", "What changed since a revision", description, "changes")
        .response("200", ok("One page of changes.", [("application/json", Some(reply.into()))]));
    let whole = operation(
        "export_changes",
        "All changes since a revision, as NDJSON",
        "One change in each line, `record` last; the revision that they lead to is in the `X-Revision` header.",
        "changes",
    )
    .response("200", ok("All changes.", [(Format::Ndjson.media_type(), None)]));
    let mut schemas = Schemas::new();
    gather::<Change>(&mut schemas);
    gather::<Next>(&mut schemas);
    gather::<OneMeta>(&mut schemas);
    gather::<Page>(&mut schemas);
    let with = |operation, names: &[usize]| {
        names.iter().fold(operation, |operation: utoipa::openapi::path::OperationBuilder, at| {
            let (name, description) = PARAMETERS[*at];
            let values = if name == "cursor" { Type::String } else { Type::Integer };
            operation.parameter(query(name, description, values, None, None, LIMIT_MAX))
        })
    };
    vec![
        Endpoint::new("/changes", get(list), with(paged, &[0, 1, 2]), Fails::Parameters, schemas),
        Endpoint::new("/changes.ndjson", get(lines), with(whole, &[0]), Fails::Parameters, Schemas::new()),
    ]
}

/// What is asked.
#[derive(Debug, Default)]
struct Asked {
    since: u64,
    limit: u32,
    cursor: Option<String>,
}

impl Asked {
    fn read(query: &str, names: &[&str]) -> Result<Self, PortalError> {
        let mut asked = Self { limit: LIMIT_DEFAULT, ..Self::default() };
        let mut faults = Vec::new();
        let mut fault = |parameter: &str, detail: &str, allowed: Vec<String>| {
            faults.push(ParameterFault {
                parameter: parameter.to_owned(),
                detail: detail.to_owned(),
                allowed,
            });
        };
        let given = pairs(query);
        for (at, (name, value)) in given.iter().enumerate() {
            let value = value.trim();
            if !names.contains(&name.as_str()) {
                let names = names.iter().map(|name| (*name).to_owned()).collect();
                fault(name, "this address takes no such parameter", names);
            } else if given[..at].iter().any(|(earlier, _)| earlier == name) {
                fault(name, "is given more than once", vec!["one value".to_owned()]);
            } else if value.is_empty() {
            } else if name == "cursor" {
                asked.cursor = Some(value.to_owned());
            } else if name == "since" {
                match value.parse() {
                    Ok(since) => asked.since = since,
                    Err(_) => fault(name, "is no revision", vec!["a whole number from 0".to_owned()]),
                }
            } else {
                match value.parse() {
                    Ok(limit) if (1..=LIMIT_MAX).contains(&limit) => asked.limit = limit,
                    _ => {
                        let allowed = vec![format!("a whole number from 1 to {LIMIT_MAX}")];
                        fault(name, "lies outside what is taken", allowed);
                    }
                }
            }
        }
        if faults.is_empty() { Ok(asked) } else { Err(PortalError::BadParameter { faults }) }
    }
}

async fn list(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = Asked::read(query.as_deref().unwrap_or_default(), &PARAMETERS.map(|(name, _)| name))?;
    let portal = state.portal.held();
    let (data, next) = page(&portal, &asked, &Shapes::new()).await?;
    let next = next.map(|cursor| {
        let (since, limit) = (asked.since, asked.limit);
        format!("{}{API}/changes?since={since}&limit={limit}&cursor={cursor}", state.public_url)
    });
    json(&Reply { data, page: Next { next }, meta: OneMeta { revision: portal.shown() } })
}

async fn lines(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = Asked::read(query.as_deref().unwrap_or_default(), &["since"])?;
    let asked = Asked { limit: LIMIT_MAX, ..asked };
    let portal = state.portal.held();
    let revision = portal.shown();
    let shapes = Shapes::new();
    let first = page(&portal, &asked, &shapes).await?;
    let body = stream::try_unfold(Some((first, portal, asked, shapes)), |state| async move {
        let Some(((changes, next), portal, asked, shapes)) = state else { return Ok(None) };
        let bytes = written(&changes)?;
        let rest = match next {
            Some(cursor) => {
                let asked = Asked { cursor: Some(cursor), ..asked };
                Some((page(&portal, &asked, &shapes).await?, portal, asked, shapes))
            }
            None => None,
        };
        Ok::<_, PortalError>(Some((bytes, rest)))
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(Format::Ndjson.media_type())),
        (header::HeaderName::from_static("x-revision"), HeaderValue::from(revision)),
    ];
    Ok((headers, Body::from_stream(body)).into_response())
}

fn written(changes: &[Change]) -> Answer<Bytes> {
    let mut lines = Vec::new();
    for change in changes {
        serde_json::to_writer(&mut lines, change).map_err(|error| {
            tracing::error!(%error, "a change could not be written as JSON");
            PortalError::Failed { what: "a change could not be written as JSON".to_owned() }
        })?;
        lines.push(b'\n');
    }
    Ok(lines.into())
}

/// How records of each list are made public.
struct Shapes(Vec<(Table, std::sync::Arc<[Column]>)>);

impl Shapes {
    fn new() -> Self {
        Self(tables().into_iter().map(|table| (table, (table.columns)(false).into())).collect())
    }

    fn record(&self, list: &str, body: &str) -> Answer<Option<Record>> {
        let Some((table, columns)) = self.0.iter().find(|(table, _)| table.spec.noun == list) else {
            return Ok(None);
        };
        let value = (table.stored)(body)?;
        Ok(value.map(|value| Record { columns: columns.clone(), value }))
    }
}

async fn page(
    portal: &ServerPortal,
    asked: &Asked,
    shapes: &Shapes,
) -> Answer<(Vec<Change>, Option<String>)> {
    let page = changes(portal, asked.since, asked.cursor.as_deref(), asked.limit).await?;
    let changes = page.records.into_iter().map(|change| {
        let record = match change.became {
            Became::Withdrawn => None,
            Became::Added | Became::Changed => shapes.record(&change.list, &change.body)?,
        };
        Ok(Change {
            revision: change.revision,
            at: change.at,
            list: change.list,
            id: change.id,
            became: match change.became {
                Became::Added => "added",
                Became::Changed => "changed",
                Became::Withdrawn => "withdrawn",
            },
            reason: change.reason,
            place: change.place,
            record,
        })
    });
    Ok((changes.collect::<Answer<_>>()?, page.next))
}

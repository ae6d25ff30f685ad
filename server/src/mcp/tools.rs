//! What does each tool answer?

use app::{
    error::PortalError,
    portal::Portal as _,
    types::{
        progress::Progress,
        search::{Fragment, Hit, SearchQuery},
        spending::Spending,
        target::Target,
    },
};
use serde_json::{Map, Value, json};

use super::{
    arguments::Arguments,
    cited,
    message::Fault,
    tool::{LISTS, all},
};
use crate::{
    api::{error::Problem, noun::Noun},
    portal::{ServerPortal, compare},
    state::ServerState,
};

/// Why a tool has no answer, in words that an assistant can act on.
struct Refused(String);

impl From<String> for Refused {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<PortalError> for Refused {
    fn from(error: PortalError) -> Self {
        Self(serde_json::to_string(&Problem::from(error)).unwrap_or_default())
    }
}

/// The result of `tools/call`. What is wrong with arguments is a result too, as the protocol has it.
pub(super) async fn call(state: &ServerState, params: &Value) -> Result<Value, Fault> {
    let name = params["name"].as_str().unwrap_or_default();
    let tool = all().into_iter().find(|tool| tool.name == name).ok_or_else(|| {
        let names = all().map(|tool| tool.name).join(", ");
        Fault::params(format!("no tool \"{name}\"; there are {names}"))
    })?;
    let none = Map::new();
    let given = match &params["arguments"] {
        Value::Object(given) => given,
        Value::Null => &none,
        _ => return Err(Fault::params("\"arguments\" is expected to be an object".to_owned())),
    };
    let answer = match Arguments::read(&tool, given) {
        Ok(arguments) => answered(state, tool.name, &arguments).await,
        Err(words) => Err(Refused(words)),
    };
    Ok(match answer {
        Ok(answer) => {
            let text = answer.to_string();
            json!({"content": [{"type": "text", "text": text}], "structuredContent": answer, "isError": false})
        }
        Err(Refused(words)) => json!({"content": [{"type": "text", "text": words}], "isError": true}),
    })
}

async fn answered(state: &ServerState, tool: &str, arguments: &Arguments) -> Result<Value, Refused> {
    let portal = state.portal.held();
    let public_url = &*state.public_url;
    match tool {
        "search" => found(&portal, public_url, arguments).await,
        "get_plan" => plan(&portal, public_url, arguments).await,
        "compare" => compared(&portal, public_url, arguments).await,
        _ => match arguments.get("list").unwrap_or_default() {
            "targets" => listed::<Target>(&portal, public_url, arguments).await,
            "spending" => listed::<Spending>(&portal, public_url, arguments).await,
            "progress" => listed::<Progress>(&portal, public_url, arguments).await,
            other => Err(Refused(format!("no list \"{other}\"; there are {}", LISTS.join(", ")))),
        },
    }
}

async fn found(portal: &ServerPortal, public_url: &str, arguments: &Arguments) -> Result<Value, Refused> {
    let limit = arguments.limit()?.to_string();
    let query = SearchQuery::parse(&arguments.query(&["limit", "cursor"]));
    let query = query.with("view", Some("ranked")).with("facets", Some("none")).with("limit", Some(&limit));
    // Each change forgets the cursor, which comes last.
    let query = query.with("cursor", arguments.get("cursor"));
    let results = portal.search(&query).await?;
    let hits: Vec<Value> =
        results.groups.iter().flat_map(|group| &group.hits).map(|one| hit(public_url, one)).collect();
    Ok(json!({
        "total": results.total, "hits": hits, "next": results.next, "revision": results.revision,
        "did_you_mean": results.did_you_mean,
    }))
}

fn hit(public_url: &str, hit: &Hit) -> Value {
    let words = |parts: &[Fragment]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
    json!({
        "kind": hit.kind, "id": hit.id, "plan": hit.plan_label, "title": hit.title.as_deref().map(words),
        "value": hit.value, "amount_vnd": hit.amount_vnd, "year": hit.year,
        "citation": {
            "url": format!("{public_url}{}", hit.href), "plan": hit.plan_id, "place": hit.address,
            "quote": words(&hit.snippet),
        },
    })
}

async fn plan(portal: &ServerPortal, public_url: &str, arguments: &Arguments) -> Result<Value, Refused> {
    let id = arguments.get("id").unwrap_or_default();
    let detail = portal.plan(id, arguments.get("lang").unwrap_or("vi")).await?;
    let differing: Vec<&str> = detail
        .checks
        .iter()
        .filter(|check| json!(check.severity) == "differs")
        .map(|check| check.message.as_str())
        .collect();
    let plan = &detail.plan;
    Ok(json!({
        "id": plan.id, "title": plan.title, "number": plan.number, "issued_on": plan.issued_on,
        "issuer": plan.issuer, "province": plan.province, "province_now": plan.province_now,
        "period_start": plan.period_start, "period_end": plan.period_end, "sections": plan.sections,
        "figures": plan.figures, "differs": differing, "revision": portal.shown(),
        "citation": {"url": format!("{public_url}/plans/{}", plan.id), "plan": plan.id},
        "text": format!("{public_url}/api/v1/plans/{}/text", plan.id),
        "document": format!("{public_url}/api/v1/plans/{}/document", plan.id),
    }))
}

async fn listed<N: Noun>(
    portal: &ServerPortal,
    public_url: &str,
    arguments: &Arguments,
) -> Result<Value, Refused> {
    let mut filter = N::SPEC.parse(&arguments.query(&["list", "limit"]))?;
    filter.limit = Some(arguments.limit()?);
    let listing = N::list(portal, &filter).await?;
    let records: Vec<Value> =
        listing.records.iter().map(|own| json!(own)).map(|own| cited::record(public_url, &own)).collect();
    let mut answer = json!({
        "total": listing.total, "records": records, "next": listing.next, "revision": listing.revision,
    });
    for (name, figure) in N::figures(portal, &filter).await? {
        answer[name] = figure;
    }
    Ok(answer)
}

async fn compared(portal: &ServerPortal, public_url: &str, arguments: &Arguments) -> Result<Value, Refused> {
    let filter = compare::SPEC.parse(&arguments.query(&["provinces"]))?;
    let comparison = compare::compare(portal, &filter, &arguments.all("provinces")).await?;
    let mut answer = cited::comparison(public_url, &json!(comparison));
    answer["revision"] = json!(portal.shown());
    Ok(answer)
}

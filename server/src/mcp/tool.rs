//! Which tools are there, and what does each take?

use serde_json::{Map, Value, json};

/// Records that one answer holds at most: an assistant reads all of it.
pub(super) const LIMIT_MAX: u32 = 100;

/// Lists that an assistant can ask.
pub(super) const LISTS: [&str; 3] = ["targets", "spending", "progress"];

/// One tool.
pub(super) struct Tool {
    pub(super) name: &'static str,
    title: &'static str,
    about: &'static str,
    /// Name, JSON type and meaning of what it takes.
    takes: &'static [(&'static str, &'static str, &'static str)],
    pub(super) required: &'static [&'static str],
}

const PLAN: (&str, &str, &str) = ("plan", "string", "Id of a plan: \"kien-giang-2020\".");
const PROVINCE: (&str, &str, &str) =
    ("province", "string", "Slug of a province as it was before 1 July 2025: \"soc-trang\".");
const YEAR: (&str, &str, &str) = ("year", "integer", "A year: 2020.");
const LIMIT: (&str, &str, &str) = ("limit", "integer", "Records at a time, 1 to 100; 20 unless told.");
const CURSOR: (&str, &str, &str) = ("cursor", "string", "`next` of the answer before, to go on.");
const LANG: (&str, &str, &str) = ("lang", "string", "Language of labels: vi or en.");

/// All tools.
pub(super) fn all() -> [Tool; 4] {
    [
        Tool {
            name: "search",
            title: "Search the plans",
            about: "Full text over passages and records of all plans, with or without Vietnamese marks, the best \
                    hits first. Each hit has the words found and the address of their sentence.",
            takes: &[
                ("q", "string", "Words; \"in this order\", begin*, -not, one OR other are understood."),
                (
                    "kind",
                    "string",
                    "Only plan, spending, total, target, objective, progress, citation or passage.",
                ),
                PROVINCE,
                PLAN,
                YEAR,
                LIMIT,
                CURSOR,
                LANG,
            ],
            required: &["q"],
        },
        Tool {
            name: "get_plan",
            title: "One plan",
            about: "What a plan is, its counts and sums, and what differs in it. `search` finds ids of plans.",
            takes: &[("id", "string", "Id of the plan: \"kien-giang-2020\"."), LANG],
            required: &["id"],
        },
        Tool {
            name: "list_records",
            title: "Records of a list",
            about: "Targets (numbers promised), spending (tasks with money, VND) or progress (results reported), \
                    filtered. `total` counts all under the filter, `sums` adds up their money.",
            takes: &[
                ("list", "string", "targets, spending or progress."),
                ("q", "string", "Words that a record holds, with or without marks."),
                PLAN,
                PROVINCE,
                ("province_now", "string", "Slug of a province as it is since 1 July 2025: \"can-tho\"."),
                YEAR,
                ("indicator", "string", "Targets and progress: catalogue id of what is counted."),
                ("status", "string", "Targets and progress: met, partly, missed; targets also not_reported."),
                ("phase", "string", "Spending: planned, executed or reported."),
                ("agency", "string", "Spending: catalogue id of the lead agency."),
                ("sort", "string", "A column, \"-\" in front for falling order: \"-amount_vnd\"."),
                LIMIT,
                CURSOR,
                LANG,
            ],
            required: &["list"],
        },
        Tool {
            name: "compare",
            title: "One indicator across plans",
            about: "What plans promise and report of one indicator, and which rows may be set side by side \
                    (`comparable`); of the others `reason` says why not.",
            takes: &[
                ("indicator", "string", "Catalogue id of the indicator, as records carry it."),
                ("provinces", "array", "Slugs of up to eight provinces; all unless told."),
                YEAR,
                LANG,
            ],
            required: &["indicator"],
        },
    ]
}

impl Tool {
    /// Whether it takes something of this name.
    pub(super) fn takes(&self, name: &str) -> bool {
        self.takes.iter().any(|(own, ..)| *own == name)
    }

    /// The names of all that it takes.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.takes.iter().map(|(name, ..)| *name).collect()
    }

    /// As `tools/list` gives it.
    pub(super) fn description(&self) -> Value {
        let properties: Map<String, Value> =
            self.takes.iter().map(|take| (take.0.to_owned(), schema(take))).collect();
        json!({
            "name": self.name,
            "title": self.title,
            "description": self.about,
            "inputSchema": {
                "type": "object",
                "properties": properties,
                "required": self.required,
                "additionalProperties": false,
            },
            "annotations": {"readOnlyHint": true, "idempotentHint": true, "openWorldHint": false},
        })
    }
}

fn schema((name, kind, about): &(&str, &str, &str)) -> Value {
    let mut schema = json!({"type": kind, "description": about});
    match *name {
        "list" => schema["enum"] = json!(LISTS),
        "lang" => schema["enum"] = json!(["vi", "en"]),
        "limit" => {
            schema["minimum"] = json!(1);
            schema["maximum"] = json!(LIMIT_MAX);
        }
        "provinces" => {
            schema["items"] = json!({"type": "string"});
            schema["maxItems"] = json!(8);
        }
        _ => {}
    }
    schema
}

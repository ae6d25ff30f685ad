//! What do a reading's records look like in public, and in the store's columns?
//!
//! The one place where the reader's types become the public shapes.

use std::collections::BTreeMap;

use app::{format, types};
use plandoc::{
    Reading,
    catalog::{agencies, provinces},
    records::RecordRef,
    text::fold::words,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{PlanCheck, fingerprint::Fingerprint};
use crate::store::{RecordKind, StoreError, Stored, entities::record};

/// A check as the store keeps it: the public shape in Vietnamese, and its message in English.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredCheck {
    /// The public shape.
    #[serde(flatten)]
    pub check: types::check::Check,
    /// The message in English.
    pub message_en: String,
}

/// Ids of a reading's records, list by list.
pub(super) struct Ids {
    pub(super) lists: BTreeMap<RecordKind, Vec<String>>,
}

impl Ids {
    /// Those of the list of spending.
    pub(super) fn spending(&self) -> &[String] {
        self.lists.get(&RecordKind::Spending).map(Vec::as_slice).unwrap_or_default()
    }

    /// The id that a reference of the reader means.
    fn of(&self, reference: &RecordRef) -> Option<&str> {
        let (list, index) = reference.0.split_once('/')?;
        let kind = RecordKind::ALL.into_iter().find(|kind| kind.as_str() == list)?;
        self.lists.get(&kind)?.get(index.parse::<usize>().ok()?).map(String::as_str)
    }
}

/// What all records of one publication share.
pub(super) struct Context<'a> {
    pub(super) plan_id: &'a str,
    pub(super) reading: &'a Reading,
    /// The reading's own checks, then those across plans.
    pub(super) checks: Vec<PlanCheck>,
    pub(super) text_sha256: &'a str,
    pub(super) reader_version: i32,
    pub(super) revision: i64,
    pub(super) ids: Ids,
}

impl Context<'_> {
    /// The row of one record of the reading.
    pub(super) fn row(
        &self,
        kind: RecordKind,
        index: usize,
        known_by: &Fingerprint,
    ) -> Stored<record::Model> {
        let id = &self.ids.lists[&kind][index];
        let mut row = self.blank(kind, id, index, known_by);
        match kind {
            RecordKind::Objectives => self.objective(&mut row, index),
            RecordKind::Targets => self.target(&mut row, index),
            RecordKind::Progress => self.progress(&mut row, index),
            RecordKind::Spending => self.spending(&mut row, index),
            RecordKind::Totals => self.total(&mut row, index),
            RecordKind::Citations => self.citation(&mut row, index),
            RecordKind::Checks => self.check(&mut row, &self.checks[index]),
        }?;
        Ok(row)
    }

    /// The row of a check across two plans, under an id and in a place of its own.
    pub(super) fn check_row(
        &self,
        id: &str,
        ordinal: i32,
        check: &PlanCheck,
        known_by: &Fingerprint,
    ) -> Stored<record::Model> {
        let mut row = record::Model { ordinal, ..self.blank(RecordKind::Checks, id, 0, known_by) };
        self.check(&mut row, check)?;
        Ok(row)
    }

    fn objective(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let public: types::objective::Objective = self.public(row, &self.reading.objectives[index], &[])?;
        row.label.clone_from(&public.text);
        self.finish(row, &public.record, [public.area.as_deref(), Some(&public.text)]);
        self.embody(row, &public)
    }

    fn target(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let mut public: Map<String, Value> =
            self.map(row, &self.reading.targets[index], &["objective", "outcomes"])?;
        if public.get("status").is_none_or(Value::is_null) {
            public.insert("status".into(), "not_reported".into());
        }
        let public: types::target::Target = self.typed(row, public)?;
        row.year = public.due_year;
        row.status = word(&public.status);
        row.indicator.clone_from(&public.indicator);
        row.level = word(&public.level);
        row.value = Some(public.value);
        row.label.clone_from(&public.label);
        self.finish(row, &public.record, [public.area.as_deref(), Some(&public.label)]);
        self.embody(row, &public)
    }

    fn progress(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let public: types::progress::Progress =
            self.public(row, &self.reading.progress[index], &["answers"])?;
        row.year = public.year;
        row.status = word(&public.status);
        row.status_basis = word(&public.status_basis);
        row.indicator.clone_from(&public.indicator);
        row.level = word(&public.level);
        row.value = public.value;
        row.label.clone_from(&public.label);
        self.finish(row, &public.record, [Some(public.label.as_str())]);
        self.embody(row, &public)
    }

    fn spending(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let mut public = self.map(row, &self.reading.spending[index], &["repeats"])?;
        let agency = self.reading.spending[index].lead_agency.as_deref().and_then(agencies::find);
        public.insert("lead_agency_id".into(), agency.map(|agency| agency.id.clone()).into());
        let public: types::spending::Spending = self.typed(row, public)?;
        row.year = public.year;
        row.amount_vnd = public.amount_vnd;
        row.disbursed_vnd = public.disbursed_vnd;
        row.in_sum = Some(public.in_sum);
        row.phase = word(&public.phase);
        row.amount_basis = word(&public.amount_basis);
        row.funding_source.clone_from(&public.funding_source);
        row.agency_id.clone_from(&public.lead_agency_id);
        row.label.clone_from(&public.title);
        let partners = public.partner_agencies.join(" ");
        self.finish(
            row,
            &public.record,
            [
                Some(public.title.as_str()),
                public.group.as_deref(),
                public.lead_agency.as_deref(),
                Some(&partners),
                public.product.as_deref(),
                public.funding_note.as_deref(),
            ],
        );
        self.embody(row, &public)
    }

    fn total(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let public: types::total::Total = self.public(row, &self.reading.totals[index], &[])?;
        row.amount_vnd = public.amount_vnd;
        row.disbursed_vnd = public.disbursed_vnd;
        row.funding_source.clone_from(&public.funding_source);
        row.label.clone_from(&public.label);
        self.finish(row, &public.record, [Some(public.label.as_str())]);
        self.embody(row, &public)
    }

    fn citation(&self, row: &mut record::Model, index: usize) -> Stored<()> {
        let public: types::citation::Citation = self.public(row, &self.reading.citations[index], &[])?;
        row.number = Some(public.number.clone());
        row.label = public.title.clone().unwrap_or_else(|| public.number.clone());
        self.finish(row, &public.record, [Some(public.number.as_str()), public.title.as_deref()]);
        self.embody(row, &public)
    }

    fn check(&self, row: &mut record::Model, PlanCheck { check, across }: &PlanCheck) -> Stored<()> {
        let mut public: types::check::Check = self.public(row, check, &["records"])?;
        if let Some(across) = across {
            public.records.extend(across.record_id.clone());
            row.other_plan_id = Some(across.plan_id.clone());
        }
        row.check_kind = word(&public.kind);
        row.severity = word(&public.severity);
        row.start = check.start.and_then(|start| i32::try_from(start).ok());
        row.label.clone_from(&public.message);
        row.folded =
            folded([Some(public.message.as_str()), public.quote.as_deref(), Some(&check.message_en)]);
        self.embody(row, &StoredCheck { check: public, message_en: check.message_en.clone() })
    }

    fn blank(&self, kind: RecordKind, id: &str, index: usize, known_by: &Fingerprint) -> record::Model {
        let plan = &self.reading.plan;
        record::Model {
            row_id: 0,
            id: id.to_owned(),
            kind,
            plan_id: self.plan_id.to_owned(),
            ordinal: i32::try_from(index).unwrap_or(i32::MAX),
            revision_from: self.revision,
            revision_to: None,
            gone_reason: None,
            reader_version: self.reader_version,
            text_sha256: self.text_sha256.to_owned(),
            fingerprint: known_by.column(),
            other_plan_id: None,
            start: None,
            province_slug: plan.province_slug.clone(),
            province_now_slug: plan.province_now.clone(),
            year: None,
            amount_vnd: None,
            disbursed_vnd: None,
            in_sum: None,
            phase: None,
            amount_basis: None,
            status: None,
            status_basis: None,
            indicator: None,
            agency_id: None,
            funding_source: None,
            level: None,
            number: None,
            severity: None,
            check_kind: None,
            value: None,
            label: String::new(),
            folded: String::new(),
            body: String::new(),
        }
    }

    /// The columns that every record with a quote fills alike.
    fn finish<'a>(
        &self,
        row: &mut record::Model,
        record: &'a types::record::Record,
        words: impl IntoIterator<Item = Option<&'a str>>,
    ) {
        let _ = self;
        row.start = i32::try_from(record.source.start).ok();
        row.folded = folded(words.into_iter().chain([Some(record.quote.as_str())]));
    }

    fn public<P: DeserializeOwned>(
        &self,
        row: &record::Model,
        record: &impl Serialize,
        references: &[&str],
    ) -> Stored<P> {
        self.typed(row, self.map(row, record, references)?)
    }

    /// The record's fields with what the store adds, references as record ids.
    fn map(
        &self,
        row: &record::Model,
        record: &impl Serialize,
        references: &[&str],
    ) -> Stored<Map<String, Value>> {
        let value = serde_json::to_value(record).map_err(|error| self.fault(row, &error.to_string()))?;
        let Value::Object(mut map) = value else { return Err(self.fault(row, "it is no object")) };
        for &field in references {
            if let Some(value) = map.get_mut(field) {
                self.translate(row, value)?;
            }
        }
        let plan = &self.reading.plan;
        map.insert("id".into(), row.id.clone().into());
        map.insert("plan_id".into(), self.plan_id.into());
        let label = format::plan_label(plan.province.as_deref(), plan.period_start, plan.period_end);
        map.insert("plan_label".into(), label.into());
        map.insert("province".into(), plan.province.clone().into());
        map.insert("province_slug".into(), plan.province_slug.clone().into());
        map.insert("province_now".into(), province_name(plan.province_now.as_deref()).into());
        map.insert("text_sha256".into(), self.text_sha256.into());
        map.insert("corrected".into(), Value::Null);
        Ok(map)
    }

    fn translate(&self, row: &record::Model, value: &mut Value) -> Stored<()> {
        match value {
            Value::String(reference) => {
                let reference = RecordRef(std::mem::take(reference));
                let id = self.ids.of(&reference);
                *value = id.ok_or_else(|| self.fault(row, &format!("it names {}", reference.0)))?.into();
                Ok(())
            }
            Value::Array(list) => list.iter_mut().try_for_each(|value| self.translate(row, value)),
            _ => Ok(()),
        }
    }

    fn typed<P: DeserializeOwned>(&self, row: &record::Model, map: Map<String, Value>) -> Stored<P> {
        serde_json::from_value(Value::Object(map)).map_err(|error| self.fault(row, &error.to_string()))
    }

    fn embody(&self, row: &mut record::Model, public: &impl Serialize) -> Stored<()> {
        row.body = serde_json::to_string(public).map_err(|error| self.fault(row, &error.to_string()))?;
        Ok(())
    }

    fn fault(&self, row: &record::Model, detail: &str) -> StoreError {
        StoreError::Reading {
            plan: self.plan_id.to_owned(),
            detail: format!("{}/{} has no public shape: {detail}", row.kind.as_str(), row.ordinal),
        }
    }
}

/// Name of a province by its slug.
pub(super) fn province_name(slug: Option<&str>) -> Option<String> {
    slug.and_then(provinces::by_slug).map(|province| province.name.clone())
}

/// Words as a search without marks compares them, spaced so that " word " finds whole words.
pub(super) fn folded<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let words: Vec<String> = parts.into_iter().flatten().flat_map(words).collect();
    format!(" {} ", words.join(" "))
}

/// The public word of a value; none for null.
pub(super) fn word<T: Serialize>(value: &T) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => Some(word),
        _ => None,
    }
}

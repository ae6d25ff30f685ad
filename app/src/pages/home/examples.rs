//! Which three answers show what one can ask?
//!
//! Chosen by rule from the records of the day: a promise, a plan's money, a task's
//! money planned and spent; each short enough to be read at a glance.

use leptos::prelude::*;

use crate::{
    components::{
        section::Section,
        source::{Quote, RecordAddress, SourceLink},
    },
    format,
    i18n::Language,
    pages::Visit,
    paths,
    portal::Answer,
    types::{
        filter::{Filter, LIMIT_MAX},
        record::{Comparator, Confidence, Record},
        spending::{Phase, Spending},
        target::Target,
        total::Total,
    },
};

/// Letters of a quote that one reads at a glance.
const SHORT_QUOTE: std::ops::RangeInclusive<usize> = 30..=170;
/// Letters of a name that fits a question.
const SHORT_NAME: std::ops::RangeInclusive<usize> = 15..=80;

/// A question with its answer and the words that give it.
pub struct Example {
    question: String,
    answer: AnyView,
    record: Record,
}

/// The examples that the records give today, at most three.
pub async fn of(visit: &Visit) -> Answer<Vec<Example>> {
    let lang = visit.lang;
    let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
    let targets = visit.portal.targets(&every).await?.records;
    let totals = visit.portal.totals(&every).await?.records;
    let largest = Filter { sort: Some("-amount_vnd".to_owned()), ..every };
    let spending = visit.portal.spending(&largest).await?.records;
    let promise = best_promise(&targets).and_then(|target| promise(lang, target));
    let other =
        |record: &Record| promise.as_ref().is_none_or(|promise| promise.record.province != record.province);
    let total = best_total(&totals, other);
    let money = match total {
        Some(total) => money(visit, total).await?,
        None => None,
    };
    let task = best_task(&spending).and_then(|task| task_money(lang, task));
    Ok([promise, money, task].into_iter().flatten().collect())
}

/// Sure, of a named province, with few words.
fn is_plain(record: &Record) -> bool {
    record.confidence == Confidence::High
        && record.province.is_some()
        && SHORT_QUOTE.contains(&record.quote.chars().count())
}

/// A share promised for a year, at the least: the one with the shortest words.
fn best_promise(targets: &[Target]) -> Option<&Target> {
    targets
        .iter()
        .filter(|target| is_plain(&target.record) && target.unit.as_deref() == Some("%") && !target.interim)
        .filter(|target| target.comparator == Comparator::Gte && target.due_year.is_some())
        .filter(|target| SHORT_NAME.contains(&target.label.chars().count()))
        .min_by_key(|target| (target.record.quote.chars().count(), target.record.id.clone()))
}

/// What a whole plan costs, said in a sentence, of another province than the promise if there is one.
fn best_total(totals: &[Total], other: impl Fn(&Record) -> bool) -> Option<&Total> {
    let is_sentence = |record: &Record| record.source.address.contains('¶');
    totals
        .iter()
        .filter(|total| is_plain(&total.record) && is_sentence(&total.record))
        .filter(|total| total.scope == "plan" && total.amount_vnd.is_some())
        .min_by_key(|total| {
            (!other(&total.record), total.record.quote.chars().count(), total.record.id.clone())
        })
}

/// The largest task whose row also says what was spent.
fn best_task(spending: &[Spending]) -> Option<&Spending> {
    spending
        .iter()
        .filter(|task| task.record.province.is_some() && task.phase != Phase::Planned)
        .filter(|task| SHORT_NAME.contains(&task.title.chars().count()))
        .filter(|task| task.disbursed_vnd.is_some())
        .max_by_key(|task| (task.amount_vnd, std::cmp::Reverse(task.record.id.clone())))
}

fn link(lang: Language, record: &Record, text: String, title: Option<String>) -> AnyView {
    let href = paths::record(lang, &record.plan_id, &record.id);
    view! { <SourceLink href text title /> }.into_any()
}

fn promise(lang: Language, target: &Target) -> Option<Example> {
    let record = target.record.clone();
    let question = crate::tr!(
        lang,
        "example-promise",
        province = record.province.clone()?,
        label = target.label.clone(),
        year = target.due_year?.to_string()
    );
    let unit = target.unit.as_deref();
    let words = format::compared_in_words(lang, target.comparator, target.value, target.value_max, unit);
    Some(Example { question, answer: link(lang, &record, words, None), record })
}

/// A province has many plans: the question names the years of the one that answers.
async fn money(visit: &Visit, total: &Total) -> Answer<Option<Example>> {
    let (lang, record) = (visit.lang, total.record.clone());
    let plan = visit.portal.plan(&record.plan_id, lang.code()).await?.plan;
    let label = format::plan_label(plan.province.as_deref(), plan.period_start, plan.period_end);
    let (Some(label), Some(vnd)) = (label, total.amount_vnd) else { return Ok(None) };
    let question = crate::tr!(lang, "example-money", plan = label);
    let exact = Some(format::money_exact(lang, vnd));
    Ok(Some(Example { question, answer: link(lang, &record, format::money(lang, vnd), exact), record }))
}

fn task_money(lang: Language, task: &Spending) -> Option<Example> {
    let record = task.record.clone();
    let question =
        crate::tr!(lang, "example-task", province = record.province.clone()?, task = task.title.clone());
    let shown =
        |vnd: i64| link(lang, &record, format::money(lang, vnd), Some(format::money_exact(lang, vnd)));
    let spent = shown(task.disbursed_vnd?);
    let of = task.amount_vnd.map(|vnd| view! { " " {lang.t("example-of")} " " {shown(vnd)} });
    let answer = view! {
        {spent}
        {of}
    };
    Some(Example { question, answer: answer.into_any(), record })
}

/// The examples side by side.
#[component]
pub fn Examples(
    /// Language of the page.
    lang: Language,
    /// The examples.
    examples: Vec<Example>,
) -> impl IntoView {
    (!examples.is_empty()).then(|| {
        let articles = examples.into_iter().map(|example| article(lang, example)).collect_view();
        view! {
            <Section id="examples" title=lang.t("home-examples") note=Some(lang.t("home-examples-note"))>
                <div class="asks">{articles}</div>
            </Section>
        }
    })
}

fn article(lang: Language, example: Example) -> AnyView {
    let Example { question, answer, record } = example;
    let place = record.province.clone().unwrap_or_default();
    view! {
        <article>
            <h3>{question}</h3>
            <p class="ans">{answer}</p>
            <Quote lang text=record.quote.clone() address=record.source.address.clone()>
                <RecordAddress lang record=&record />
                ", "
                <a href=paths::plan(lang, &record.plan_id)>{place}</a>
            </Quote>
        </article>
    }
    .into_any()
}

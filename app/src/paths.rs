//! At which address does each page and its data stand?
//!
//! A page and its data share path and query: `/targets?year=2024`,
//! `/api/v1/targets?year=2024`, `/api/v1/targets.csv?year=2024`.

use leptos::prelude::use_context;
use leptos_router::location::RequestUrl;

use crate::{
    error::{ParameterFault, PortalError},
    i18n::Language,
    types::filter::Filter,
};

/// Where the portal is reached from outside, without a slash at the end; the server provides it as context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicUrl(pub String);

/// The address that was asked for, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Language of the page.
    pub lang: Language,
    /// Path without the language: "/plans".
    pub path: String,
    /// Query as sent, without "?".
    pub query: String,
}

impl Place {
    /// The place of the request being answered.
    pub fn current() -> Self {
        use_context::<RequestUrl>().map_or_else(Self::default, |url| Self::parse(url.as_ref()))
    }

    /// Takes "/en/plans?year=2020" apart; an origin in front is left out.
    pub fn parse(address: &str) -> Self {
        let address = match address.split_once("://") {
            Some((scheme, rest)) if scheme.chars().all(char::is_alphanumeric) => {
                rest.find(['/', '?']).map_or("/", |start| &rest[start..])
            }
            _ => address,
        };
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (lang, path) = match path.strip_prefix("/en") {
            Some("" | "/") => (Language::En, "/"),
            Some(rest) if rest.starts_with('/') => (Language::En, rest),
            _ => (Language::Vi, path),
        };
        let path = if path.is_empty() { "/" } else { path };
        Self { lang, path: path.to_owned(), query: query.to_owned() }
    }

    /// The same page in `lang`, with its query.
    pub fn in_language(&self, lang: Language) -> String {
        with_query(&page(lang, &self.path), &self.query)
    }

    /// The filter that the query states; empty fields of a form count as not given.
    pub fn filter(&self) -> Result<Filter, PortalError> {
        let filter = filter_of(&self.query)?;
        // A page shows whole records, whatever a file of the same address is asked for.
        Ok(Filter {
            lang: Some(self.lang.code().to_owned()),
            group_by: None,
            sum: None,
            fields: None,
            facets: None,
            ..filter
        })
    }
}

/// Reads a query into a filter, with what it asks of columns ("`amount_vnd__gte`").
pub fn filter_of(query: &str) -> Result<Filter, PortalError> {
    let conditions = stated_pairs(query).into_iter().filter(|(name, _)| name.contains("__")).collect();
    Ok(Filter { conditions, ..query_as::<Filter>(query)? })
}

/// Reads a query into a structure of optional fields; empty fields count as not given.
pub fn query_as<T: serde::de::DeserializeOwned>(query: &str) -> Result<T, PortalError> {
    let pairs = stated_pairs(query);
    let stated = serde_urlencoded::to_string(&pairs).unwrap_or_default();
    serde_urlencoded::from_str(&stated)
        .map_err(|_| PortalError::BadParameter { faults: faults_of::<T>(&pairs) })
}

/// The provinces that a query names, which may be several, and the query without them.
pub fn provinces_of(query: &str) -> (Vec<String>, String) {
    let pairs = stated_pairs(query).into_iter();
    let (provinces, others): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| name == "province");
    let mut slugs: Vec<String> = Vec::new();
    for (_, slug) in provinces {
        if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    (slugs, query_of(&others))
}

fn stated_pairs(query: &str) -> Vec<(String, String)> {
    let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
    pairs.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect()
}

/// Each pair that does not read alone, and each that is given twice.
fn faults_of<T: serde::de::DeserializeOwned>(pairs: &[(String, String)]) -> Vec<ParameterFault> {
    let fault = |parameter: &str, detail: String| ParameterFault {
        parameter: parameter.to_owned(),
        detail,
        allowed: Vec::new(),
    };
    let mut faults = Vec::new();
    for (place, (name, value)) in pairs.iter().enumerate() {
        let alone = serde_urlencoded::to_string([(name, value)]).unwrap_or_default();
        if serde_urlencoded::from_str::<T>(&alone).is_err() {
            faults.push(fault(name, format!("\"{value}\"")));
        } else if pairs[..place].iter().any(|(earlier, _)| earlier == name) {
            faults.push(fault(name, "×2".to_owned()));
        }
    }
    faults
}

/// A path in a language: `page(En, "/plans")` is "/en/plans".
pub fn page(lang: Language, path: &str) -> String {
    match (lang.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// A plan's page.
pub fn plan(lang: Language, plan: &str) -> String {
    page(lang, &format!("/plans/{plan}"))
}

/// The sentence of a record in its plan's reader.
pub fn record(lang: Language, plan: &str, record: &str) -> String {
    page(lang, &format!("/plans/{plan}#r-{record}"))
}

/// A province's page.
pub fn province(lang: Language, slug: &str) -> String {
    page(lang, &format!("/provinces/{slug}"))
}

/// An indicator's page.
pub fn indicator(lang: Language, id: &str) -> String {
    page(lang, &format!("/indicators/{id}"))
}

/// An agency's page.
pub fn agency(lang: Language, id: &str) -> String {
    page(lang, &format!("/agencies/{id}"))
}

/// A legal document's page.
pub fn law(lang: Language, id: &str) -> String {
    page(lang, &format!("/laws/{id}"))
}

/// Where a mistake in a record is reported.
pub fn report(lang: Language, record: &str) -> String {
    with_query(&page(lang, "/report"), &query_of(&[("record", record)]))
}

/// A list's page under a filter: `list(En, "targets", &filter)`.
pub fn list(lang: Language, noun: &str, filter: &Filter) -> String {
    with_query(&page(lang, &format!("/{noun}")), &query_of(&Filter { lang: None, ..filter.clone() }))
}

/// A list's data under a filter: "/api/v1/targets.csv?year=2024", without "." for JSON.
pub fn data(noun: &str, ending: &str, filter: &Filter) -> String {
    let filter = match ending {
        "" => filter.clone(),
        // A feed has an order of its own.
        ".atom" => Filter { cursor: None, limit: None, sort: None, ..filter.clone() },
        // A file is the whole list.
        _ => Filter { cursor: None, limit: None, ..filter.clone() },
    };
    with_query(&format!("/api/v1/{noun}{ending}"), &query_of(&filter))
}

/// A filter as a query, without "?".
pub fn query_of<T: serde::Serialize>(filter: &T) -> String {
    serde_urlencoded::to_string(filter).unwrap_or_default()
}

/// Path and query; the path alone if the query is empty.
pub fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests;

//! In which language does a page speak, and how does it say a message?
//!
//! Messages stand in `locales/{vi,en}/*.ftl`. Numbers given to a message are
//! written the way its language writes them; years are given as text.

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid};

use crate::format;

fluent_templates::static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "vi",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let english = bundle.locales.iter().any(|locale| locale.language.as_str() == "en");
            bundle.set_formatter(Some(if english { english_value } else { vietnamese_value }));
        },
    };
}

static VIETNAMESE: LanguageIdentifier = langid!("vi");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese, at `/`.
    #[default]
    Vi,
    /// English, at `/en`.
    En,
}

impl Language {
    /// Both, the first being the one at `/`.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Its code, as `lang` attributes and the API take it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// What stands before a path in this language.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Vi => "",
            Self::En => "/en",
        }
    }

    /// `lang` of the documents' own words, where the page speaks another language.
    pub fn of_quotes(self) -> Option<&'static str> {
        (self != Self::Vi).then_some("vi")
    }

    /// The message `key`.
    pub fn t(self, key: &str) -> String {
        MESSAGES.lookup(self.identifier(), key)
    }

    /// The message `key` with its variables; `tr!` writes the calls.
    pub fn t_with(self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let values = values.iter().map(|(name, value)| ((*name).into(), value.clone())).collect();
        MESSAGES.lookup_with_args(self.identifier(), key, &values)
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::Vi => &VIETNAMESE,
            Self::En => &ENGLISH,
        }
    }
}

/// A message with variables: `tr!(lang, "rows", count = 12)`.
#[macro_export]
macro_rules! tr {
    ($lang:expr, $key:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $lang.t_with($key, &[$((stringify!($name), $value.into())),+])
    };
}

fn vietnamese_value<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number_in(Language::Vi, value)
}

fn english_value<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number_in(Language::En, value)
}

fn number_in(lang: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(lang, number.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

//! How are the words of a block shown: marks, hits, abbreviations?

use std::{cell::RefCell, collections::HashMap, collections::HashSet};

use leptos::prelude::*;

use super::marking::{Piece, nested};
use crate::{
    i18n::Language,
    types::reader::{Inline, ReaderDocument, ReaderMark},
};

/// What the words of a text need to know of the whole text.
pub(super) struct Text<'a> {
    /// Language of the page.
    pub(super) lang: Language,
    /// Marks by their record.
    marks: HashMap<&'a str, &'a ReaderMark>,
    /// All hits of the search.
    hits: u64,
    /// Anchors given so far: a hit in several stretches gets one, and so does a record.
    given: RefCell<HashSet<String>>,
    /// Abbreviations explained so far in this part: the first time is enough, and keeps long texts light.
    explained: RefCell<HashSet<String>>,
}

impl<'a> Text<'a> {
    /// Prepares to show the words of `document`.
    pub(super) fn of(lang: Language, document: &'a ReaderDocument) -> Self {
        let marks = document.marks.iter().map(|mark| (mark.record.as_str(), mark)).collect();
        Self { lang, marks, hits: document.hits, given: RefCell::default(), explained: RefCell::default() }
    }

    /// The record's number in the margin, if it has one.
    pub(super) fn number(&self, record: &str) -> Option<u64> {
        self.marks.get(record).map(|mark| mark.number)
    }

    /// The anchor, unless it was given before.
    pub(super) fn anchor(&self, anchor: String) -> Option<String> {
        self.given.borrow_mut().insert(anchor.clone()).then_some(anchor)
    }

    /// A part begins, in which abbreviations are explained anew.
    pub(super) fn begin_part(&self) {
        self.explained.borrow_mut().clear();
    }

    /// The words with their marks.
    pub(super) fn words(&self, inlines: &[Inline]) -> Vec<AnyView> {
        self.pieces(&nested(inlines))
    }

    fn pieces(&self, pieces: &[Piece]) -> Vec<AnyView> {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(inline) => self.stretch(inline),
                Piece::Marked { record, begins, inside } => self.mark(record, *begins, inside),
            })
            .collect()
    }

    fn mark(&self, record: &str, begins: bool, inside: &[Piece]) -> AnyView {
        let inside = self.pieces(inside);
        let anchor = begins.then(|| self.anchor(format!("r-{record}"))).flatten();
        let tag = anchor.is_some().then(|| self.tag(record));
        let focusable = anchor.is_some().then_some("-1");
        view! {
            <mark id=anchor data-r=record.to_owned() tabindex=focusable>
                {inside}
                {tag}
            </mark>
        }
        .into_any()
    }

    /// The small number that leads to the record in the margin.
    pub(super) fn tag(&self, record: &str) -> Option<AnyView> {
        let number = self.number(record)?;
        let label = crate::tr!(self.lang, "reader-to-record", number = number.to_string());
        Some(
            view! {
                <a class="tag" href=format!("#m-{record}") aria-label=label lang=self.lang.code()>
                    {number}
                </a>
            }
            .into_any(),
        )
    }

    fn stretch(&self, inline: &Inline) -> AnyView {
        let text = inline.text.clone();
        let words = match self.meaning(inline) {
            Some(meaning) => view! { <abbr title=meaning>{text}</abbr> }.into_any(),
            None => text.into_any(),
        };
        match inline.hit {
            Some(hit) => self.hit(hit, words),
            None => words,
        }
    }

    /// What an abbreviation means, where it stands in this part for the first time.
    fn meaning(&self, inline: &Inline) -> Option<String> {
        let long = inline.abbreviation.clone()?;
        let is_first = self.explained.borrow_mut().insert(inline.text.clone());
        is_first.then(|| {
            if inline.usual { crate::tr!(self.lang, "reader-abbreviation-usual", long = long) } else { long }
        })
    }

    /// A hit; once it is gone to, it shows the way to the hits beside it.
    fn hit(&self, hit: u64, words: AnyView) -> AnyView {
        let Some(anchor) = self.anchor(format!("h-{hit}")) else {
            return view! { <b class="hit">{words}</b> }.into_any();
        };
        let lang = self.lang;
        let step = |to: u64, label: String, sign: &'static str| {
            (1..=self.hits).contains(&to).then(|| {
                view! {
                    <a href=format!("#h-{to}") aria-label=label>
                        {sign}
                    </a>
                }
            })
        };
        let place = crate::tr!(lang, "reader-hit-place", hit = hit.to_string(), hits = self.hits.to_string());
        view! {
            <b class="hit" id=anchor tabindex="-1">
                {words}
                <span class="hit-steps" lang=lang.code()>
                    {step(hit - 1, lang.t("reader-hit-before"), "‹")}
                    <span>{place}</span>
                    {step(hit + 1, lang.t("reader-hit-next"), "›")}
                </span>
            </b>
        }
        .into_any()
    }
}

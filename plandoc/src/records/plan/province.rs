//! Which province does the plan speak for, by title, letterhead, closing sentence, place or
//! file name?

use super::{identity::Identity, imprint::Imprint, title::Title};
use crate::{
    ReadOptions,
    catalog::provinces::{self, Province},
    span::CharRange,
    text::{date::Date, shadow::Shadow},
};

impl Identity<'_> {
    pub(super) fn province(
        &mut self,
        title: Option<&Title>,
        imprints: &[Imprint],
        options: &ReadOptions<'_>,
    ) {
        let day = self.day();
        let in_title = title.into_iter().flat_map(|t| &t.ranges).copied();
        let in_imprints = imprints.iter().filter_map(|i| i.issuer.as_ref()).map(|s| s.range);
        let above = imprints.iter().filter_map(|i| i.above);
        let in_closing = self.closing_sentences();
        let stated = in_title
            .chain(in_imprints)
            .chain(above)
            .chain(in_closing)
            .find_map(|range| self.province_in(range, day));
        if let Some((range, unit)) = stated {
            self.set_province(unit);
            self.evidence("province", range);
        } else if let Some((range, unit)) = self.province_of_place(imprints, day) {
            self.set_province(unit);
            self.evidence("province", range);
            self.warn(
                "province_from_place",
                "Văn bản không ghi tên tỉnh; tên tỉnh lấy từ nơi ban hành.".to_owned(),
                Some(range),
            );
        } else if let Some((range, unit)) = self.misprinted_province(title, imprints, day) {
            self.set_province(unit);
            self.evidence("province", range);
            self.warn(
                "province_misprinted",
                format!("Tên tỉnh in sai một chữ; hiểu là {}.", unit.name),
                Some(range),
            );
        } else if let Some(unit) =
            options.file_name.and_then(|name| on_day(day, |d| provinces::name_begins(name, d)))
        {
            self.set_province(unit);
            self.warn(
                "province_from_file_name",
                "Văn bản không nêu tỉnh; tên tỉnh lấy từ tên tệp.".to_owned(),
                None,
            );
        }
    }

    /// The only province whose name is one letter away from what title or letterhead say.
    fn misprinted_province(
        &self,
        title: Option<&Title>,
        imprints: &[Imprint],
        day: Option<Date>,
    ) -> Option<(CharRange, &'static Province)> {
        let in_title = title.into_iter().flat_map(|t| &t.ranges).copied();
        let in_imprints = imprints.iter().filter_map(|i| i.issuer.as_ref()).map(|s| s.range);
        in_imprints.chain(in_title).find_map(|range| {
            let shadow = Shadow::of(&self.context.text, range);
            let (bytes, unit) = on_day(day, |d| provinces::nearly_named_in(shadow.as_str(), d))?;
            Some((shadow.range(bytes), unit))
        })
    }

    /// The place where its committee dated the plan, if a province has just that name.
    fn province_of_place(
        &self,
        imprints: &[Imprint],
        day: Option<Date>,
    ) -> Option<(CharRange, &'static Province)> {
        let place = imprints.iter().find_map(|imprint| imprint.place)?;
        let name = self.context.printed(place);
        Some((place, on_day(day, |day| provinces::by_name(&name, day))?))
    }

    pub(super) fn set_province(&mut self, unit: &Province) {
        self.plan.province = Some(unit.name.clone());
        self.plan.province_slug = Some(unit.slug.clone());
        self.plan.province_code = Some(unit.code.clone());
        self.plan.province_now = Some(unit.now().slug.clone());
    }

    fn province_in(&self, range: CharRange, day: Option<Date>) -> Option<(CharRange, &'static Province)> {
        let shadow = Shadow::of(&self.context.text, range);
        let (bytes, unit) = on_day(day, |d| provinces::named_in(shadow.as_str(), d))?;
        Some((shadow.range(bytes), unit))
    }

    /// The day on which the province of then is asked for.
    fn day(&self) -> Option<Date> {
        let issued = self.plan.issued_on.as_deref().and_then(Date::from_iso);
        issued.or_else(|| Date::new(self.plan.period_start.or(self.plan.period_end)?, 1, 1))
    }
}

/// The answer for a day; without one, the answer that the time before the reform and
/// the time since agree on, or the only one that either gives.
fn on_day<T: PartialEq>(day: Option<Date>, ask: impl Fn(Date) -> Option<T>) -> Option<T> {
    if let Some(day) = day {
        return ask(day);
    }
    let (before, since) = (ask(Date::new(2024, 12, 31)?), ask(Date::new(2025, 7, 1)?));
    match (before, since) {
        (Some(a), Some(b)) => (a == b).then_some(a),
        (a, b) => a.or(b),
    }
}

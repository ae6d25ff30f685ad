//! How is a drawing written down as SVG?

use std::fmt::Write as _;

use quick_xml::escape::escape;

/// Colours of the light theme; pictures stand on pages that are not ours.
pub(super) mod colour {
    pub(in crate::pictures) const PAPER: &str = "#fdfdfb";
    pub(in crate::pictures) const INK: &str = "#131a2b";
    pub(in crate::pictures) const SOFT: &str = "#5b6477";
    pub(in crate::pictures) const RULE: &str = "#d9dce3";
    pub(in crate::pictures) const BAR: &str = "#47619c";
    pub(in crate::pictures) const TRACK: &str = "#e6e8e3";
    pub(in crate::pictures) const CHAM: &str = "#1f3f87";
    pub(in crate::pictures) const NGHE: &str = "#b06f00";
    pub(in crate::pictures) const MISSED: &str = "#b3361b";
}

/// Mean width of a letter, in its size.
const LETTER: f32 = 0.54;

/// Where a text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
    pub(super) anchor: Anchor,
}

impl Type {
    /// Text of a size that begins where it is put.
    pub(super) const fn plain(size: f32, colour: &'static str) -> Self {
        Self { size, bold: false, colour, anchor: Anchor::Start }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A drawing on paper of a size.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    width: f32,
    height: f32,
    title: String,
    body: String,
}

impl Drawing {
    /// Empty paper, with the words for those who do not see it.
    pub(super) fn new(width: f32, height: f32, title: &str) -> Self {
        let mut drawing = Self { width, height, title: title.to_owned(), body: String::new() };
        drawing.rect((0.0, 0.0), (width, height), colour::PAPER);
        drawing
    }

    pub(super) fn rect(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), fill: &str) {
        self.write(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{fill}"/>"#
        ));
    }

    pub(super) fn line(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), width: f32, colour: &str) {
        self.write(format_args!(
            r#"<path d="M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}" stroke="{colour}" stroke-width="{width}"/>"#
        ));
    }

    /// A full dot, or a ring on paper.
    pub(super) fn dot(&mut self, (x, y): (f32, f32), radius: f32, colour: &str, full: bool) {
        let inside = if full { colour } else { colour::PAPER };
        self.write(format_args!(
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius}" fill="{inside}" stroke="{colour}" stroke-width="2"/>"#
        ));
    }

    /// One line of text on its base line.
    pub(super) fn text(&mut self, (x, y): (f32, f32), style: Type, text: &str) {
        // The bold cut names itself as a family of its own.
        let family = if style.bold { "Be Vietnam Pro SemiBold, Be Vietnam Pro" } else { "Be Vietnam Pro" };
        let weight = if style.bold { 600 } else { 400 };
        let anchor = match style.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (size, colour, text) = (style.size, style.colour, escape(text));
        self.write(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-family="{family}, sans-serif" font-weight="{weight}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    /// Text of at most so many lines within a width; gives the base line below it.
    pub(super) fn paragraph(
        &mut self,
        (x, y): (f32, f32),
        width: f32,
        lines: usize,
        style: Type,
        text: &str,
    ) -> f32 {
        let mut base = y;
        for line in wrapped(text, width, style.size, lines) {
            self.text((x, base), style, &line);
            base += style.size * 1.3;
        }
        base
    }

    /// The whole as a file.
    pub(super) fn written(&self) -> String {
        let (width, height, title) = (self.width, self.height, escape(&self.title));
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"><title>{title}</title>{}</svg>"#,
            self.body
        )
    }

    fn write(&mut self, part: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(part);
    }
}

/// The words of a text in lines; what does not fit ends in "…".
fn wrapped(text: &str, width: f32, size: f32, lines: usize) -> Vec<String> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen letters")]
    let most = (width / (size * LETTER)).floor().max(1.0) as usize;
    let mut found: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = found.last_mut().expect("never empty");
        let length = line.chars().count();
        if length > 0 && length + 1 + word.chars().count() > most {
            found.push(word.to_owned());
        } else {
            if length > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    if found.len() > lines {
        found.truncate(lines);
        if let Some(last) = found.last_mut() {
            while last.chars().count() >= most {
                last.pop();
            }
            last.push('…');
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_within_their_width_and_end_in_dots_where_they_do_not_fit() {
        assert_eq!(wrapped("một hai ba bốn", 100.0, 20.0, 3), ["một hai", "ba bốn"]);
        assert_eq!(wrapped("một hai ba bốn năm sáu", 100.0, 20.0, 2), ["một hai", "ba bốn…"]);
        assert_eq!(wrapped("", 100.0, 20.0, 2), [""]);
    }

    #[test]
    fn what_is_written_is_xml_whatever_the_words() {
        let mut drawing = Drawing::new(100.0, 50.0, "a < b & \"c\"");
        drawing.text((0.0, 10.0), Type::plain(10.0, colour::INK), "<script>&");
        let text = drawing.written();
        assert!(text.contains("&lt;script&gt;&amp;") && !text.contains("<script>"), "{text}");
    }
}

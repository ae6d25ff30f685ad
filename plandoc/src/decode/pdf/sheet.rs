//! Which letters and ruled lines stand where on a page?
//!
//! Places are in points from the upper left corner.

use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
    font::{Glyph as Shape, GlyphRun},
    hayro_cmap::BfString,
    hayro_syntax::object::Dict,
    kurbo::{BezPath, PathEl, Point, Rect, Shape as _, Vec2},
};

/// Thickest line that rules a table; thicker ones are filled areas.
const RULE_THICKNESS: f64 = 3.0;

/// Shortest line that rules a table.
const RULE_LENGTH: f64 = 6.0;

/// Most ruled lines of a page; more are a drawing.
const RULE_LIMIT: usize = 20_000;

/// Fewest letters of a page that is no picture.
pub(super) const FEWEST_LETTERS: usize = 20;

/// One letter, or the few that one sign of a font stands for.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) letters: String,
    /// Left and right end.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line that it stands on.
    pub(super) base: f64,
    pub(super) size: f64,
}

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        self.letters.trim().is_empty()
    }
}

/// A ruled line, as a rectangle without area.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Its place across its direction.
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// What one page shows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) across: Vec<Rule>,
    pub(super) down: Vec<Rule>,
    pub(super) pictures: usize,
    /// Signs whose letter no font tells.
    pub(super) unknown: usize,
    /// Letters by the way they run: to the right, down, to the left, up.
    pub(super) ways: [usize; 4],
    /// Letters that may still be taken in.
    room: usize,
    /// Whether there were more.
    pub(super) is_cut: bool,
    /// The area that shows anything, innermost last.
    clips: Vec<Rect>,
}

impl Sheet {
    pub(super) fn new(width: f64, height: f64, room: usize) -> Self {
        Self { width, height, room, ..Self::default() }
    }

    /// Whether some letters could not be taken for text: their font does not tell them, or they
    /// run another way than the page's.
    pub(super) fn leaves_out(&self) -> bool {
        self.unknown > 0 || self.ways.iter().filter(|count| **count > 0).count() > 1
    }

    /// Whether it shows a picture and next to no words.
    pub(super) fn is_picture(&self) -> bool {
        self.pictures > 0 && self.glyphs.len() < FEWEST_LETTERS
    }

    /// Whether a letter is seen: on the page, and in the area that is not cut off. Browsers put the
    /// tall letters of the next page's first line below the end of the page before.
    fn shows(&self, glyph: &Glyph) -> bool {
        let middle = Point::new(f64::midpoint(glyph.left, glyph.right), glyph.base - glyph.size * 0.25);
        let page = Rect::new(0.0, 0.0, self.width, self.height);
        page.contains(middle) && self.clips.last().is_none_or(|area| area.contains(middle))
    }

    /// A thin area or a straight line.
    fn rule(&mut self, area: Rect) {
        if self.across.len() + self.down.len() >= RULE_LIMIT || !area.is_finite() {
            return;
        }
        if area.height() <= RULE_THICKNESS && area.width() >= RULE_LENGTH {
            self.across.push(Rule { at: area.center().y, from: area.x0, to: area.x1 });
        } else if area.width() <= RULE_THICKNESS && area.height() >= RULE_LENGTH {
            self.down.push(Rule { at: area.center().x, from: area.y0, to: area.y1 });
        }
    }

    /// The sides of what is drawn with a pen.
    fn stroke(&mut self, path: &BezPath) {
        let (mut start, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => (start, last) = (to, to),
                PathEl::LineTo(to) => {
                    self.rule(Rect::from_points(last, to));
                    last = to;
                }
                PathEl::ClosePath => {
                    self.rule(Rect::from_points(last, start));
                    last = start;
                }
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => last = to,
            }
        }
    }

    /// What is filled: a thin area is a line, a broader one is no rule.
    fn fill(&mut self, path: &BezPath) {
        let mut part = BezPath::new();
        for element in path.elements() {
            if matches!(element, PathEl::MoveTo(_)) && !part.elements().is_empty() {
                self.rule(part.bounding_box());
                part = BezPath::new();
            }
            part.push(*element);
        }
        if !part.elements().is_empty() {
            self.rule(part.bounding_box());
        }
    }
}

/// Number of quarter turns from upright text to text that runs this way.
fn way(run: Vec2) -> usize {
    match (run.x.abs() >= run.y.abs(), run.x >= 0.0, run.y >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

fn advance(shape: &Shape<'_>) -> Option<f32> {
    match shape {
        Shape::Outline(outline) => outline.advance_width(),
        Shape::Type3(drawn) => drawn.advance_width(),
    }
}

impl<'a> Device<'a> for Sheet {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.glyphs.len() >= self.room {
                self.is_cut = true;
                return;
            }
            let place = props.transform * glyph.transform();
            let origin = place * Point::ZERO;
            let top = place * Point::new(0.0, 1000.0);
            let end = place * Point::new(f64::from(advance(glyph).unwrap_or(500.0)), 0.0);
            let way = way(end - origin);
            self.ways[way] += 1;
            // Letters that stand upright; stamps and marks across the page are no text.
            if way != 0 || top.y >= origin.y {
                continue;
            }
            let letters = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => {
                    self.unknown += 1;
                    continue;
                }
            };
            let size = origin.distance(top);
            let glyph = Glyph { letters, left: origin.x, right: end.x.max(origin.x), base: origin.y, size };
            if self.shows(&glyph) {
                self.glyphs.push(glyph);
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if path.elements().len() > RULE_LIMIT {
            return;
        }
        let path = props.transform * path.clone();
        match mode {
            DrawMode::Stroke(_) => self.stroke(&path),
            DrawMode::Fill(_) => self.fill(&path),
            DrawMode::FillAndStroke(..) => {
                self.fill(&path);
                self.stroke(&path);
            }
            DrawMode::Invisible => {}
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures += 1;
    }

    fn push_clip_path(&mut self, path: &ClipPath) {
        let area = path.path.bounding_box();
        self.clips.push(self.clips.last().map_or(area, |around| around.intersect(area)));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
    fn begin_marked_content(&mut self, _: &[u8], _: Option<&Dict<'_>>) {}
}

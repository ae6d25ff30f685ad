//! How does a drawing become pixels?

use std::sync::{Arc, LazyLock};

use axum::body::Bytes;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// Be Vietnam Pro as served to pages (`style/fonts.py`), uncompressed.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../../fonts/text-400.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../fonts/text-600.ttf").to_vec());
    Arc::new(fonts)
});

/// Most pixels of a picture; one of a chart of forty rows has a third of it.
const PIXELS_MAX: u32 = 12_000_000;

/// A drawing as PNG, so many pixels for each of its units.
pub(super) fn drawn(svg: &str, scale: f32) -> Result<Bytes, String> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size().scale_by(scale).ok_or("it has no size")?;
    if size.width().saturating_mul(size.height()) > PIXELS_MAX {
        return Err(format!("{} by {} pixels are too many", size.width(), size.height()));
    }
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("it has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map(Bytes::from).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::drawing::{Drawing, Type, colour};

    #[test]
    fn letters_with_marks_leave_ink() {
        let ink = |text: &str| {
            let mut drawing = Drawing::new(200.0, 40.0, "");
            drawing.text((4.0, 28.0), Type::plain(20.0, colour::INK).bold(), text);
            let png = super::drawn(&drawing.written(), 1.0).unwrap();
            let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
            pixels.pixels().iter().filter(|pixel| pixel.red() < 128).count()
        };
        assert_eq!(ink(""), 0);
        assert!(ink("ế") > ink("e"), "the marks are drawn");
        assert!(ink("Minh Bạch ≥ 20%") > 200);
    }
}

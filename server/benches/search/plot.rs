//! How does the cost of an answer grow with the corpus, as a picture?

use std::fmt::Write as _;

use super::{load::float, report::grouped, size::Size};

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 400.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 330.0;
const BOTTOM: f64 = 50.0;
const TOP: f64 = 20.0;
const COLOURS: [&str; 9] =
    ["#555555", "#b3261e", "#e57368", "#6a1b9a", "#b07cc6", "#1565c0", "#64a6e8", "#00838f", "#2e7d32"];

/// A plain picture: passages across, milliseconds of processor time up, both in powers of ten.
pub(crate) fn svg(sizes: &[Size]) -> String {
    let passages: Vec<f64> = sizes.iter().map(|size| float(size.passages).log10()).collect();
    let costs = |engine: usize| sizes.iter().map(move |size| size.measured[engine].cpu_ms.max(0.001).log10());
    let engines = sizes.first().map_or(0, |size| size.measured.len());
    let all: Vec<f64> = (0..engines).flat_map(costs).collect();
    let across = Scale::over(&passages, LEFT, WIDTH - RIGHT);
    let up = Scale::over(
        &[
            all.iter().copied().fold(f64::INFINITY, f64::min).floor(),
            all.iter().copied().fold(f64::NEG_INFINITY, f64::max).ceil(),
        ],
        HEIGHT - BOTTOM,
        TOP,
    );
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n\
         <text x=\"{LEFT}\" y=\"14\">processor time of an answer, ms</text>\n"
    );
    let mut power = up.first;
    while power <= up.last {
        let y = up.at(power);
        let _ = writeln!(
            picture,
            "<path d=\"M{LEFT} {y:.0}H{:.0}\" stroke=\"#ddd\"/><text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            y + 4.0,
            10f64.powf(power)
        );
        power += 1.0;
    }
    for (size, place) in sizes.iter().zip(&passages) {
        let _ = writeln!(
            picture,
            "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
            across.at(*place),
            HEIGHT - BOTTOM + 18.0,
            grouped(size.passages)
        );
    }
    let _ = writeln!(
        picture,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">passages</text>",
        f64::midpoint(LEFT, WIDTH - RIGHT),
        HEIGHT - 10.0
    );
    for engine in 0..engines {
        let colour = COLOURS[engine % COLOURS.len()];
        let points: Vec<String> = passages
            .iter()
            .zip(costs(engine))
            .map(|(x, y)| format!("{:.0},{:.0}", across.at(*x), up.at(y)))
            .collect();
        let y = TOP + 20.0 + 20.0 * float(engine);
        let x = WIDTH - RIGHT + 20.0;
        let _ = writeln!(
            picture,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/><path d=\"M{x:.0} {y:.0}h18\" stroke=\"{colour}\" stroke-width=\"2\"/><text x=\"{:.0}\" y=\"{:.0}\">{}</text>",
            points.join(" "),
            x + 24.0,
            y + 4.0,
            sizes[0].measured[engine].name
        );
    }
    picture + "</svg>\n"
}

/// From values to places.
struct Scale {
    first: f64,
    last: f64,
    start: f64,
    end: f64,
}

impl Scale {
    fn over(values: &[f64], start: f64, end: f64) -> Self {
        let first = values.first().copied().unwrap_or_default();
        let last = values.last().copied().unwrap_or_default();
        Self { first, last: if last > first { last } else { first + 1.0 }, start, end }
    }

    fn at(&self, value: f64) -> f64 {
        self.start + (value - self.first) / (self.last - self.first) * (self.end - self.start)
    }
}

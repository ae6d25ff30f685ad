"""Makes public/fonts/*.woff2 out of the npm package @fontsource/be-vietnam-pro.

    python3 -m venv v && v/bin/pip install fonttools brotli
    npm pack @fontsource/be-vietnam-pro && tar xzf fontsource-be-vietnam-pro-*.tgz
    v/bin/python style/fonts.py package/files public/fonts

Two families in three weights:

- `text-W.woff2`, "Be Vietnam Pro": the Latin and Vietnamese subsets in one file, without hinting, with
  ≥ and ≤ added (the package has neither), drawn from the font's own > < and =.
- `figures-W.woff2`, "Minh Bach So": the ten digits on one advance width. Be Vietnam Pro has no tabular
  figures; the outlines are its own, only the 4 (and 0 and 9 in bold) a few per cent narrower.

The font is under the SIL OFL 1.1 without a reserved font name, so changed copies may be served; its
licence lies beside them.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

WEIGHTS = ("400", "500", "600")
SUBSETS = ("latin", "vietnamese")
DIGITS = "0123456789"
MIN_SIDE_BEARING = 38


def opened(folder: Path, subset: str, weight: str) -> TTFont:
    """One subset of one weight, uncompressed."""
    font = TTFont(folder / f"be-vietnam-pro-{subset}-{weight}-normal.woff2")
    font.flavor = None
    return font


def kept(font: TTFont, characters, features) -> TTFont:
    """`font` with only these characters and layout features, without hinting."""
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def add_comparison(font: TTFont, sign: str, base: str, name: str) -> None:
    """Adds ≥ or ≤: the arrow of > or < above the lower bar of =."""
    cmap, glyphs, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
    arrow, equals = cmap[ord(base)], cmap[ord("=")]
    shape = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[equals].draw(shape)
    contours, current = [], []
    for step in shape.value:
        current.append(step)
        if step[0] in ("closePath", "endPath"):
            contours.append(current)
            current = []

    def lowest(contour):
        return min(point[1] for _, points in contour for point in points if point)

    bar = min(contours, key=lowest)
    bar_bottom = lowest(bar)
    bar_height = max(p[1] for _, points in bar for p in points if p) - bar_bottom
    pen = TTGlyphPen(None)
    glyph = glyphs[arrow]
    glyph.expand(glyphs)
    lift = round(bar_height * 1.5)
    font.getGlyphSet()[arrow].draw(TransformPen(pen, (1, 0, 0, 1, 0, lift)))
    floor = glyph.yMin + lift - round(bar_height * 1.4) - bar_height
    replay = TransformPen(pen, (1, 0, 0, 1, 0, floor - bar_bottom))
    for operator, points in bar:
        getattr(replay, operator)(*points)
    order = font.getGlyphOrder()
    font.setGlyphOrder([*order, name])
    glyphs[name] = pen.glyph()
    glyphs[name].recalcBounds(glyphs)
    metrics[name] = (metrics[arrow][0], glyphs[name].xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name


def text_font(folder: Path, weight: str) -> TTFont:
    """Latin and Vietnamese in one font."""
    with tempfile.TemporaryDirectory() as scratch:
        paths, taken = [], set()
        for subset in SUBSETS:
            font = opened(folder, subset, weight)
            characters = set(font.getBestCmap()) - taken
            taken |= characters
            if subset == "latin":
                add_comparison(font, "≥", ">", "greaterequal")
                add_comparison(font, "≤", "<", "lessequal")
                characters |= {ord("≥"), ord("≤")}
            path = Path(scratch) / f"{subset}.ttf"
            kept(font, characters, ["kern", "mark", "mkmk", "ccmp", "locl"]).save(path)
            paths.append(str(path))
        merged = Merger().merge(paths)
    return merged


def figures_font(folder: Path, weight: str) -> TTFont:
    """The ten digits on one advance width."""
    font = kept(opened(folder, "latin", weight), map(ord, DIGITS), [])
    cmap, glyphs, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
    width = round(sum(metrics[cmap[ord(c)]][0] for c in "23568") / 5)
    for digit in DIGITS:
        name = cmap[ord(digit)]
        glyph = glyphs[name]
        glyph.expand(glyphs)
        ink = glyph.xMax - glyph.xMin
        scale = min(1, (width - 2 * MIN_SIDE_BEARING) / ink)
        left = round((width - round(ink * scale)) / 2)
        glyph.coordinates = GlyphCoordinates(
            [(round((x - glyph.xMin) * scale) + left, y) for x, y in glyph.coordinates]
        )
        glyph.recalcBounds(glyphs)
        metrics[name] = (width, glyph.xMin)
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Minh Bach So"
        if record.nameID == 6:
            record.string = f"MinhBachSo-{weight}"
    return font


def main() -> None:
    """Writes every file."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        for name, font in (("text", text_font(source, weight)), ("figures", figures_font(source, weight))):
            font.flavor = "woff2"
            font.save(target / f"{name}-{weight}.woff2")


if __name__ == "__main__":
    main()

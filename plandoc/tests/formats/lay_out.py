"""Lays a plan of the corpus out as an office does: a flat ODT with real tables, footnotes, a
header and page numbers, for LibreOffice to turn into .docx, .html or .pdf.

usage: lay_out.py BLOCKS.json FILE OUT.fodt   (BLOCKS.json: what the example `read` prints of
FILE with --blocks)"""
import json, re, sys
from xml.sax.saxutils import escape
blocks_file, text_file, out = sys.argv[1:4]
doc = json.load(open(blocks_file)); text = open(text_file, encoding="utf-8").read().replace("\r\n", "\n").lstrip("\ufeff")
def clean(s):
    s = re.sub(r"\[bookmark: [^\]]*\]", "", s)
    s = re.sub(r"</?[biu]>|<br/?>", " ", s)
    s = s.replace("**", "").replace("\\\n", "\n").replace("\\", "")
    s = re.sub(r"^\s*#+\s*", "", s)
    return re.sub(r"\s+", " ", s).strip()
notes = {}
for b in doc["blocks"]:
    if b["kind"] == "footnote":
        notes[b["mark"]] = clean(text[b["range"]["start"]:b["range"]["end"]])
def words(s):
    s = escape(clean(s))
    def note(m):
        n = m.group(1)
        if n not in notes: return m.group(0)
        return (f'<text:note text:note-class="footnote"><text:note-citation>{n}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Footnote">{escape(notes[n])}</text:p></text:note-body></text:note>')
    return re.sub(r"\[footnoteRef:(\d+)\]", note, s)
def p(s, style="Standard"):
    w = words(s)
    return f'<text:p text:style-name="{style}">{w}</text:p>' if w else ""
body = []; tables = 0; styles = []
for b in doc["blocks"]:
    r = b["range"]; s = text[r["start"]:r["end"]]
    if b["kind"] == "table":
        tables += 1
        cols = b["columns"]; rows = b["rows"]
        n = max([len(cols)] + [len(x["cells"]) for x in rows])
        def weight(i):
            lengths = [len(x["cells"][i]["text"]) for x in rows if len(x["cells"]) == n] or [4]
            return max(4, min(40, max(sum(lengths)/len(lengths), longest(i)*2)))
        def longest(i):
            words = [w for x in rows if len(x["cells"]) == n for w in x["cells"][i]["text"].split()]
            return max([len(w) for w in words + (cols[i].split() if i < len(cols) else [])] or [4])
        ws = [weight(i) for i in range(n)]; total = sum(ws)
        for i, w in enumerate(ws):
            styles.append(f'<style:style style:name="T{tables}.{i}" style:family="table-column"><style:table-column-properties style:column-width="{17*w/total:.2f}cm"/></style:style>')
        t = [f'<table:table table:name="T{tables}">'] + [f'<table:table-column table:style-name="T{tables}.{i}"/>' for i in range(n)]
        def cell(txt, span=1):
            sp = f' table:number-columns-spanned="{span}"' if span > 1 else ""
            inner = p(txt, "Cell") or '<text:p text:style-name="Cell"/>'
            return f'<table:table-cell table:style-name="Box" office:value-type="string"{sp}>{inner}</table:table-cell>' + '<table:covered-table-cell/>'*(span-1)
        if cols:
            t.append("<table:table-header-rows><table:table-row>" + "".join(cell(c) for c in cols + [""]*(n-len(cols))) + "</table:table-row></table:table-header-rows>")
        for x in rows:
            cells = [c["text"] for c in x["cells"]]
            if n > 1 and cells and not any(cells[1:]): # the name of a group of rows goes across
                t.append("<table:table-row>" + cell(cells[0], n) + "</table:table-row>")
            elif x["row_kind"] == "total" and len(cells) < n and len(cells) > 0:
                k = n - len(cells) + 1
                t.append("<table:table-row>" + cell(cells[0], k) + "".join(cell(c) for c in cells[1:]) + "</table:table-row>")
            else:
                t.append("<table:table-row>" + "".join(cell(c) for c in cells + [""]*(n-len(cells))) + "</table:table-row>")
        t.append("</table:table>"); body.append("".join(t)); body.append('<text:p text:style-name="Standard"/>')
    elif b["kind"] == "footnote":
        if f"[footnoteRef:{b['mark']}]" not in text: body.append(p(s))
    elif b["kind"] == "heading": body.append(p(s, "Head"))
    elif b["kind"] == "furniture":
        for line in s.split("\n"):
            issuer, motto, rest = line.partition("CỘNG HÒA XÃ HỘI")
            if issuer.strip() and motto: # a letterhead has two columns
                body.append('<table:table table:name="Head"><table:table-column table:number-columns-repeated="2"/><table:table-row>' + "".join(
                    f'<table:table-cell office:value-type="string">{p(half, "Column")}</table:table-cell>' for half in (issuer, motto + rest)) + '</table:table-row></table:table>')
            else: body.append(p(line, "Middle"))
    else: body.append(p(s))
X = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Liberation Serif" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="1cm" fo:margin-bottom="0.15cm"/><style:text-properties style:font-name="Liberation Serif" fo:font-size="13pt"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Middle" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:text-indent="0cm"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Column" style:family="paragraph" style:parent-style-name="Middle"><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-size="10pt"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-size="10pt"/></style:style>
<style:style style:name="Footer" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name="Liberation Serif" fo:font-size="11pt"/></style:style>
</office:styles>
<office:automatic-styles>{"".join(styles)}
<style:style style:name="Box" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/></style:style>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="1.5cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL"><style:header><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:header><style:footer><text:p text:style-name="Footer">Cổng thông tin điện tử - bản in</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(x+chr(10) for x in body if x)}</office:text></office:body></office:document>'''
open(out, "w", encoding="utf-8").write(X)

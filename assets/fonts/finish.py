#!/usr/bin/env python3
"""Even out the figures and rename: finish.py FILE FAMILY STYLE NOTE."""
import sys

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

path, family, style, note = sys.argv[1:]
font = TTFont(path, recalcTimestamp=False)
cff = font["CFF "].cff
top = cff.topDictIndex[0]

# One advance width for all ten figures (a "4" upstream is 3/2816 em short).
cmap, metrics, outlines = font.getBestCmap(), font["hmtx"], font.getGlyphSet()
figures = [cmap[ord(c)] for c in "0123456789"]
width = max(metrics[g][0] for g in figures)
for glyph in figures:
    if metrics[glyph][0] != width:
        old = top.CharStrings[glyph]
        pen = T2CharStringPen(width - old.private.nominalWidthX, outlines)
        outlines[glyph].draw(pen)
        top.CharStrings[glyph] = pen.getCharString(old.private, old.globalSubrs)
        metrics[glyph] = (width, metrics[glyph][1])

names = font["name"]
version = str(names.getName(5, 3, 1, 0x409))
postscript = f"{family.replace(' ', '')}-{style}"
values = {
    1: family if style == "Regular" else f"{family} {style}",
    2: "Regular",
    3: f"{postscript}: {version}",
    4: f"{family} {style}",
    6: postscript,
    10: note,
}
if style != "Regular":
    values |= {16: family, 17: style}
for ident, value in values.items():
    names.setName(value, ident, 3, 1, 0x409)
cff.fontNames[0] = postscript
top.FullName = values[4]
top.FamilyName = family
font.save(path)

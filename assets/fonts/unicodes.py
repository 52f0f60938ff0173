#!/usr/bin/env python3
"""Print the code points a bundled font keeps: unicodes.py (latin|sc)."""
import sys
import unicodedata

LATIN = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # miscellaneous technical
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x26FF),  # miscellaneous symbols
    (0x2700, 0x27BF),  # dingbats
]
CJK = [
    (0x3000, 0x303F),  # CJK punctuation
    (0xFF00, 0xFFEF),  # full-width forms
]


def gb2312():
    """Every character of GB 2312 (levels 1 and 2, and its symbol rows)."""
    for hi in range(0xA1, 0xF8):
        for lo in range(0xA1, 0xFF):
            try:
                yield ord(bytes((hi, lo)).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def main():
    which = sys.argv[1]
    ranges = LATIN + (CJK if which == "sc" else [])
    points = {c for a, b in ranges for c in range(a, b + 1)}
    if which == "sc":
        points.update(gb2312())
    # Controls, line and paragraph separators and unassigned points draw nothing.
    skip = {"Cc", "Cf", "Cn", "Zl", "Zp"}
    for c in sorted(points):
        if unicodedata.category(chr(c)) not in skip:
            print(f"U+{c:04X}")


main()

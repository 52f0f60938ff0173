#!/bin/sh
# Rebuild the bundled fonts: make.sh SOURCE_DIR
#
# SOURCE_DIR holds Inter-Regular.otf, Inter-SemiBold.otf,
# NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc (README.md has the versions).
# Needs python3 with fonttools and opentype-feature-freezer.
set -eu

src=${1:?usage: make.sh SOURCE_DIR}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export SOURCE_DATE_EPOCH=1767225600 # 2026-01-01, so that a rebuild is identical

python3 "$here/unicodes.py" latin >"$tmp/latin.txt"
python3 "$here/unicodes.py" sc >"$tmp/sc.txt"

for style in Regular SemiBold; do
    # Tabular figures become the default ones.
    pyftfeatfreeze -f 'tnum' "$src/Inter-$style.otf" "$tmp/Inter-$style.otf"
    pyftsubset "$tmp/Inter-$style.otf" \
        --unicodes-file="$tmp/latin.txt" --layout-features='kern' \
        --no-hinting --desubroutinize --no-harfbuzz-repacker \
        --drop-tables+=GDEF,GSUB --name-IDs='0,1,2,3,4,5,6,9,13,14' \
        --output-file="$here/Inter-$style.otf"
    python3 "$here/finish.py" "$here/Inter-$style.otf" 'Worthwhile Sans' "$style" \
        'A subset of the typeface Inter with tabular figures by default.'
done

for style in Regular Bold; do
    pyftsubset "$src/NotoSansCJK-$style.ttc" --font-number=2 \
        --unicodes-file="$tmp/sc.txt" --layout-features='' \
        --no-hinting --desubroutinize --drop-tables+=BASE,GPOS,GSUB,VORG,vhea,vmtx \
        --output-file="$here/NotoSansSC-$style.otf"
done

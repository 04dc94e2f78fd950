#!/usr/bin/env sh
# From base weights to the released reader: run from the project's folder.
#   CORPORA  folder with data/ and claims/   (default ../shared)
#   OUT      where weights and the validation curve go (default work/reader)
# About an hour on two cores. The encoder's base weights are checked against
# their digest; every seed is fixed.
set -eu
PYTHON=${PYTHON:-python}
CORPORA=${CORPORA:-../shared}
OUT=${OUT:-work/reader}

$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT" --seed 7 \
    --epochs claims=12,attribution=3,toponyms=3,plover=8,stories=1 --rate 1.5e-4 --head-rate 7e-4
$PYTHON -m fogline.models.to_onnx --weights "$OUT/reader.pt" --out src/fogline/data/reader --name fogline-reader-1

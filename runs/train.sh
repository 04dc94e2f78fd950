#!/usr/bin/env sh
# From base weights to the released reader: run from the project's folder.
#   CORPORA  folder with data/ and claims/   (default ../shared)
#   OUT      where weights and the validation curve go (default work/reader)
# About two hours and a half on one core (OMP_NUM_THREADS=1), under two on two. The encoder's base weights are checked against
# their digest; every seed is fixed. Our own texts and marks are in reference/.
set -eu
PYTHON=${PYTHON:-python}
CORPORA=${CORPORA:-../shared}
OUT=${OUT:-work/reader}

# First what is plentiful (who says what, names of places, MUC-4's fillers),
# then everything together, claims most of all.
$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT/first" --seed 7 \
    --epochs attribution=3,templates=2,toponyms=3,stories=1,plover=2 --rate 1.5e-4 --head-rate 7e-4
$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT/second" --start "$OUT/first/reader.pt" --seed 8 \
    --epochs claims=5,annotated=4,composed=4,attribution=1,templates=1,toponyms=2,plover=6 --rate 1.3e-4 --head-rate 7e-4
# Last one epoch of each at a low rate, and the mean of before and after.
$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT/third" --start "$OUT/second/reader.pt" --seed 9 \
    --epochs toponyms=1,claims=1,annotated=1,composed=1,attribution=1,plover=2 --rate 6e-5 --head-rate 3e-4
$PYTHON -m fogline.models.average "$OUT/mean.pt" "$OUT/second/reader.pt" "$OUT/third/reader.pt"
# Some heads saw little or nothing of that last step: those of MUC-4 and of
# attribution learn again on the encoder as it now is, which stays as it is.
$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT/fourth" --start "$OUT/mean.pt" --seed 10 \
    --epochs templates=2 --rate 0 --head-rate 4e-4
$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT/fifth" --start "$OUT/fourth/reader.pt" --seed 11 \
    --epochs attribution=2 --rate 0 --head-rate 4e-4
$PYTHON -m fogline.models.to_onnx --weights "$OUT/fifth/reader.pt" --out src/fogline/data/reader --name fogline-reader-3
# How far its scores are from probabilities, and the curves that bring them there.
$PYTHON -m fogline.models.calibration --corpora "$CORPORA" --write
# What need not be read at all; of the reader it takes the tokenizer only.
$PYTHON -m fogline.models.relevance --corpora "$CORPORA" --reference reference \
    --tokenizer src/fogline/data/reader/tokenizer.json --out src/fogline/data/reader/relevance.json
# What makes templates of the reader's fillers; it reads MUC-4 with the new reader.
$PYTHON -m fogline.models.template_ranker "$CORPORA"
# Which of a report's places is an event's; it reads the annotated articles with the new reader.
$PYTHON -m fogline.models.place_chooser "$CORPORA/claims/dev.jsonl"

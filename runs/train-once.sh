#!/usr/bin/env sh
# A reader in one run, in under three hours on two cores that multiply in bfloat16: run from the project's folder.
#   CORPORA  folder with data/ and claims/   (default ../shared)
#   OUT      where weights and the validation curve go (default work/once)
#   MINUTES  when to stop at the latest (default 150); the learning rate falls over that time
# It is some points worse than the released reader, which runs/train.sh makes in twelve hours; docs/model-card.md has both.
# 8,476 batches of .8 seconds on a quiet machine; with other work beside it the run stops before the last of them.
set -eu
PYTHON=${PYTHON:-python}
CORPORA=${CORPORA:-../shared}
OUT=${OUT:-work/once}

$PYTHON -m fogline.models.train --corpora "$CORPORA" --out "$OUT" --seed 7 --minutes "${MINUTES:-150}" --resume \
    --without broadcasts,chanceries,columns,dayends,hinterlands,margins,reliefs,returnees,advances,aftertalk,briefs,captives,ceasefires,crossings,garrisons,hearsay,hungers,lanes,patrols,rebuffs,uplands,weeks \
    --epochs attribution=3,templates=2,toponyms=2,stories=1,plover=4,claims=5,annotated=3,composed=3 --rate 1.5e-4 --head-rate 7e-4
$PYTHON -m fogline.models.to_onnx --weights "$OUT/reader.pt" --out "$OUT/onnx" --name fogline-reader-once

#!/bin/sh
# One day's reports, from collecting to export. Usage: examples/day/run.sh [FILE-OR-FOLDER...]
set -eu

samples=$(dirname "$0")/../../src/fogline/data/samples/reports
if [ "$#" -eq 0 ]; then
    set -- "$samples"/2018-12-14-*
fi

mkdir -p day-out
FOGLINE_LEDGER=sqlite:///day-out/day.db
export FOGLINE_LEDGER

fogline collect "$@"
fogline issues
fogline incidents
fogline export claims-jsonl -o day-out/claims.jsonl
fogline export incidents-csv -o day-out/incidents.csv
fogline export geojson -o day-out/incidents.geojson
fogline verify

#!/bin/sh
# What checking a large document costs beside reading it: at most as much. Run in the build directory.
#
# BENCH_ROWS: rows of the document. BENCH_PAIRS: runs.
set -eu

file=$(mktemp)
trap 'rm -f "$file"' EXIT
trap 'exit 1' HUP INT TERM
rows=${BENCH_ROWS:-1000000}
tests/bench/make_budget "$rows" >"$file"
echo "checking beside reading, $rows rows:"
tests/bench/bench_check "$file" "${BENCH_PAIRS:-5}"

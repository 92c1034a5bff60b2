#!/bin/sh
# What checking a large document costs beside reading it: at most as much. Run in the build directory.
#
# BENCH_ROWS: rows of the document. BENCH_PAIRS: runs.
set -eu

file=$(mktemp)
trap 'rm -f "$file"' EXIT
trap 'exit 1' HUP INT TERM
tests/bench/make_budget "${BENCH_ROWS:-1000000}" >"$file"
tests/bench/bench_check "$file" "${BENCH_PAIRS:-5}"

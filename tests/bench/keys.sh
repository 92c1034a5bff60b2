#!/bin/sh
# What keys cost on a terminal: on the sample, and on a budget of a million rows. Run in the build directory.
#
# BENCH_ROWS: rows of the large budget.
set -eu

rows=${BENCH_ROWS:-1000000}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
trap 'exit 1' HUP INT TERM

echo "the sample:"
tests/bench/bench_keys "$srcdir/data/jiulongpo-zhengwuban-2023.yaml" 2010302
tests/bench/make_budget "$rows" >"$directory/large.yaml"
code=$(sed -n 's/^ *- \["\([0-9]\{7,\}\)".*/\1/p' "$directory/large.yaml" | tail -n 1000 | head -n 1)
echo "$rows rows, code $code:"
tests/bench/bench_keys "$directory/large.yaml" "$code"

#!/bin/sh
# What reading costs beside a bare loop over libyaml's events: instructions (with valgrind), CPU time,
# peak memory, and the cost of a row from 1,000 rows to a million. Run in the build directory.
#
# BENCH_ROWS: rows of the largest file. BENCH_PAIRS: pairs of runs on it. BENCH_COUNT_ROWS: rows of the
# file whose instructions are counted.
set -eu

rows=${BENCH_ROWS:-1000000}
pairs=${BENCH_PAIRS:-7}
counted=${BENCH_COUNT_ROWS:-100000}
bench=tests/bench/bench_read
make=tests/bench/make_budget
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
trap 'exit 1' HUP INT TERM

instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" "$1" "$2" 2>&1 |
    sed -n 's/.*Collected : *//p'
}

echo "cost by size:"
size=1000
while [ "$size" -lt "$rows" ]; do
  "$make" "$size" >"$directory/$size.yaml"
  echo "$size rows:"
  "$bench" pairs "$directory/$size.yaml" 5 | tail -n 2
  size=$((size * 10))
done

"$make" "$rows" >"$directory/all.yaml"
echo "$rows rows:"
"$bench" pairs "$directory/all.yaml" "$pairs"

if command -v valgrind >/dev/null; then
  "$make" "$counted" >"$directory/counted.yaml"
  bare=$(instructions bare "$directory/counted.yaml")
  read=$(instructions read "$directory/counted.yaml")
  echo "instructions at $counted rows: bare $bare, read $read, ratio" \
    "$(LC_ALL=C awk "BEGIN { printf \"%.3f\", $read / $bare }")"
else
  echo "instructions: not counted (valgrind is not installed)"
fi

#!/bin/sh
# Instructions of each stage, counted by callgrind: for each row of the document, or for each call.
# Steady on any machine, however loaded. Run in the build directory.
#
# BENCH_COUNT_ROWS: rows of the document; what writes it is counted on a tenth of them.
set -eu

rows=${BENCH_COUNT_ROWS:-100000}
command -v valgrind >/dev/null || { echo "stages: no valgrind"; exit 0; }
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
trap 'exit 1' HUP INT TERM

# profile PROGRAM ROWS: what each stage of it took on a document of so many rows, and the trees and
# indexes in its reading. callgrind begins a part of its output where next_stage or build_finish is
# entered and where it is left, and says so. (It mixes up functions whose names begin alike.)
profile() {
  tests/bench/make_budget "$2" >"$directory/document.yaml"
  valgrind -q --tool=callgrind --callgrind-out-file="$directory/out" --combine-dumps=yes \
    --dump-before=next_stage --dump-after=next_stage \
    --dump-before=build_finish --dump-after=build_finish \
    "tests/bench/$1" "$directory/document.yaml" >"$directory/stages" 2>"$directory/log" ||
    { cat "$directory/log"; exit 1; }
  echo "$2 rows:"
  LC_ALL=C awk -v rows="$2" '
    function show(name, all, units, unit) {
      printf "%-30s %12.0f instructions, %10.1f for each %s\n", name, all, all / units, unit
      faults += !all
    }
    FNR == 1 { file++ }
    file == 1 && $2 == "Trigger:" { trigger = $3 }
    file == 1 && $1 == "totals:" {
      seen[trigger]++
      stage += $2
      if (trigger == "--dump-after=build_finish") trees += $2
      if (trigger == "--dump-before=next_stage") took[stages++] = stage
      if (trigger == "--dump-after=next_stage") stage = 0
    }
    file == 2 {
      split($0, line, "\t")
      show(line[1], took[FNR], line[2] ? line[2] : rows, line[3])
      if (line[1] ~ /^reading/) show("  of that: trees, indexes", trees, rows, "row")
    }
    END {
      if (faults || stages != FNR + 1 ||
          seen["--dump-before=build_finish"] != seen["--dump-after=build_finish"]) {
        print "stages: not all of them were counted"
        exit 1
      }
    }' "$directory/out" "$directory/stages"
}

profile bench_stages "$rows"
profile bench_export $((rows / 10))

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

# profile PROGRAM ROWS: what each function took on a document of so many rows.
profile() {
  tests/bench/make_budget "$2" >"$directory/document.yaml"
  valgrind -q --tool=callgrind --callgrind-out-file="$directory/out" \
    "tests/bench/$1" "$directory/document.yaml" >"$directory/log" 2>&1 ||
    { cat "$directory/log"; exit 1; }
  callgrind_annotate --inclusive=yes --threshold=100 "$directory/out" >"$directory/costs"
  echo "$2 rows:"
}

# stage NAME FUNCTION UNITS UNIT: what a function and all it calls took.
stage() {
  awk -v name="$1" -v wanted="$2" -v units="$3" -v unit="$4" '
    { line = $0; gsub(/,/, "", line); split(line, part, " ") }
    line ~ ":" wanted "( |$|\\x27)" && !found { found = part[1] }
    END { printf "%-28s %12.0f instructions, %9.1f for each %s\n", name, found, found / units, unit }' \
    "$directory/costs"
}

profile bench_stages "$rows"
stage "reading, trees with it" reader_file "$rows" row
stage "  of that: trees, indexes" build_finish "$rows" row
stage "checks" check_run "$rows" row
stage "searching, 7 keys" search_run "$rows" row
stage "drawing, 111 screens" shell_draw 111 screen

rows=$((rows / 10))
profile bench_export "$rows"
stage "text of an annex" paper_annex "$rows" row
stage "text of a tree" paper_tree "$rows" row
stage "csv, a line for each amount" format_csv "$rows" row
stage "html" format_html "$rows" row
stage "json" format_json "$rows" row
stage "yaml" format_yaml "$rows" row

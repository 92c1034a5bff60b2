#!/bin/sh
# Static analysis of the sources: gcc's analyser and cppcheck. Prints each finding that is not explained in
# `explained`, and fails when there is one. Run in a build directory configured with -fanalyzer in CFLAGS.
set -u
: "${srcdir:=$(dirname "$0")/../..}"
found=$(mktemp "${TMPDIR:-/tmp}/budgettui-analysis.XXXXXX")
trap 'rm -f "$found"' EXIT

make -s -k 2>&1 | grep -F -- '[-Wanalyzer' >"$found"
if command -v cppcheck >/dev/null; then
  cppcheck -q --std=c11 --enable=warning,portability --suppress=missingIncludeSystem -I "$srcdir/src" \
    "$srcdir/src" 2>&1 | grep -E ': (error|warning|portability): ' >>"$found"
else
  echo "cppcheck is not installed: only gcc has looked"
fi

awk -v explained="$srcdir/tests/analysis/explained" '
  BEGIN {
    while ((getline line < explained) > 0) {
      if (line ~ /^#/ || split(line, part, " ") < 3) continue
      file[++count] = part[1]; words[count] = part[2]
    }
  }
  {
    for (i = 1; i <= count; i++)
      if (index($0, file[i] ":") && index($0, words[i])) { known++; next }
    print; unknown++
  }
  END {
    printf "%d findings, %d of them explained\n", known + unknown, known
    exit unknown > 0
  }' "$found"

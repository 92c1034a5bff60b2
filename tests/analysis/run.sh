#!/bin/sh
# Static analysis of the sources: gcc's analyser, clang-tidy and cppcheck. Prints each finding that is
# not explained in `explained`, and fails when there is one. Run in a build directory that is configured
# with -fanalyzer in CFLAGS and holds no objects yet.
set -u
: "${srcdir:=$(dirname "$0")/../..}"
jobs=$(nproc 2>/dev/null || echo 2)
found=$(mktemp)
trap 'rm -f "$found"' EXIT
trap 'exit 1' HUP INT TERM

make -k -j"$jobs" --output-sync V=1 >build.log 2>&1
grep -F -- '[-Wanalyzer' build.log >"$found"

# The commands of the build, for clang, which has no -fanalyzer.
awk -v directory="$PWD" '
  / -c -o [^ ]*\.o .*\.c/ {
    sub(/^.*; *gcc /, "gcc "); sub(/ -fanalyzer /, " ")
    sub(/`test -f [^`]*echo ./, "") # the directory of sources is quoted there
    sub(/.`/, "")
    sub(/\.c[ &\\].*$/, ".c")
    file = $NF
    gsub(/\\/, "&&")
    gsub(/"/, "\\\"")
    printf "%s{\"directory\": \"%s\", \"file\": \"%s\",\n \"command\": \"%s\"}",
      count++ ? ",\n" : "[\n", directory, file, $0
  }
  END { print count ? "\n]" : "[]" }' build.log >compile_commands.json
sed -n 's/.*"file": "\([^"]*\)".*/\1/p' compile_commands.json | sort -u >sources

if ! command -v clang-tidy >/dev/null; then
  echo "clang-tidy is not installed"
else
  xargs -P "$jobs" -n 1 sh -c \
    'clang-tidy --quiet -p . "$1" 2>/dev/null | grep -E ": (warning|error): "' sh <sources |
    sort -u >>"$found"
fi

if ! command -v cppcheck >/dev/null; then
  echo "cppcheck is not installed"
else
  cppcheck -q -j "$jobs" --std=c11 --enable=warning,portability --suppress=missingIncludeSystem \
    -I "$srcdir/src" "$srcdir/src" 2>&1 | grep -E ': (error|warning|portability): ' >>"$found"
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

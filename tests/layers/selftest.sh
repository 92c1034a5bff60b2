#!/bin/sh
# The layer check must find every kind of fault: here is a small house with one of each.
# make gives srcdir and CC.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src/base" "$work/src/text" "$work/src/model" "$work/src/yaml" "$work/src/cli" "$work/lib"

cat >"$work/src/base/memory.c" <<'END'
void abort(void);
void last_resort(void) { abort(); }
END
cat >"$work/src/base/arena.c" <<'END'
#include <stdlib.h>
void arena(void) { exit(4); }
END
cat >"$work/src/text/fit.c" <<'END'
#include <uniwidth.h>
#include "base/arena.h"
#include "model/tree.h"
void model_tree(void), arena(void), u8_strlen(void);
void text_fit(void) { model_tree(); arena(); u8_strlen(); }
END
cat >"$work/src/model/tree.c" <<'END'
  #  include <yaml.h>
#include "nowhere/tree.h"
void yaml_parser_parse(void);
void model_tree(void) { yaml_parser_parse(); }
END
cat >"$work/src/yaml/reader.c" <<'END'
#include <unistd.h>
#include <yaml.h>
void yaml_parser_parse(void), model_tree(void);
void reader(void) { yaml_parser_parse(); model_tree(); }
END
cat >"$work/src/cli/main.c" <<'END'
#include <stdlib.h>
#include <curses.h>
void initscr(void), reader(void);
int main(void) { initscr(); reader(); exit(1); }
END

build() {
  cd "$work" || exit 99
  for room in base text model yaml; do
    for file in src/$room/*.c; do
      # The includes are for the check alone: the compiler would not find these headers.
      grep -v '#.*include' "$file" | sed 's/exit(4)/void exit(int); exit(4)/' >unit.c
      ${CC:-cc} -std=gnu11 -w -c unit.c -o "${file%.c}.o" || exit 99
    done
  done
  grep -v '#.*include' src/cli/main.c | sed 's/exit(1)/void exit(int); exit(1)/' >unit.c
  ${CC:-cc} -std=gnu11 -w -c unit.c -o src/cli/main.o || exit 99
  for room in base text model; do ar cr lib$room.a src/$room/*.o || exit 99; done
  ar cr libyaml_reader.a src/yaml/*.o || exit 99
  for function in unistring:u8_strlen yaml:yaml_parser_parse ncursesw:initscr; do
    echo "void ${function#*:}(void) {}" >unit.c
    ${CC:-cc} -shared -fPIC -w unit.c -o "lib/lib${function%:*}.so.1" || exit 99
  done
}
(build) || { echo "Bail out! the made-up house could not be built"; exit 1; }

sh "$srcdir/tests/layers/check.sh" "$work" "$work" "$work"/lib/*.so.1 >"$work/found"

tests=0
expect() {
  tests=$((tests + 1))
  if grep -q -x -e "$1" "$work/found"; then
    echo "ok $tests - $2"
  else
    echo "not ok $tests - $2"
    sed 's/^/# /' "$work/found"
  fi
}
expect 'not ok .* - symbols of base' 'a fault is told as a failed test'
expect '# arena.o calls exit: .*' 'a room that ends the process'
expect '# src/text/fit.c:3 includes "model/tree.h": text may not use model' 'an include to the right'
expect '# fit.o uses model_tree of model: text may not use model' 'a symbol to the right'
expect '# src/model/tree.c:1 includes <yaml.h>, which only yaml may' "another room's library header"
expect '# src/model/tree.c:2 includes "nowhere/tree.h", which is in no room' 'an include from nowhere'
expect '# tree.o uses yaml_parser_parse, which only yaml may' "another room's library"
expect '# src/cli/main.c:2 includes <curses.h>, which only tui may' 'curses above its room'
expect '# main.o uses initscr, which only tui may' "curses' symbols above their room"
expect 'ok .* - includes of yaml' 'a room without a fault passes (includes)'
expect 'ok .* - symbols of yaml' 'a room without a fault passes (symbols)'
tests=$((tests + 1))
if [ "$(grep -c '^# ' "$work/found")" -eq 8 ]; then
  echo "ok $tests - nothing else is called a fault"
else
  echo "not ok $tests - nothing else is called a fault"
  sed 's/^/# /' "$work/found"
fi
echo "1..$tests"

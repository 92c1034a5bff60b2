#!/bin/sh
# The leak check of the unit tests must be able to fail: run in a build with AddressSanitizer, or with
# MEMCHECK set, when valgrind tells of the process and not of the test.
# make gives srcdir and builddir.
echo 1..3
[ -n "${MEMCHECK:-}" ] && leaked='Bail out!' || leaked='not ok - leaky::body'
# expect TEST TEXT MEANING: does the runner print a line that starts with TEXT for this test?
expect() {
  if sh "$srcdir/tests/watched" sh "$srcdir/tests/tap" \
    "$builddir/tests/unit/leaky" --filter "leaky/$1" 2>/dev/null | grep -q "^$2"; then
    echo "ok - $3"
  else
    echo "not ok - $3"
  fi
}
expect body "$leaked" 'a leak in the body of a test fails the test'
expect teardown 'Bail out!' 'a leak in a teardown fails the program'
expect clean 'ok - leaky::clean' 'a test that frees what it takes passes'

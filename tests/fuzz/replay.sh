#!/bin/sh
# Every fuzzer over its corpus and variations of it. `replay.sh corpus NAME` prints the directories of
# a fuzzer's corpus, `replay.sh options NAME` what libFuzzer has to know to find more of it.
set -u
: "${srcdir:=$(dirname "$0")/../..}"

corpus_of() {
  case $1 in
  reader | round) echo "$srcdir/tests/data/bad $srcdir/tests/fuzz/corpus/reader" ;;
  *) echo "$srcdir/tests/fuzz/corpus/$1" ;;
  esac
}

# A longer session of keys finds nothing that a shorter one would not. So much is reached by a single
# session that weighing the inputs by what they reach takes longer than running them.
options_of() {
  case $1 in
  keys) echo "-max_len=200 -entropic=0 -dict=$srcdir/tests/fuzz/keys.dict" ;;
  esac
}

case ${1:-} in
corpus | options)
  "$1"_of "$2"
  exit
  ;;
esac

# Variations that take a second or two each, under a sanitizer ten.
number=0
while read -r name runs; do
  number=$((number + 1))
  rm -f replay.crash
  if output=$(tests/fuzz/replay_"$name" "$runs" $(corpus_of "$name") 2>&1); then
    echo "ok $number - $name: $output"
  else
    echo "not ok $number - $name"
    printf '%s\n' "$output" | sed 's/^/# /'
    [ ! -f replay.crash ] || echo "# the input is in $PWD/replay.$name.crash"
    [ ! -f replay.crash ] || mv replay.crash "replay.$name.crash"
  fi
done <<END
config 20000
import 20000
keys 1000
numbers 100000
pdf 2000
reader 10000
round 5000
terms 20000
texts 30000
END
echo "1..$number"

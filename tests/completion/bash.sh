#!/bin/sh
# What bash proposes for words of a command line, from the file that is installed. make gives
# builddir.
command -v bash >/dev/null || {
  echo '1..0 # SKIP bash is not installed'
  exit 0
}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/budgets" "$work/budgets/inner"
: >"$work/budgets/one two.yaml"
: >"$work/budgets/other.yml"
: >"$work/budgets/notes.txt"
cat >"$work/ask.bash" <<'ASK'
# ask WORD...: what is proposed for the last word, one a line.
cd "$2/budgets" || exit 99
source "$1" || exit 99
shift 2
COMP_WORDS=(budgettui "$@")
COMP_CWORD=$#
_budgettui
printf '%s\n' "${COMPREPLY[@]}"
ASK
echo 1..19

# expect MEANING PROPOSALS WORD...: exactly these, in any order, separated by "|".
expect() {
  meaning=$1
  wanted=$(printf '%s\n' "$2" | tr '|' '\n' | sort)
  shift 2
  found=$(bash --norc "$work/ask.bash" "$builddir/completion/bash/budgettui" "$work" "$@" 2>&1 | sort)
  if [ "$found" = "$wanted" ]; then
    echo "ok - $meaning"
  else
    echo "not ok - $meaning"
    printf '%s\n' "$found" | sed 's/^/# found: /'
  fi
}

# contain MEANING WORD-WANTED WORD...: this one is among them.
contain() {
  meaning=$1 wanted=$2
  shift 2
  if bash --norc "$work/ask.bash" "$builddir/completion/bash/budgettui" "$work" "$@" 2>&1 |
    grep -qxF -e "$wanted"; then
    echo "ok - $meaning"
  else
    echo "not ok - $meaning: $wanted is not proposed"
  fi
}

expect 'texts to import, no budgets' 'notes.txt|inner' import ''
expect 'commands by their beginning' 'show|search' s
contain 'the first word may be a file' 'one two.yaml' ''
contain 'or a command' 'check' ''
expect 'budgets and directories, no other files' 'other.yml|one two.yaml' check o
contain 'directories' 'inner' check ''
expect 'options of a command' '--strict' check --st
expect 'none of another command' '' show --st
contain 'options of the browser without a command' '--no-mouse' --
expect 'values of an option' 'always|auto' --color a
expect 'values behind a sign of equality' 'never' --color = n
expect 'and all of them right behind it' '1|2' --ambiguous-width =
expect 'formats are those of the command' 'sarif' check -f sa
expect 'and no others' '' search -f sa
expect 'any file where an option takes one' 'notes.txt' --config n
expect 'nothing where nothing is known' '' --code 2
expect 'limits, with the sign that a value follows' 'import-pdf=' show --limit import-p
contain 'parts to show' 'functional' show 'one two.yaml' f
expect 'commands to be helped with' 'export' help e

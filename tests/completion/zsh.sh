#!/bin/sh
# What zsh proposes for a command line, from the file that is installed: zsh itself is asked on a
# pseudo-terminal. make gives builddir.
command -v zsh >/dev/null || {
  echo '1..0 # SKIP zsh is not installed'
  exit 0
}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/budgets"
: >"$work/budgets/one.yaml"
: >"$work/budgets/notes.md"
cat >"$work/ask.zsh" <<'ASK'
# ask FUNCTIONS DIRECTORY NAME LINE: the proposals for the end of the line, each between <>, go to
# NAME.found; NAME.ended appears after the last of them.
zmodload zsh/zpty
cd "$2" || exit 99
zpty shell zsh -f -i
send() { zpty -w shell "$1"; }
send "PROMPT= RPROMPT=; setopt no_list_beep; fpath=($1 \$fpath)"
send 'autoload -U compinit; compinit -D -u'
send 'zstyle ":completion:*" list-colors "no=<" "lc=" "rc=" "ec=>" "sp=<"'
send 'zstyle ":completion:*" list-separator ""; zstyle ":completion:*" verbose no'
send 'TRAPEXIT() {}; compadd() { builtin compadd "$@"; local -a found
  [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && return
  builtin compadd -A found "$@"; local each; for each in $found; print -r -- "<$each>" >>'"$3.found"'
  return 0 }'
send 'unsetopt auto_list; propose() { zle complete-word; : >'"$3.ended"'; }; zle -N propose'
send 'bindkey "^I" propose; print ready'
zpty -r shell reply '*ready*ready*'
zpty -w -n shell "$4"$'\t'
for ((tries = 0; tries < 600; tries++)); do
  [[ -e $3.ended ]] && break
  sleep 0.1
done
zpty -d shell
ASK
echo 1..8

# expect MEANING WANTED UNWANTED LINE
expect() {
  : >"$work/$#.found"
  rm -f "$work/$#.ended"
  zsh -f "$work/ask.zsh" "$builddir/completion/zsh" "$work/budgets" "$work/$#" "$4" >/dev/null 2>"$work/errors"
  if grep -qF "$2" "$work/$#.found" && ! grep -qF "$3" "$work/$#.found"; then
    echo "ok - $1"
  else
    echo "not ok - $1"
    sed 's/^/# /' "$work/$#.found" "$work/errors"
  fi
}

if zsh -n "$builddir/completion/zsh/_budgettui"; then echo 'ok - it is zsh'; else echo 'not ok - it is zsh'; fi
expect 'commands' '<search>' '<browse>' 'budgettui s'
expect 'options of a command' '<--strict>' '<--no-mouse>' 'budgettui check --'
expect 'options of the browser' '<--no-mouse>' '<--strict>' 'budgettui --'
expect 'values of an option' '<never>' '<json>' 'budgettui --color='
expect 'formats of the command' '<sarif>' '<csv>' 'budgettui check --format='
expect 'limits' '<columns' '<json>' 'budgettui show --limit='
expect 'budgets' '<one.yaml>' '<notes.md>' 'budgettui check '

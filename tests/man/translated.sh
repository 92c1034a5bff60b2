#!/bin/sh
# Is all of the manual in Chinese? make gives srcdir and builddir.
export LC_ALL=C.UTF-8
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$builddir" || exit 99
echo 1..6

# result FILE MEANING: passed when FILE, the list of faults, is empty.
result() {
  if [ -s "$1" ]; then
    echo "not ok - $2"
    sed 's/^/# /' "$1"
  else
    echo "ok - $2"
  fi
}

{
  msgmerge -q --no-fuzzy-matching -o "$work/merged.po" "$srcdir/man/zh_CN.po" manual.pot
  msgattrib --no-obsolete --untranslated "$work/merged.po"
  msgattrib --no-obsolete --only-fuzzy "$work/merged.po"
} >"$work/untranslated" 2>&1
result "$work/untranslated" 'every paragraph is translated in man/zh_CN.po'
msgattrib --only-obsolete "$work/merged.po" >"$work/obsolete" 2>&1
result "$work/obsolete" 'man/zh_CN.po holds nothing else'

# A line of text, not of macros, without a Chinese character; displays are as they are.
for page in budgettui-checks.7 budgettui-config.5 budgettui.1 budgettui.5; do
  awk '/^\.Bd/ { display = 1 } /^\.Ed/ { display = 0 }
       !display && !/^[.]/ && /[A-Za-z][a-z]* [a-z]/ && !/[^\001-\177]/' "man/zh_CN/$page" >"$work/english"
  result "$work/english" "no line of $page is in English"
done

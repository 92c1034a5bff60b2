#!/bin/sh
# Are all messages of the program known to the translators, and all of them translated?
# make gives srcdir.
set -u
export LC_ALL=C
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$srcdir" || exit 99
echo 1..4

# result FILE MEANING: passed when FILE, the list of faults, is empty.
result() {
  if [ -s "$1" ]; then
    echo "not ok - $2"
    sed 's/^/# /' "$1"
  else
    echo "ok - $2"
  fi
}

grep -v '^#' po/POTFILES.in | sort >"$work/listed"
grep -l -E '(^|[^[:alnum:]_])(_|N_|ngettext)\(' -r src --include='*.[ch]' |
  grep -v '^src/base/i18n.h$' | sort >"$work/using"
comm -13 "$work/listed" "$work/using" >"$work/unlisted"
result "$work/unlisted" 'every source file with messages is in po/POTFILES.in'
comm -23 "$work/listed" "$work/using" >"$work/needless"
result "$work/needless" 'po/POTFILES.in names only files with messages'

# As po/Makefile does it, but not in the source tree.
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ -f "$work/listed" -o "$work/all.pot" 2>"$work/untranslated"
msgmerge -q --no-fuzzy-matching -o "$work/merged.po" po/zh_CN.po "$work/all.pot" 2>>"$work/untranslated"
msgattrib --no-obsolete --untranslated "$work/merged.po" >>"$work/untranslated"
msgattrib --no-obsolete --only-fuzzy "$work/merged.po" >>"$work/untranslated"
result "$work/untranslated" 'every message is translated in po/zh_CN.po'

# Chinese is quoted by “ and ” without spaces around them, and has no half-width colon outside of
# them. A number that must be typed in straight quotes has these; macros and the heads are not text.
for po in po/zh_CN.po man/zh_CN.po; do
  msgattrib --no-obsolete --no-wrap "$po" | awk -v po="$po" '
    function unquoted(text,  from, rest) {
      while ((from = index(text, "“")) && index(rest = substr(text, from), "”"))
        text = substr(text, 1, from - 1) substr(rest, index(rest, "”") + length("”"))
      return text
    }
    NF == 0 { head_ended = 1 }
    /^msg/ || NF == 0 { chinese = /^msgstr/ }
    head_ended && chinese && !/^"[.]/ {
      text = unquoted($0)
      if (/ “|” |‘|’|「|」/ || text ~ /\047[^ \047]+\047|\\"[^0-9"]/)
        print po ": not quoted as “this”: " $0
      if (text ~ /: |[\200-\377]:/)
        print po ": a half-width colon: " $0
    }'
done >"$work/marks"
result "$work/marks" 'Chinese has one style of quotation marks and colons'

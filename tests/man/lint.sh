#!/bin/sh
# Are the manual pages good mdoc? make gives builddir.
command -v mandoc >/dev/null || {
  echo '1..0 # SKIP mandoc is not installed'
  exit 0
}
cd "$builddir/man" || exit 99
set -- budgettui-checks.7 budgettui-config.5 budgettui.1 budgettui.5
set -- "$@" $(printf 'zh_CN/%s\n' "$@")
echo "1..$#"
for page in "$@"; do
  # Whether the pages they refer to are installed does not matter here. Chinese text is not broken
  # into lines, and its characters are escapes that end in a bracket for mandoc.
  faults=$(mandoc -Tlint "$page" 2>&1 | grep -v -e 'referenced manual not found' -e 'outdated mandoc.db')
  case $page in
    zh_CN/*) faults=$(echo "$faults" | grep -v -e 'input text line longer' -e 'trailing delimiter: .*\\[u') ;;
  esac
  if [ -s "$page" ] && [ -z "$faults" ]; then
    echo "ok - $page"
  else
    echo "not ok - $page"
    echo "$faults" | sed 's/^/# /'
  fi
done

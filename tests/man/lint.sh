#!/bin/sh
# Are the manual pages good mdoc? make gives builddir.
command -v mandoc >/dev/null || {
  echo '1..0 # SKIP mandoc is not installed'
  exit 0
}
set -- "$builddir"/man/budgettui-checks.7 "$builddir"/man/budgettui-config.5 "$builddir"/man/budgettui.1 "$builddir"/man/budgettui.5
echo "1..$#"
for page in "$@"; do
  # Whether the pages they refer to are installed does not matter here.
  faults=$(mandoc -Tlint "$page" 2>&1 | grep -v -e 'referenced manual not found' -e 'outdated mandoc.db')
  if [ -s "$page" ] && [ -z "$faults" ]; then
    echo "ok - ${page##*/}"
  else
    echo "not ok - ${page##*/}"
    echo "$faults" | sed 's/^/# /'
  fi
done

#!/bin/sh
# The layer check on this tree; make gives srcdir and builddir.
libraries=$(ldd "$builddir/budgettui" | awk '/lib(ncursesw|tinfo|unistring|yaml)/ { print $3 }')
for name in ncursesw unistring yaml; do
  case $libraries in
  *"lib$name"*) ;;
  *)
    echo "Bail out! budgettui is not linked with lib$name: its symbols cannot be told apart"
    exit 1
    ;;
  esac
done
exec sh "$srcdir/tests/layers/check.sh" "$srcdir" "$builddir" $libraries

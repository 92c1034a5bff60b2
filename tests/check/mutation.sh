#!/bin/sh
# Do the checks see a figure of the sample that is not what it should be? make gives srcdir and builddir.
exec "$builddir/tests/check/mutation" "$srcdir/data/jiulongpo-zhengwuban-2023.yaml" 97

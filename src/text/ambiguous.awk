# Makes the table of ambiguous characters from Unicode's EastAsianWidth.txt: the
# ranges of class A, in order, neighbours merged, as initialisers of C structs.

function number(hex,    i, value) {
  value = 0
  for (i = 1; i <= length(hex); i++)
    value = value * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
  return value
}

function flush() {
  if (count)
    printf "{0x%s, 0x%s},\n", first, last
}

BEGIN { FS = "[; ]+" }

/^[0-9A-F]/ && $2 == "A" {
  split($1 ".." $1, ends, /\.\./)
  if (!count || number(ends[1]) != number(last) + 1) {
    flush()
    first = ends[1]
    count++
  }
  last = ends[2]
}

END {
  flush()
  if (!count) {
    print "ambiguous.awk: no character of class A found" > "/dev/stderr"
    exit 1
  }
}

# Makes C string literals of the lines of data/aliases.tsv that hold something, for src/import/aliases.c.
/^#/ || /^[ \t\r]*$/ { next }
{
  sub(/\r$/, "")
  if (/["\\]/) {
    printf "%s:%d: a line without quotes or backslashes expected\n", FILENAME, FNR > "/dev/stderr"
    exit 1
  }
  gsub(/\t/, "\\t")
  printf "\"%s\",\n", $0
}

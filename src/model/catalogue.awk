# Makes the rows of the catalogue's table out of data/classification.tsv:
#   { CLASSIFICATION_FUNCTIONAL, 0x3120000000000000, "一般公共服务支出" },
# in the order of the file: classifications as in enum Classification, codes ascending, so that the
# program can search by halves. A code is written as the key that code_pack (model/row_code.h) makes
# of it: each digit and 1 more, from the left. A line that breaks this order, or is not three columns,
# ends the build.
function refuse(reason) {
  printf "%s:%d: %s\n", FILENAME, FNR, reason > "/dev/stderr"
  failed = 1
  exit 1
}
function key_of(code,    key, i) {
  key = "0x"
  for (i = 1; i <= 16; i++)
    key = key (i <= length(code) ? substr("123456789a", substr(code, i, 1) + 1, 1) : "0")
  return key
}
BEGIN {
  FS = "\t"
  rank["functional"] = 1
  rank["department-economic"] = 2
  rank["government-economic"] = 3
}
/^#/ || /^[ \t\r]*$/ { next }
$1 == "classification" { next }
{
  sub(/\r$/, "")
  if (NF != 3) refuse("three columns expected, " NF " found")
  if (!($1 in rank)) refuse("unknown classification '" $1 "'")
  if ($2 !~ /^[0-9]+$/ || length($2) > 16) refuse("'" $2 "' is no code of at most 16 digits")
  if ($3 == "" || $3 ~ /["\\]/) refuse("a name without quotes or backslashes expected")
  # A letter before the codes makes awk compare them as text.
  if (rank[$1] < last_rank || (rank[$1] == last_rank && "c" $2 <= "c" last_code))
    refuse("'" $1 " " $2 "' out of order or twice")
  last_rank = rank[$1]
  last_code = $2
  name = toupper($1)
  gsub(/-/, "_", name)
  printf "{ CLASSIFICATION_%s, %s, \"%s\" },\n", name, key_of($2), $3
  rows++
}
END {
  if (!failed && rows == 0) {
    printf "%s: no account\n", FILENAME > "/dev/stderr"
    exit 1
  }
}

# Makes the rows of the catalogue's table out of data/classification.tsv:
#   { CLASSIFICATION_FUNCTIONAL, "201", "一般公共服务支出" },
# in the order of the file: classifications as in enum Classification, codes ascending, so that the
# program can search by halves. A line that breaks this order, or is not three columns, ends the build.
function refuse(reason) {
  printf "%s:%d: %s\n", FILENAME, FNR, reason > "/dev/stderr"
  failed = 1
  exit 1
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
  if ($2 !~ /^[0-9]+$/) refuse("the code '" $2 "' is not a number")
  if ($3 == "" || $3 ~ /["\\]/) refuse("a name without quotes or backslashes expected")
  # A letter before the codes makes awk compare them as text.
  if (rank[$1] < last_rank || (rank[$1] == last_rank && "c" $2 <= "c" last_code))
    refuse("'" $1 " " $2 "' out of order or twice")
  last_rank = rank[$1]
  last_code = $2
  name = toupper($1)
  gsub(/-/, "_", name)
  printf "{ CLASSIFICATION_%s, \"%s\", \"%s\" },\n", name, $2, $3
  rows++
}
END {
  if (!failed && rows == 0) {
    printf "%s: no account\n", FILENAME > "/dev/stderr"
    exit 1
  }
}

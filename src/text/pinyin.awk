# Makes the table of Mandarin readings from Unicode's Unihan_Readings.txt, without tones, as
# definitions in C: the syllables, the distinct sets of readings, and the set of each character.
#
# What people read a character as is what its main reading (kMandarin), the frequency list of
# spoken Mandarin (kHanyuPinlu), the dictionary of standard characters (kTGHZ2013) and the common
# dictionary (kXHC1983) say; kHanyuPinyin, with every reading ever recorded, is left out.

function number(hex,    i, value) {
  value = 0
  for (i = 1; i <= length(hex); i++)
    value = value * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
  return value
}

# A reading without place, frequency and tone; v stands for ü.
function plain(reading,    i) {
  sub(/^.*:/, "", reading)
  sub(/\(.*/, "", reading)
  for (i = 1; i <= vowels; i += 2)
    gsub(vowel[i], vowel[i + 1] == "-" ? "" : vowel[i + 1], reading)
  return reading
}

function add(character, reading) {
  if (reading !~ /^[a-z]+$/ || length(reading) > 6) {
    printf "pinyin.awk: line %d: a reading that is none: %s\n", FNR, reading > "/dev/stderr"
    failed = 1
    exit 1
  }
  if (!(character in readings))
    characters[++count] = character
  if (index(" " readings[character] " ", " " reading " ") == 0)
    readings[character] = readings[character] (readings[character] == "" ? "" : " ") reading
  if (!(reading in syllable_of)) {
    syllable[syllables] = reading
    syllable_of[reading] = syllables++
  }
}

BEGIN {
  FS = "\t"
  vowels = split("ā a á a ǎ a à a ē e é e ě e è e ê e ế e ề e ī i í i ǐ i ì i ō o ó o ǒ o ò o " \
                 "ū u ú u ǔ u ù u ü v ǖ v ǘ v ǚ v ǜ v ń n ň n ǹ n ḿ m ̀ - ́ - ̄ - ̌ -", vowel, " ")
  syllables = 0
}

$2 == "kMandarin" || $2 == "kHanyuPinlu" || $2 == "kTGHZ2013" || $2 == "kXHC1983" {
  parts = split($3, part, " ")
  for (i = 1; i <= parts; i++)
    add(number(substr($1, 3)), plain(part[i]))
}

function begin_table(type, name) { printf "static const %s %s = {", type, name }

function item(value) { printf "%s%s,", column++ % 16 ? " " : "\n  ", value }

function end_table() {
  print "\n};"
  column = 0
}

# The number of a set of readings, from 1; its syllables go into the list when it is new.
function set_number(set,    i, parts, part) {
  if (set in set_of)
    return set_of[set]
  set_begin[++sets] = listed
  parts = split(set, part, " ")
  for (i = 1; i <= parts; i++)
    list[listed++] = syllable_of[part[i]]
  return set_of[set] = sets
}

END {
  if (failed)
    exit 1
  if (count < 20000 || syllables < 300) {
    print "pinyin.awk: hardly any readings found" > "/dev/stderr"
    exit 1
  }
  listed = sets = pages = last = 0
  for (i = 1; i <= count; i++) {
    character = characters[i]
    set[character] = set_number(readings[character])
    page = int(character / 256)
    if (!(page in page_of)) {
      page_of[page] = ++pages
      page_begin[pages] = page * 256
    }
    last = page > last ? page : last
  }
  printf "enum { SYLLABLES = %d, SETS = %d, PAGES = %d };\n", syllables, sets + 1, last + 1
  begin_table("char", "syllables[][8]")
  for (i = 0; i < syllables; i++)
    item("\"" syllable[i] "\"")
  end_table()
  begin_table("uint16_t", "set_syllables[]")
  for (i = 0; i < listed; i++)
    item(list[i])
  end_table()
  begin_table("uint16_t", "set_begins[]")
  item(0)
  for (i = 1; i <= sets; i++)
    item(set_begin[i])
  item(listed)
  end_table()
  begin_table("uint16_t", "page_numbers[]")
  for (i = 0; i <= last; i++)
    item(i in page_of ? page_of[i] : 0)
  end_table()
  begin_table("uint16_t", "page_sets[]")
  for (i = 0; i < 256; i++)
    item(0)
  for (i = 1; i <= pages; i++)
    for (j = 0; j < 256; j++)
      item((page_begin[i] + j) in set ? set[page_begin[i] + j] : 0)
  end_table()
}

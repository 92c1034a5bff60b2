#!/bin/sh
# check.sh SOURCE BUILD [LIBRARY...]: do the rooms of SOURCE/src, built in BUILD, keep the layers?
#
# Two questions for each room, answered in TAP: whether its #include lines point only to rooms it may
# know, and whether the undefined symbols of its objects are found only there. The LIBRARYs are the
# shared libraries whose names tell which room alone may use them (see `owners`).
set -u
export LC_ALL=C
source=$1
build=$2
shift 2
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# room, what it is built into, the rooms it may use
cat >"$work/rooms" <<'END'
base    libbase.a
text    libtext.a         base
model   libmodel.a        base text
yaml    libyaml_reader.a  base text model
check   libcheck.a        base text model
search  libsearch.a       base text model
import  libimport.a       base text model yaml
export  libexport.a       base text model yaml
view    libview.a         base text model yaml check search import export
tui     libtui.a          base text model yaml check search import export view
cli     src/cli/*.o       base text model yaml check search import export view tui
END

# room, its headers from outside, its libraries: no other room may use them
cat >"$work/owners" <<'END'
text    ^uni(case|conv|ctype|gbrk|lbrk|metadata|name|norm|stdio|str|types|wbrk|width)[.]h$  libunistring
yaml    ^yaml[.]h$                                                                          libyaml
tui     ^(n?curses|ncursesw?/.*|term|panel|menu|form|eti|unctrl)[.]h$                       lib(ncursesw?|tinfo)
END

# Ending the process is main's business; out of memory without a handler is the one other case. The
# terminal's signal handlers may _exit, and so may the children that are forked.
may_end_process='^(cli/.*|base/memory[.]o)$'
may_end_child='^(tui/.*|import/pdftotext[.]o)$'

includes() {
  for room in $(awk '{ print $1 }' "$work/rooms"); do
    find "$source/src/$room" -name '*.[ch]' 2>/dev/null | sort | while read -r file; do
      awk -v room="$room" -v file="${file#"$source"/}" '
        /^[ \t]*#[ \t]*include[ \t]*[<"]/ {
          split($0, part, /[<">]/)
          print room, part[2], file ":" FNR, index($0, "\"") ? "own" : "system"
        }' "$file"
    done
  done
}

# Lines "room object symbol kind"; a kind in capitals defines, U wants.
symbols() {
  while read -r room built rest; do
    for object in "$build"/$built; do
      [ -e "$object" ] || continue
      ${NM:-nm} -A -P -g "$object" 2>/dev/null | awk -v room="$room" '
        {
          name = $1
          sub(/:$/, "", name); sub(/\]$/, "", name); sub(/.*[\[\/]/, "", name)
          print room, name, $2, $3
        }'
    done
  done <"$work/rooms"
}

# Lines "library symbol" for everything that a LIBRARY defines.
library_symbols() {
  for library in "$@"; do
    ${NM:-nm} -D -P --defined-only "$library" | awk -v library="${library##*/}" '
      $2 ~ /^[TDBRVWi]$/ { sub(/@.*/, "", $1); print library, $1 }'
  done
}

includes >"$work/includes"
symbols >"$work/symbols"
library_symbols "$@" >"$work/libraries"

awk -v may_end_process="$may_end_process" -v may_end_child="$may_end_child" '
  function fault(question, room, text) {
    faults[question, room] = faults[question, room] "# " text "\n"
  }
  function may_use(room, other) { return room == other || (room, other) in allowed }

  FILENAME ~ /rooms$/ {
    room_at[++rooms] = $1
    is_room[$1] = 1
    for (i = 3; i <= NF; i++) allowed[$1, $i] = 1
    next
  }
  FILENAME ~ /owners$/ { header[$1] = $2; owned_library[$1] = "^" $3 "[.]"; next }
  FILENAME ~ /libraries$/ {
    for (owner in owned_library) if ($1 ~ owned_library[owner]) owner_of[$2] = owner
    next
  }
  FILENAME ~ /includes$/ {
    seen["includes", $1] = 1
    other = $2
    sub(/\/.*/, "", other)
    if ($4 == "own" && !(other in is_room))
      fault("includes", $1, $3 " includes \"" $2 "\", which is in no room")
    else if ($4 == "own" && !may_use($1, other))
      fault("includes", $1, $3 " includes \"" $2 "\": " $1 " may not use " other)
    for (owner in header) if (owner != $1 && $2 ~ header[owner])
      fault("includes", $1, $3 " includes <" $2 ">, which only " owner " may")
    next
  }
  {
    seen["symbols", $1] = 1
    if ($4 == "U") wanted[++wants] = $1 " " $2 " " $3
    else if ($4 ~ /^[A-TV-Z]$/) defined[$3] = defined[$3] " " $1
  }

  function judge_symbol(room, object, symbol,    list, count, i) {
    if (symbol in defined) {
      count = split(defined[symbol], list, " ")
      for (i = 1; i <= count; i++) if (may_use(room, list[i])) return
      fault("symbols", room, object " uses " symbol " of " list[1] ": " room " may not use " list[1])
    } else if (symbol in owner_of) {
      if (owner_of[symbol] != room)
        fault("symbols", room, object " uses " symbol ", which only " owner_of[symbol] " may")
    } else if (symbol ~ /^(exit|_exit|_Exit|quick_exit|abort)$/) {
      if (room "/" object !~ may_end_process && !(room "/" object ~ may_end_child && symbol == "_exit"))
        fault("symbols", room, object " calls " symbol ": only main ends the process")
    }
  }

  END {
    for (i = 1; i <= wants; i++) {
      split(wanted[i], part, " ")
      judge_symbol(part[1], part[2], part[3])
    }
    for (i = 1; i <= rooms; i++) for (q = 1; q <= 2; q++) {
      question = q == 1 ? "includes" : "symbols"
      if (!((question, room_at[i]) in seen)) continue
      printf "%sok %d - %s of %s\n", (question, room_at[i]) in faults ? "not " : "", ++tests, question, room_at[i]
      printf "%s", faults[question, room_at[i]]
    }
    print "1.." tests
  }' "$work/rooms" "$work/owners" "$work/libraries" "$work/includes" "$work/symbols"

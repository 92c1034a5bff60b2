#!/bin/sh
# The program in xterm, with ambiguous characters one and two columns wide: what xterm shows, cell
# by cell, must be what the program painted in memory. Each screen is also kept as a picture.
#
# Needs Xvfb, xterm, xdotool and a font for Chinese; is skipped without them. Prints TAP.
: "${srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${builddir:=$(pwd)}"
: "${BUDGETTUI:=$builddir/budgettui}"
: "${PAINT:=$builddir/tests/pty/paint}"
out=$builddir/tests/pty/xterm.out
sample=$srcdir/data/jiulongpo-zhengwuban-2023.yaml
size=100x30
font='DejaVu Sans Mono'
chinese='Noto Sans Mono CJK SC'

skip() {
  echo "1..0 # SKIP $1"
  exit 0
}
for tool in Xvfb xterm xdotool; do
  command -v $tool >/dev/null || skip "$tool is not installed"
done
[ -n "$(fc-list ':lang=zh-cn' 2>/dev/null)" ] || skip "no font for Chinese is installed"

rm -rf "$out"
mkdir -p "$out"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$out/display" 2>"$out/Xvfb.log" &
server=$!
terminal=
finish() {
  [ -z "$terminal" ] || kill "$terminal" 2>/dev/null
  kill "$server" 2>/dev/null
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
tries=0
until [ -s "$out/display" ]; do
  tries=$((tries + 1))
  [ $tries -lt 600 ] || skip "Xvfb does not start"
  sleep 0.1
done
DISPLAY=:$(cat "$out/display")
export DISPLAY

# Asks the terminal to print its screen, which it does as text, until that is what is expected.
print_until() { # NAME
  tries=0
  while [ $tries -lt 300 ]; do
    rm -f "$out/printed"
    # Media copy: xterm hands the lines of its screen to its printer command.
    printf '\033[i' >"$(cat "$out/tty")"
    sleep 0.1
    sed 's/ *$//' "$out/printed" 2>/dev/null | tr -d '\f\r' >"$out/$1.shown"
    cmp -s "$out/$1.shown" "$out/$1.expected" && return 0
    tries=$((tries + 1))
  done
  return 1
}

# Presses a mouse button in the middle of a cell; a window has a border of two pixels.
click() { # COLUMN,ROW,BUTTON
  eval "$(xdotool getwindowgeometry --shell "$(xdotool search --onlyvisible --class xterm | head -n 1)")"
  column=${1%%,*} row=${1#*,}
  row=${row%,*}
  xdotool mousemove $((X + 2 + (WIDTH - 4) * (2 * column + 1) / (2 * ${size%x*}))) \
    $((Y + 2 + (HEIGHT - 4) * (2 * row + 1) / (2 * ${size#*x}))) click "${1##*,}"
}

# Keys are named as xdotool does, with blanks between them, and as characters for the painter. What a
# mouse button does is given with the keys that do the same: @COLUMN,ROW,BUTTON=KEYS.
press() { # KEY...
  for key; do
    case $key in
      @*) rest=${key#@} && click "${rest%%=*}" ;;
      *) xdotool key --clearmodifiers "$key" ;;
    esac
  done
}
characters() { # KEY...
  for key; do
    case $key in
      @*) printf '%s' "${key#*=}" ;;
      slash) printf '/' ;;
      Return) printf '\r' ;;
      *) printf '%s' "$key" ;;
    esac
  done
}

number=0
show() { # NAME AMBIGUOUS KEYS OPTION...
  name=$1 ambiguous=$2 keys=$3
  shift 3
  number=$((number + 1))
  "$PAINT" $size "$ambiguous" zh_CN "$(characters $keys)" "$sample" >"$out/$name.expected"
  rm -f "$out/tty"
  env -u LC_ALL LANG=C.UTF-8 LANGUAGE=zh_CN BUDGETTUI_LOCALEDIR="$builddir/locale" \
    XDG_CONFIG_HOME=/dev/null XDG_STATE_HOME=/dev/null xterm -u8 "$@" \
    -fa "$font" -fd "$chinese" -fs 10 -geometry $size+0+0 +sb -tn xterm-256color \
    -xrm 'XTerm*printAttributes: 0' -xrm "XTerm*printerCommand: cat >'$out/part' && mv '$out/part' '$out/printed'" \
    -e sh -c 'tty >"$1.new" && mv "$1.new" "$1" && shift && exec "$@"' sh "$out/tty" \
    "$BUDGETTUI" "$sample" 2>"$out/$name.log" &
  terminal=$!
  tries=0
  until [ -s "$out/tty" ] || [ $tries -ge 600 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  xdotool search --sync --onlyvisible --class xterm >/dev/null 2>&1
  xdotool mousemove 200 200
  case $keys in
    @*) # a click that comes before the program asks for clicks is lost
      "$PAINT" $size "$ambiguous" zh_CN '' "$sample" >"$out/first.expected"
      print_until first ;;
  esac
  press $keys
  if print_until "$name"; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name"
    diff "$out/$name.expected" "$out/$name.shown" | sed 's/^/# /'
  fi
  ! command -v import >/dev/null || import -window root "$out/$name.png" 2>/dev/null
  kill $terminal 2>/dev/null
  wait $terminal 2>/dev/null
  terminal=
}

echo 1..9
for columns in 1 2; do
  [ $columns -eq 1 ] && option=+cjk_width || option=-cjk_width
  show overview-$columns $columns '' $option
  show functional-$columns $columns '3 j j' $option
  show search-$columns $columns 'slash 2 0 1 0 3 0 2 Return' $option
  show narrative-$columns $columns '7' $option
done
# A click on a tab, the wheel, and a click on a row.
show mouse 1 '@17,1,1=3 @30,15,5=jjj @30,12,1=jjjjj' +cjk_width

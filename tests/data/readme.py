#!/usr/bin/env python3
"""Do README.md and README.zh_CN.md name the same commands, and only what there is? Results are printed
in TAP."""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from tap import Tap

SOURCE = os.environ.get("srcdir") or "."
PROGRAM = os.environ.get("BUDGETTUI") or "./budgettui"
COMMAND = re.compile(r"^    (\S.*?)(?:  .*)?$")
NAMED = re.compile(r"`([^`\n]+)`|\b(budgettui[a-z-]*\(\d\))")


def read(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        return re.sub(r"```.*?```", "", file.read(), flags=re.S)


def commands(text):
    return [match.group(1) for line in text.splitlines() if (match := COMMAND.match(line))]


def named(text):
    return sorted({"".join(match.groups("")) for match in NAMED.finditer(text)})


def differences(one, other):
    return [f"only in the English one: {name}" for name in one if name not in other] + \
           [f"only in the Chinese one: {name}" for name in other if name not in one]


def unknown(lines, help_text):
    words = [(line, word) for line in lines if line.startswith("budgettui ")
             for word in line.split()[1:2] if re.fullmatch(r"[a-z-]+", word)]
    return [f"{line}: no {word} in the help" for line, word in words
            if not re.search(rf"(^|[ ,]){word}\b", help_text, re.M)]


def main():
    tap = Tap()
    english, chinese = read("README.md"), read("README.zh_CN.md")
    tap.result("there are commands", [] if len(commands(english)) > 6 else commands(english))
    tap.result("the same commands, in the same order",
               differences(commands(english), commands(chinese))
               or ([] if commands(english) == commands(chinese) else ["another order"]))
    tap.result("the same keys, files and manual pages", differences(named(english), named(chinese)))
    help_text = subprocess.run([PROGRAM, "--help"], capture_output=True, check=True, text=True,
                               env=os.environ | {"LC_ALL": "C", "LANGUAGE": ""}).stdout
    tap.result("commands and options that there are", unknown(commands(english), help_text))
    tap.result("the headings are as many",
               [] if english.count("\n## ") == chinese.count("\n## ") else ["not as many"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

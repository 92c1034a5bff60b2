#!/usr/bin/env python3
"""The sample as text, compared with the files here, in English and Chinese. Results are in TAP.

golden.py --accept writes the files anew: read what changed before you commit it.
"""

import difflib
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "cli"))
from program import SAMPLE, run
from tap import Tap

CASES = {
    "overview": [],
    "overview-yuan-60": ["overview", "--unit=yuan", "--width=60"],
    "annex-1": ["annex", "1"],
    "annex-4-yi": ["annex", "4", "--unit=yi"],
    "annex-5": ["annex", "5"],
    "annex-8": ["annex", "8"],
    "annex-11": ["annex", "11"],
    "functional": ["functional"],
    "functional-yuan-60": ["functional", "--unit=yuan", "--width=60"],
    "department-economic": ["department-economic"],
    "government-economic-1": ["government-economic", "--depth=1"],
    "account-30201": ["-c", "30201"],
    "three-public": ["three-public"],
    "targets": ["targets"],
    "targets-80": ["targets", "--width=80"],
    "narrative-80": ["narrative", "--width=80"],
}


def compare(path, text):
    try:
        with open(path, encoding="utf-8") as file:
            expected = file.read()
    except FileNotFoundError:
        return [f"{path} is missing"]
    return list(difflib.unified_diff(expected.splitlines(), text.splitlines(), "expected", "printed",
                                     lineterm=""))


def main():
    tap = Tap()
    for language in ("en", "zh_CN"):
        for name, arguments in CASES.items():
            ended = run("show", SAMPLE, *arguments, language=language)
            path = os.path.join(HERE, language, name + ".txt")
            if "--accept" in sys.argv[1:]:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(ended.out)
            else:
                tap.result(f"{language}/{name}", compare(path, ended.out) + ended.err.splitlines())
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

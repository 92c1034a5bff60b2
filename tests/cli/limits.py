#!/usr/bin/env python3
"""Limits: what is beyond one is refused with a word on how to raise it, and read when that is done; by
option and by configuration. Results are printed in TAP."""

import os
import re
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import SAMPLE, SOURCE, run
from tap import Tap

HEAD = "format: budgettui/1\ntitle: 某局2023年部门预算\nyear: 2023\nunit: 万元\norganization: {name: 某局}\n"
PUBLISHED = os.path.join(SOURCE, "tests", "import", "other.txt")


def annex(columns, rows):
    return (HEAD + "annexes:\n  - number: 1\n    title: 表\n    columns: [" + ", ".join(columns) +
            "]\n    rows:\n" + "".join(f"      - [{', '.join(row)}]\n" for row in rows))


def nested(levels):
    """A heading over headings: each level of them is a list and a mapping."""
    opened = "".join(f"{{heading: 第{n}层, sections: [" for n in range(levels))
    return HEAD + "narrative: [" + opened + "{heading: 最深}" + "]}" * levels + "]\nannexes: []\n"


# The key, what is read, what goes before the default, and what is shown once it is read.
DOCUMENTS = [
    ("columns", annex(["{title: 项目}"] + ["{title: 列, role: amount}"] * 5000,
                      [["甲"] + ["1.00"] * 4999 + ["7654.32"]]), ["show", "{}", "annex", "1"], r"7,654\.32"),
    ("nesting", nested(200), ["show", "{}", "narrative"], "最深"),
    ("text", HEAD + "annexes:\n  - number: 1\n    status: not-included\n    title: 长" +
     "字" * (6 << 20) + "尾\n", ["export", "{}", "-f", "json"], "字尾"),
]


def advice(said):
    """The option that an error proposes."""
    found = re.search(r"use '(--limit \S+=\S+)'", said)
    return found.group(1).split() if found else None


def write(place, name, text):
    path = os.path.join(place, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def follow(command, key, shown, stdin=b""):
    """What is wrong when a command is run, and then with what its error proposes."""
    refused = run(*command, stdin=stdin)
    option = advice(refused.err)
    if refused.status != 3 or not option or not option[1].startswith(key + "="):
        return [f"status {refused.status}: {refused.err[:300]}"]
    if "错误：" not in run(*command, stdin=stdin, language="zh_CN").err:
        return ["not told in Chinese"]
    read = run(*command, *option, stdin=stdin)
    while read.status == 3 and advice(read.err) and advice(read.err) != option:
        option = advice(read.err)
        read = run(*command, *option, stdin=stdin)
    return ([] if read.status == 0 and re.search(shown, read.out)
            else [f"{option}: status {read.status}: {read.err[:300]}"])


def test_documents(tap, place):
    for key, text, command, shown in DOCUMENTS:
        path = write(place, key + ".yaml", text)
        tap.result(f"{key}: refused, and read when it is raised as is said",
                   follow([word.format(path) for word in command], key, shown))


def test_lowered(tap):
    with open(SAMPLE, "rb") as file:
        sample = file.read()
    whole = run("show", SAMPLE)
    for key, least in (("columns", "2"), ("rows", "3"), ("nesting", "8"), ("text", "1K")):
        refused = run("show", SAMPLE, "--limit", f"{key}={least}")
        tap.result(f"{key} can be lowered", [] if refused.status == 3 and re.search(
            rf"\A\S+:\d+:\d+: error: .*at most {least}; .*--limit {key}=", refused.err) else [refused.err])
    refused = run("show", "-", "--limit", "pipe=1K", stdin=sample)
    tap.result("pipe can be lowered", [] if refused.status == 3 and "at most 1K;" in refused.err else [refused.err])
    raised = run("show", "-", "--limit", "pipe=1K", "--limit", "pipe=1M", stdin=sample)
    tap.result("of one limit given twice the last counts", [] if raised.out == whole.out else [raised.err])


def test_import(tap, place):
    text = write(place, "two.txt", open(PUBLISHED, encoding="utf-8").read())
    refused = run("import", text, "--limit", "import-text=1K")
    tap.result("import-text", [] if refused.status == 3 and "--limit import-text=2K" in refused.err else [refused.err])
    for key, value, said in (("import-tables", 2, "--limit import-tables=N"),
                             ("import-cells", 50, "--limit import-cells=N")):
        some = run("import", text, "--limit", f"{key}={value}")
        tap.result(f"{key}: what is left out is told", [] if some.status == 0 and said in some.err else [some.err])
    same = run("import", text, "--limit", "import-tables=10000", "--limit", "import-cells=100000000")
    tap.result("raised, they change nothing", [] if same.out == run("import", text).out else ["it differs"])
    pdf = write(place, "a.pdf", "%PDF-1.4\n" + "x" * 2000)
    refused = run("show", pdf, "--limit", "import-pdf=1K")
    tap.result("import-pdf", [] if refused.status == 3 and "--limit import-pdf=2K" in refused.err else [refused.err])


def test_expression(tap):
    term = "|".join(f"第{n}项" for n in range(2000)) + "|公务接待费"
    refused = run("search", "-E", term, SAMPLE)
    option = advice(refused.err)
    found = run("search", "-E", term, SAMPLE, "--limit", "expression-states=20000")
    tap.result("expression-states", [] if refused.status == 2 and option and found.status == 0
               and "公务接待费" in found.out else [refused.err[-200:], found.err[-200:]])


def test_configuration(tap, place):
    path = os.path.join(place, "columns.yaml")
    config = write(place, "config.yaml", "limits:\n  columns: 8192\n  import-pdf: 1G\n")
    for command in (["show", path, "annex", "1"], ["check", path], ["search", "7654.32", path],
                    ["export", path, "-f", "csv"]):
        read = run(*command, "--config", config)
        tap.result(f"a limit of the configuration holds for {command[0]}",
                   [] if read.status in (0, 1) and not read.err else [read.err])
    lowered = run("show", path, "--config", config, "--limit", "columns=5")
    tap.result("the option goes before it",
               [] if "at most 5;" in lowered.err else [lowered.err])
    for text, pattern in (
            ("limits: {colums: 5}\n", r":1:10: error: unknown name “colums” in “limits”; did you mean “columns”\?"),
            ("limits:\n  columns: many\n",
             r":2:12: error: the limit 'columns' is a whole number from 1 to 65535; found 'many'"),
            ("limits: {text: 2T}\n", r":1:16: error: the limit 'text' is a number of bytes from 1K to 256M"),
            ("limits: {rows: none}\n", r":1:16: error: the limit 'rows' is a whole number"),
            ("limits: {rows: [1, 2]}\n", r":1:16: error: expected a value, found a list")):
        said = run("show", SAMPLE, "--config", write(place, "bad.yaml", text))
        tap.result(f"told with its place: {text.strip()!r}",
                   [] if said.status == 2 and re.search(pattern, said.err) else [said.err])
    printed = run("--print-config").out
    tap.result("--print-config has them", [] if re.search(
        r"^limits:\n(.*\n)*  columns: 4096\n(.*\n)*  pdftotext-memory: 2G\n", printed, re.M) else [printed[-500:]])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as place:
        test_documents(tap, place)
        test_lowered(tap)
        test_import(tap, place)
        test_expression(tap)
        test_configuration(tap, place)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

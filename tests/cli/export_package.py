#!/usr/bin/env python3
"""The data package: every file is told, every column as it is, nothing is left of a failure. TAP."""

import csv
import glob
import json
import os
import re
import sys
import tempfile
from decimal import Decimal, InvalidOperation

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from export import HOSTILE, expect, small_files
from program import SAMPLE, SOURCE, run
from tap import Tap


def package(file, out, *more, **options):
    return run("export", file, "-f", "datapackage", "-o", out, *more, **options)


def load(out):
    with open(os.path.join(out, "datapackage.json"), encoding="utf-8") as file:
        return json.load(file)


def table(out, resource):
    with open(os.path.join(out, resource["path"]), encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def is_number(text):
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


FITS = {
    "string": lambda text: True,
    "number": is_number,
    "integer": lambda text: re.fullmatch("-?[0-9]+", text),
    "boolean": lambda text: text in ("true", "false"),
}


def wrong_resource(out, resource):
    rows = table(out, resource)
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    missing = resource["schema"].get("missingValues", [""])
    faults = [] if rows[0] == names else [f"{resource['name']}: {rows[0]}, not {names}"]
    if len(set(names)) != len(names) or "" in names:
        faults.append(f"{resource['name']}: titles are not all different: {names}")
    for i, row in enumerate(rows[1:], 2):
        if len(row) != len(names):
            faults.append(f"{resource['name']}:{i}: {len(row)} fields")
        faults += [f"{resource['name']}:{i}: {field['name']}: {text!r}" for field, text in zip(fields, row)
                   if text not in missing and not FITS[field["type"]](text)]
    return faults


def wrong_package(out):
    about = load(out)
    faults = [] if re.fullmatch("[a-z0-9._-]+", about["name"]) else [about["name"]]
    files = sorted(["datapackage.json"] + [r["path"] for r in about["resources"]])
    if files != sorted(os.listdir(out)):
        faults.append(f"{os.listdir(out)}, not {files}")
    for resource in about["resources"]:
        if not re.fullmatch("[a-z0-9-]+", resource["name"]):
            faults.append(resource["name"])
        faults += wrong_resource(out, resource)
    return faults


def test_fiscal(tap, out):
    """What is no aggregate adds up to what is printed as the total."""
    resources = {r["name"]: r for r in load(out)["resources"]}
    types = {f["name"]: f.get("columnType") for f in resources["functional"]["schema"]["fields"]}
    tap.result("column types", [] if types["code"] == "functional-classification:generic:code"
               and types["name"] == "functional-classification:generic:label"
               and types["value"] == "value" and types["direction"] == "direction"
               and types["phase"] == "phase:id" and types["fiscal_year"] == "date:fiscal-year" else [types])
    rows = table(out, resources["functional"])
    lines = [dict(zip(rows[0], row)) for row in rows[1:]]
    sums = {}
    for line in lines:
        if line["aggregate"] == "false":
            sums[line["annex"]] = sums.get(line["annex"], 0) + Decimal(line["value"])
    # The sample's printed parts come to 0.01 万元 less than its total.
    tap.result("no sum is counted twice", [] if sums["2"] == Decimal("22465000.00") else [sums])
    facts = {(line["fiscal_year"], line["phase"], line["direction"], line["currency"]) for line in lines}
    tap.result("year, phase, direction", [] if facts == {("2023", "budgeted", "expenditure", "CNY")}
               else [facts])
    tap.result("amounts have their marks", [] if resources["amounts"]["schema"]["missingValues"] == [""]
               else [resources["amounts"]["schema"]])


DOUBLED = HOSTILE.replace("{title: 科目名称}, {title: 预算数}",
                          "{title: 甲}, {title: 甲}, {title: ''}, {title: 预算数}").replace(
    '- ["=HYPERLINK(\\"x\\")", ', "- [a, b, c, ").replace('- ["a\\e[31m\\u202eb\\nc", ', "- [a, b, c, ").replace(
    '- ["+1", ', "- [a, b, c, ").replace('- ["=", ', "- [a, b, c, ")


def test_hostile(tap, room):
    out = os.path.join(room, "doubled")
    made = package("-", out, stdin=DOUBLED.encode())
    tap.result("titles that stand twice", expect(made, 0, "", "") + wrong_package(out))
    resource = load(out)["resources"][-1]
    names = [field["name"] for field in resource["schema"]["fields"]]
    tap.result("get a number", [] if names == ["甲", "甲 (2)", "(3)", "预算数"] else [names])
    marks = resource["schema"]["missingValues"]
    tap.result("a dash in place of an amount is told", [] if marks == ["", "–", "/"] else [marks])


def test_places(tap, room):
    out = os.path.join(room, "there")
    os.mkdir(out)
    tap.result("an existing directory stays", expect(
        package(SAMPLE, out), 4, "", f"budgettui: '{out}' exists; it is replaced only with --force\n"))
    tap.result("--force replaces an empty one", expect(package(SAMPLE, out, "--force"), 0, "", "")
               + wrong_package(out))
    tap.result("and a data package", expect(package(SAMPLE, out + "/", "--force"), 0, "", "")
               + wrong_package(out))
    before = sorted(os.listdir(room))
    tap.result("a full disk leaves the old one", expect(
        package(SAMPLE, out, "--force", before=small_files), 4, "",
        f"budgettui: cannot write '{out}': File too large\n") + wrong_package(out)
        + ([] if sorted(os.listdir(room)) == before else [os.listdir(room)]))
    with open(os.path.join(out, "notes.txt"), "w") as file:
        file.write("mine")
    tap.result("a directory with other files is never replaced", expect(
        package(SAMPLE, out, "--force"), 4, "",
        f"budgettui: '{out}' is not a directory of a data package only; it is not replaced\n")
        + ([] if os.path.exists(os.path.join(out, "notes.txt")) else ["the file is gone"]))
    new = os.path.join(room, "new")
    tap.result("a full disk leaves nothing", expect(package(SAMPLE, new, before=small_files), 4)
               + ([] if sorted(os.listdir(room)) == before else [os.listdir(room)]))
    tap.result("it needs a name", expect(run("export", SAMPLE, "-f", "datapackage"), 2, ""))
    tap.result("all annexes or none", expect(package(SAMPLE, new, "--annex", "2"), 2, ""))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as room:
        out = os.path.join(room, "sample")
        tap.result("the sample", expect(package(SAMPLE, out), 0, "", "") + wrong_package(out))
        test_fiscal(tap, out)
        for file in sorted(glob.glob(os.path.join(SOURCE, "tests", "data", "bad", "good-*.yaml"))):
            name = os.path.basename(file)
            tap.result(name, expect(package(file, os.path.join(room, name)), 0)
                       + wrong_package(os.path.join(room, name)))
        test_hostile(tap, room)
    with tempfile.TemporaryDirectory() as room:
        test_places(tap, room)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""The command check: statuses, and reports that other programs can read. Results are printed in TAP."""

import json
import os
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "cli"))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "import"))
from printing import stand_in
from program import SAMPLE, run
from tap import Tap

HEAD = """format: budgettui/1
title: 某局2023年部门预算
organization: {name: 某局}
year: 2023
unit: 万元
annexes:
  - number: "2"
    title: 支出表
    kind: general-public-expenditure
    classification: functional
    columns: [{title: 科目编码}, {title: 科目名称}, {title: 小计}, {title: 基本支出}, {title: 项目支出}]
    rows:
"""
EXACT = HEAD + '      - ["201", 甲, 3.00, 1.00, 2.00]\n'
ROUNDED = HEAD + '      - ["201", 甲, 3.01, 1.00, 2.00]\n'
WRONG = HEAD + '      - ["201", 甲, 4.00, 1.00, 2.00]\n'
WARNED = HEAD + '      - ["2011", 甲, 3.00, 1.00, 2.00]\n'
HOSTILE = HEAD + '      - ["201", "\\e[31m<&\\u202e]]>", 4.00, 1.00, 2.00]\n'
PRINTED = os.path.join(os.path.dirname(HERE), "import", "printed", "final-wrapped.xml")


def judge(tap, right, name, faults=("it is not so",)):
    tap.result(name, [] if right else list(faults))


def written(directory, name, text):
    path = os.path.join(directory, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def statuses(tap, files):
    expected = [
        ("exact", [files["exact"]], 0),
        ("rounding", [files["rounded"]], 0),
        ("rounding, strict", ["--strict", files["rounded"]], 1),
        ("a mismatch", [files["wrong"]], 1),
        ("a warning", [files["warned"]], 0),
        ("a warning, strict", ["--strict", files["warned"]], 1),
        ("a rule that is left out", ["--no-rule", "table", files["wrong"]], 0),
        ("only another rule", ["--rule", "form/unit", files["wrong"]], 0),
        ("only this rule", ["--rule", "table/basic-project", files["wrong"]], 1),
        ("the sample", [SAMPLE], 0),
        ("the sample, strict", ["--strict", SAMPLE], 1),
        ("the worst of several", [files["exact"], files["wrong"], files["rounded"]], 1),
        ("no document", [files["wrong"], os.path.join(HERE, "nowhere.yaml")], 3),
        ("no file", [], 2),
        ("no such format", ["--format", "xml", SAMPLE], 2),
        ("no such rule", ["--rule", "nothing", SAMPLE], 2),
    ]
    for what, arguments, status in expected:
        ended = run("check", *arguments)
        judge(tap, ended.status == status, f"status {status}: {what}", [f"status {ended.status}", ended.err])


def texts(tap, files):
    ended = run("check", files["wrong"])
    pattern = re.escape(files["wrong"]) + r":13:\d+: 201 甲 · 小计: 4.00 万元 .* 3.00 万元 .*1.00 万元.*\[table/basic-project\]"
    judge(tap, re.search(pattern, ended.out) is not None, "a finding has its place, rule and figures", [ended.out])
    piped = run("check", "-", stdin=WRONG.encode())
    judge(tap, piped.status == 1 and "-:13:" in piped.out, "a document on standard input", [piped.out, piped.err])
    hostile = run("check", files["hostile"])
    judge(tap, not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", hostile.out), "control characters are replaced", [repr(hostile.out)])
    judge(tap, "≈" not in run("check", "--ascii", files["rounded"]).out, "signs in ASCII")
    judge(tap, "[table/basic-project]" in run("check", "--exact", files["exact"]).out, "exact comparisons are listed when asked for")


def shown(tap, files):
    for name in ("rounded", "wrong", "warned", "hostile"):
        ended, report = run("show", files[name], "checks"), run("check", files[name])
        judge(tap, (ended.status, ended.out, ended.err) == (0, report.out, ""), f"show checks of {name} is the report",
              [str(ended.status), ended.out, ended.err])
    cases = [
        ("a figure within rounding has its sign", "rounded", [], "3.01≈", "≈ differs within rounding; see 'checks'"),
        ("a mismatch has its sign", "wrong", [], "4.00✗", "✗ does not hold together; see 'checks'"),
        ("signs with --ascii", "rounded", ["--ascii"], "3.01~", "~ differs"),
        ("signs where ambiguous characters are wide", "wrong", ["--ambiguous-width=2"], "4.00X", "X does not"),
    ]
    for what, name, options, figure, legend in cases:
        for part in (["annex", "2"], ["functional"]):
            out = run("show", *options, files[name], *part).out
            judge(tap, figure in out and f"\n{legend}" in out, f"{what}: {part[0]}", [out])
    for name in ("exact", "warned"):
        out = run("show", files[name], "annex", "2").out
        judge(tap, "3.00 " in out and not re.search("[≈✗]|differs|hold", out), f"no sign: {name}", [out])


def parsed(tap, files):
    for name in ("rounded", "wrong", "hostile"):
        for fmt in ("json", "sarif"):
            ended = run("check", "--format", fmt, files[name], SAMPLE)
            try:
                json.loads(ended.out)
                faults = []
            except ValueError as error:
                faults = [str(error)]
            judge(tap, not faults, f"{fmt} of {name} can be read", faults)
        ended = run("check", "--format", "junit", files[name], SAMPLE)
        try:
            ElementTree.fromstring(ended.out)
            faults = []
        except ElementTree.ParseError as error:
            faults = [str(error)]
        judge(tap, not faults, f"junit of {name} can be read", faults)


def json_report(tap, files):
    documents = json.loads(run("check", "--format", "json", files["wrong"], SAMPLE).out)["documents"]
    finding = next(one for one in documents[0]["findings"] if one["outcome"] == "mismatch")
    wanted = {"rule": "table/basic-project",
              "printed": {"amount": "4.00", "unit": "万元", "fen": 4000000},
              "computed": {"amount": "3.00", "unit": "万元", "fen": 3000000},
              "difference": {"amount": "1.00", "unit": "万元", "fen": 1000000}}
    differs = {key: finding.get(key) for key in wanted if finding.get(key) != wanted[key]}
    judge(tap, not differs, "figures in JSON are exact", [repr(differs)])
    place = finding["place"]
    judge(tap, (place["annex"], place["code"], place["heading"], place["line"]) == ("2", "201", "小计", 13),
               "a place in JSON", [repr(place)])
    outcomes = documents[1]["outcomes"]
    judge(tap, (outcomes["rounding"], outcomes["mismatch"]) == (9, 0), "counts in JSON", [repr(outcomes)])
    sums = {name: sum(rule["outcomes"][name] for rule in documents[1]["rules"]) for name in outcomes}
    judge(tap, sums == outcomes, "the counts of the rules add up", [repr(sums), repr(outcomes)])


def sarif_report(tap, files):
    log = json.loads(run("check", "--format", "sarif", files["wrong"], SAMPLE).out)
    tool = log["runs"][0]["tool"]["driver"]
    results = log["runs"][0]["results"]
    ids = [rule["id"] for rule in tool["rules"]]
    faults = [repr(one) for one in results
              if ids[one["ruleIndex"]] != one["ruleId"]
              or (one["kind"] != "fail") != (one["level"] == "none")
              or not one["message"]["text"]
              or not one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]]
    judge(tap, log["version"] == "2.1.0" and not faults, "results in SARIF name their rule, kind and place", faults)
    levels = [one["level"] for one in results]
    judge(tap, levels.count("error") == 1, "a mismatch is an error in SARIF", [repr(levels)])


def junit_report(tap, files):
    suites = ElementTree.fromstring(run("check", "--format", "junit", files["wrong"], SAMPLE).out)
    counted = [(int(suite.get("failures")), len(suite.findall("testcase/failure")), int(suite.get("tests")),
                len(suite.findall("testcase"))) for suite in suites]
    right = all(failures == found and tests == cases for failures, found, tests, cases in counted)
    judge(tap, right and [one[0] for one in counted] == [1, 0], "failures in JUnit", [repr(counted)])
    strict = ElementTree.fromstring(run("check", "--strict", "--format", "junit", SAMPLE).out)
    judge(tap, int(strict[0].get("failures")) > 0, "rounding and warnings fail in JUnit when strict")


def unreadable(tap, files):
    """A file that cannot be read is in every report, with what is wrong."""
    named = [files["exact"], files["broken"], os.path.join(HERE, "nowhere.yaml")]
    documents = json.loads(run("check", "--format", "json", *named).out)["documents"]
    judge(tap, [one["file"] for one in documents] == named, "every file is in JSON", [repr(documents)])
    judge(tap, [one["status"] for one in documents] == ["checked", "unreadable", "unreadable"], "its status, too")
    broken = documents[1]
    judge(tap, broken["errors"] and broken["errors"][0]["line"] == 13 and broken["message"]
          and broken["findings"] == [], "errors in JSON", [repr(broken)])
    suites = ElementTree.fromstring(run("check", "--format", "junit", *named).out)
    judge(tap, [suite.get("name") for suite in suites] == named, "every file is in JUnit")
    errors = [(suite.get("errors"), len(suite.findall("testcase/error"))) for suite in suites]
    judge(tap, errors == [("0", 0), ("1", 1), ("1", 1)], "errors in JUnit", [repr(errors)])
    run_of = json.loads(run("check", "--format", "sarif", *named).out)["runs"][0]["invocations"][0]
    told = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for one in run_of["toolExecutionNotifications"]]
    judge(tap, run_of["executionSuccessful"] is False and set(told) == set(named[1:]), "errors in SARIF", [repr(run_of)])
    good = json.loads(run("check", "--format", "sarif", files["wrong"]).out)["runs"][0]["invocations"][0]
    judge(tap, good == {"executionSuccessful": True, "toolExecutionNotifications": []}, "none in SARIF", [repr(good)])
    text = run("check", *named).out
    judge(tap, f"\n{named[1]}: cannot be read, and was not checked: " in text, "in the text", [text])


def pages(tap, files):
    """A row of a PDF has no line: every report tells its page, the one that the text tells."""
    text = run("check", files["printed"]).out
    told = [int(page or 0) for page in re.findall(r"(?m)^  \S .*?\.pdf: (?:page (\d+): )?", text)]
    judge(tap, len(set(told)) > 3, "rows of a PDF are told by their pages", [repr(set(told))])
    findings = json.loads(run("check", "--format", "json", files["printed"]).out)["documents"][0]["findings"]
    judge(tap, [one["place"].get("page", 0) for one in findings] == told, "pages in JSON")
    judge(tap, any("page" in one.get("other", {}) for one in findings), "pages of what rows are held against in JSON")
    results = json.loads(run("check", "--format", "sarif", files["printed"]).out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in results]
    judge(tap, [place.get("properties", {}).get("page", 0) for place in places] == told, "pages in SARIF")
    judge(tap, [one["message"]["text"].startswith(f"page {page}: ") for one, page in zip(results, told)]
          == [page > 0 for page in told], "pages in the messages of SARIF")
    related = [one["relatedLocations"][0] for one in results if "relatedLocations" in one]
    judge(tap, any(one["physicalLocation"].get("properties", {}).get("page") for one in related)
          and all(one["message"]["text"].startswith(f"page {one['physicalLocation']['properties']['page']}: ")
                  for one in related if "properties" in one["physicalLocation"]), "pages of related places in SARIF")
    junit = run("check", "--format", "junit", files["printed"]).out
    judge(tap, sorted(int(page) for page in re.findall(r"\.pdf: page (\d+): ", junit))
          == sorted(page for page in told if page), "pages in JUnit")
    lines = run("check", "--format", "json", files["wrong"], SAMPLE).out
    judge(tap, '"page"' not in lines, "no page where rows have lines")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as directory:
        documents = {"exact": EXACT, "rounded": ROUNDED, "wrong": WRONG, "warned": WARNED, "hostile": HOSTILE,
                     "broken": HEAD + '      - ["201", 甲, much, 1.00, 2.00]\n'}
        files = {name: written(directory, f"{name}.yaml", text) for name, text in documents.items()}
        shutil.copyfile(PRINTED, os.path.join(directory, "printed.xml"))
        stand_in(directory)
        files["printed"] = os.path.join(directory, "a.pdf")
        for part in (statuses, texts, shown, parsed, json_report, sarif_report, junit_report, unreadable, pages):
            part(tap, files)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

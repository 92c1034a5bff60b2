#!/usr/bin/env python3
"""The configuration on the command line. Results are printed in TAP."""

import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import PROGRAM, SAMPLE, environment, run
from tap import Tap

OWN = """check:
  off: [text, table/total-row]
  rules:
    - id: local/balance
      asserts: 收支\u202e相等
      left: {kind: department-expenditure}
      relation: equal
      right: {kind: department-balance, row: 合计}
    - id: local/basic
      asserts: 基本支出不少于全部支出
      left: {kind: department-expenditure, column: basic}
      relation: at-least
      right: {kind: department-expenditure}
    - id: local/none
      asserts: 没有这张表
      left: {kind: government-fund-expenditure, column: 没有}
      right: {kind: department-balance}
"""


def with_home(place, *arguments, **variables):
    """Runs the program with the environment of a user whose home is `place`."""
    kept = {name: value for name, value in environment().items() if name != "XDG_CONFIG_HOME"}
    done = subprocess.run([os.path.abspath(PROGRAM), *arguments], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, start_new_session=True,
                          env=kept | {"HOME": place} | variables)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def write(*parts, text):
    path = os.path.join(*parts)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def differs(found, status, out="", err=""):
    faults = [] if found[0] == status else [f"status {found[0]}, not {status}: {found[2]}"]
    for name, text, pattern in (("output", found[1], out), ("errors", found[2], err)):
        if not re.search(pattern, text, re.M):
            faults.append(f"{name}: {text[:600]!r} has no {pattern!r}")
    return faults


def test_rules(tap, place):
    file = write(place, "own.yaml", text=OWN)
    plain = run("check", "--no-config", SAMPLE)
    own = run("check", "--config", file, SAMPLE)
    said = (own.status, own.out, own.err)
    tap.result("rules of one's own are judged", differs(
        said, 1, r"✗ .*合计 · 基本支出: .* \(difference .*\); 基本支出不少于全部支出 \[local/basic\]$"))
    tap.result("and may be not applicable", differs(said, 1, r"– .*\[local/none\]$"))
    tap.result("without one the sample holds", [] if plain.status == 0 else [plain.out])
    tap.result("rules are off", [line for line in own.out.splitlines()
                                 if "[text/" in line or "[table/total-row]" in line])
    tap.result("controls of the configuration stay out of the output",
               [] if "\u202e" not in run("check", "--exact", "--config", file, SAMPLE).out
               else ["U+202E"])
    tap.result("an option goes before what is off",
               differs((lambda e: (e.status, e.out, e.err))(
                   run("check", "--exact", "--config", file, "--rule", "text", SAMPLE)),
                   0, r"\[text/amounts\]$"))
    tap.result("--no-rule local leaves them out",
               [] if run("check", "--config", file, "--no-rule", "local", SAMPLE).status == 0
               else ["fails"])
    tap.result("--no-rule leaves out a single one",
               [] if run("check", "--config", file, "--no-rule", "local/basic", SAMPLE).status == 0
               else ["fails"])
    one = run("check", "--exact", "--config", file, "--rule", "local/balance", SAMPLE)
    tap.result("--rule judges a single one", [line for line in one.out.splitlines()
                                              if "[" in line and "[local/balance]" not in line]
               + differs((one.status, one.out, one.err), 0, r"\[local/balance\]$"))
    tap.result("a single one that is not there", differs(
        (lambda e: (e.status, e.out, e.err))(
            run("check", "--config", file, "--rule", "local/balanse", SAMPLE)), 2, r"\A\Z",
        "the configuration has no rule 'local/balanse'; did you mean 'local/balance'"))
    tap.result("nor without a configuration", differs(
        (lambda e: (e.status, e.out, e.err))(
            run("check", "--no-config", "--no-rule", "local/x", SAMPLE)), 2, r"\A\Z",
        "the configuration has no rule 'local/x'"))
    report = json.loads(run("check", "--format", "json", "--config", file, SAMPLE).out)
    rules = {rule["rule"]: rule["outcomes"] for rule in report["documents"][0]["rules"]}
    tap.result("JSON counts them", [] if rules["local/balance"]["exact"] == 1
               and rules["local/basic"]["mismatch"] == 1 else [str(rules)])
    sarif = json.loads(run("check", "--format", "sarif", "--config", file, SAMPLE).out)["runs"][0]
    names = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    tap.result("SARIF lists them", [str(result) for result in sarif["results"]
                                    if names[result["ruleIndex"]] != result["ruleId"]]
               + ([] if "local/basic" in names else names))
    junit = run("check", "--format", "junit", "--config", file, SAMPLE).out
    tap.result("JUnit has a test for each", differs(
        (0, junit, ""), 0, r'<testcase classname="budgettui.local" name="local/basic">\s*<failure'))


def test_tolerance(tap, place):
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read()
    changed = text.replace("2246.51, 646.51, 1600.00]", "2246.55, 646.51, 1600.00]", 1)
    document = write(place, "changed.yaml", text=changed)
    strict, loose = (write(place, f"{digits}.yaml", text=f"check: {{tolerance: {digits}}}\n")
                     for digits in (0, 4))
    tap.result("without tolerance a figure is wrong",
               [] if changed != text and run("check", "--config", strict, document).status == 1
               else ["passes"])
    tap.result("with it, it is within rounding",
               [] if run("check", "--config", loose, document).status == 0 else ["fails"])


def test_place(tap, place):
    off = "check: {off: [table, between, targets, text, form]}\n"
    silent = r"exact 0, .*note 0$"
    tap.result("no file is no fault", differs(with_home(place, "check", SAMPLE), 0, "", r"\A\Z"))
    write(place, ".config", "budgettui", "config.yaml", text=off)
    tap.result("~/.config", differs(with_home(place, "check", SAMPLE), 0, silent))
    tap.result("--no-config", differs(with_home(place, "check", "--no-config", SAMPLE), 0,
                                      r"exact [1-9]"))
    tap.result("a relative XDG_CONFIG_HOME does not count", differs(
        with_home(place, "check", SAMPLE, XDG_CONFIG_HOME="elsewhere"), 0, silent))
    elsewhere = os.path.join(place, "xdg")
    tap.result("XDG_CONFIG_HOME goes before it", differs(
        with_home(place, "check", SAMPLE, XDG_CONFIG_HOME=elsewhere), 0, r"exact [1-9]"))
    write(elsewhere, "budgettui", "config.yaml", text="check:\n  of: []\n")
    wrong = r"config\.yaml:2:3: error: unknown key “of” in the checks; did you mean “off”\?\n.*of: \[\]\n *\| *\^~$"
    for arguments in (["check", SAMPLE], ["show", SAMPLE], [SAMPLE], []):
        tap.result(f"a fault is told at the start of {arguments[:1] or 'the browser'}", differs(
            with_home(place, *arguments, XDG_CONFIG_HOME=elsewhere), 2, r"\A\Z", wrong))
    tap.result("help is to be had all the same", differs(
        with_home(place, "--help", XDG_CONFIG_HOME=elsewhere), 0, "--no-config"))
    os.remove(os.path.join(elsewhere, "budgettui", "config.yaml"))
    os.mkdir(os.path.join(elsewhere, "budgettui", "config.yaml"))
    tap.result("a file that cannot be read", differs(
        with_home(place, "check", SAMPLE, XDG_CONFIG_HOME=elsewhere), 2, r"\A\Z",
        r"config\.yaml: error: cannot be read: Is a directory$"))
    tap.result("a named file must be there", differs(
        with_home(place, "check", SAMPLE, "--config", os.path.join(place, "none")), 2, r"\A\Z",
        r"/none: error: cannot be read: No such file or directory$"))


def test_display(tap, place):
    file = write(place, "display.yaml", text="display: {unit: 元}\n")
    shown = lambda *more: (lambda e: (e.status, e.out, e.err))(
        run("show", SAMPLE, "functional", "--config", file, *more))
    tap.result("the unit is shown", differs(shown(), 0, r"22,465,1__\*"))
    tap.result("an option goes before it", differs(shown("--unit", "万元"), 0, r"2,246\.51"))
    tap.result("so does what is printed", differs(shown("--unit", "printed"), 0, r"2,246\.51"))
    faults = write(place, "faults.yaml", text="display:\n  view: chekcs\n  mouse: on\n"
                                              "colors:\n  titel: red\n  title: [bold, rde]\n"
                                              "  negative: [red, blue, green]\n"
                                              "keys:\n  sort: [s, F2, F22]\n  nxet-hit: a\n"
                                              "  next-hit: s\n")
    said = run(SAMPLE, "--config", faults)
    for name, pattern in (
            ("a view", r":2:9: error: unknown name “chekcs” in “view”; did you mean “checks”\?"),
            ("a truth", r":3:10: error: “mouse” is true or false without quotes; found “on”"),
            ("a style", r":5:3: error: unknown name “titel” in “colors”; did you mean “title”\?"),
            ("a colour", r":6:17: error: unknown colour “rde”; did you mean “red”\?"),
            ("a key", r":9:17: error: there is no key “F22”; did you mean “F2”\?"),
            ("an action", r":10:3: error: unknown name “nxet-hit” in “keys”; did you mean “next-hit”"),
            ("a key with two actions", r":11:13: error: the key “s” is that of “sort” already"),
            ("a third colour", r":7:25: error: a third colour; one is that of the text")):
        tap.result(f"{name} is told with its place",
                   differs((said.status, said.out, said.err), 2, r"\A\Z", pattern))


def test_print(tap, place):
    for language in ("en", "zh_CN"):
        printed = run("--print-config", language=language)
        file = write(place, f"printed-{language}.yaml", text=printed.out)
        same = run("check", "--config", file, SAMPLE)
        tap.result(f"the printed defaults are the defaults ({language})",
                   [] if printed.status == 0 and same.err == ""
                   and same.out == run("check", "--no-config", SAMPLE).out else [same.err])
        example = re.search(r"\n# check:\n(#.*\n)+\Z", printed.out).group(0)
        text = "".join(line[2:] + "\n" for line in example.strip().splitlines())
        done = run("check", "--config", write(place, "example.yaml", text=text), SAMPLE)
        tap.result(f"and their example works ({language})",
                   [] if done.status in (0, 1) and done.err == "" else [done.err])


def main():
    tap = Tap()
    for test in (test_rules, test_tolerance, test_place, test_display, test_print):
        with tempfile.TemporaryDirectory() as place:
            test(tap, place)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

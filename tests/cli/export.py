#!/usr/bin/env python3
"""budgettui export: what is written, where, and what is left when something goes wrong. TAP."""

import csv
import io
import os
import pty
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import PROGRAM, SAMPLE, environment, run
from tap import Tap

TRY = "Try 'budgettui --help'.\n"


def expect(ended, status, out=None, err=None):
    found = []
    if ended.status != status:
        found.append(f"status {ended.status}, not {status}: {ended.err}")
    if out is not None and ended.out != out:
        found.append(f"output {ended.out[:300]!r}, not {out[:300]!r}")
    if err is not None and ended.err != err:
        found.append(f"errors {ended.err!r}, not {err!r}")
    return found


def export(*arguments, file=SAMPLE, **more):
    return run("export", file, *arguments, **more)


def rows(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


# ------------------------------------------------------------------ usage

NO_FORMAT = ("'export' needs '--format', or an '--output' that ends in one of"
             " .csv .html .json .yaml .datapackage")
WRONG = [
    (["export"], "'export' needs a file"),
    (["export", SAMPLE], NO_FORMAT),
    (["export", SAMPLE, "-o", "-"], NO_FORMAT),
    (["export", SAMPLE, "-o", "a.d/table"], NO_FORMAT),
    (["export", SAMPLE, "-f", "xlsx"],
     "there is no format 'xlsx' to export to; there are: csv, html, json, yaml, datapackage"),
    (["export", SAMPLE, "x", "-f", "csv"], "too many operands, from 'x' on"),
    (["export", SAMPLE, "-f", "yml"], "there is no format 'yml' to export to; did you mean 'yaml'?"),
    (["export", SAMPLE, "-f", "yaml", "--bom"], "option '--bom' is not for 'yaml'"),
    (["export", SAMPLE, "-f", "yaml", "--no-formulas"], "option '--no-formulas' is not for 'yaml'"),
    (["show", SAMPLE, "--bom"], "option '--bom' is not for 'show'"),
    (["export", SAMPLE, "-f", "csv", "-o", ""], "option '--output' cannot be '': it takes the name of a file"),
]


def test_usage(tap):
    for arguments, message in WRONG:
        shown = " ".join(a if a != SAMPLE else "FILE" for a in arguments)
        tap.result(f"usage: {shown}", expect(run(*arguments), 2, "", f"budgettui: {message}\n{TRY}"))
    with tempfile.TemporaryDirectory() as directory:
        named = os.path.join(directory, "annex.csv")
        tap.result("the ending of --output names the format",
                   expect(run("export", SAMPLE, "-a", "2", "-o", named), 0, "") +
                   ([] if open(named, encoding="utf-8").read(4) == "功能分类" else ["no CSV"]))
    tap.result("no such annex", expect(export("-f", "csv", "--annex", "99"), 1, "",
                                       f"budgettui: {SAMPLE}: there is no annex 99\n"))
    tap.result("an annex that is not included", expect(
        export("-f", "csv", "--annex", "8"), 1, "",
        f"budgettui: {SAMPLE}: annex 8 is listed, but not included: there is nothing to export\n"))
    tap.result("a document with errors", expect(run("export", "-", "-f", "csv", stdin=b"a: 1\n"), 3, ""))


# ------------------------------------------------------------------ CSV and YAML

def test_csv(tap):
    annex = export("-f", "csv", "--annex", "2")
    table = rows(annex.out)
    tap.result("an annex as printed", expect(annex, 0, err="") + [
        f"{i}: {found}" for i, found in enumerate(table[:3]) if found != [
            ["功能分类科目 / 科目编码", "功能分类科目 / 科目名称", "2023年预算数 / 小计",
             "2023年预算数 / 基本支出", "2023年预算数 / 项目支出"],
            ["合计", "", "2246.51", "646.51", "1600.00"],
            ["201", "一般公共服务支出", "2099.40", "499.40", "1600.00"]][i]])
    tap.result("lines end with CR LF", [line for line in annex.out.split("\n")[:-1] if line[-1:] != "\r"])
    panels = rows(export("-f", "csv", "--annex", "1").out)
    tap.result("panels side by side", [
        f"{found}" for found, wanted in zip(panels, [
            ["收入 / 项目", "收入 / 预算数", "支出 / 项目"],
            ["一、本年收入", "2246.51", "一、本年支出"]]) if found[:3] != wanted])
    whole = rows(export("-f", "csv").out)
    tap.result("the long table", [] if whole[0] == [
        "annex", "row", "code", "name", "column", "role", "amount", "unit"] else [whole[0]])
    tap.result("every line has eight fields", [row for row in whole if len(row) != 8])
    found = [row for row in whole if row[0] == "2" and row[2] == "20805" and row[5] == "basic"]
    tap.result("a figure of the long table", [] if [row[4:] for row in found] == [
        ["2023年预算数 / 基本支出", "basic", "68.54", "万元"]] else found)
    units = {(row[5] in ("weight",), row[7]) for row in whole[1:]}
    tap.result("weights have no unit", [] if units == {(True, ""), (False, "万元"), (False, "元")} else [units])
    bom = export("-f", "csv", "--annex", "2", "--bom")
    tap.result("--bom", [] if bom.out == "\ufeff" + annex.out else [bom.out[:40]])


HOSTILE = """format: budgettui/1
title: "a\\e[2J\\u202e"
organization: {name: 某局}
year: 2023
unit: 万元
annexes:
  - number: "1"
    title: 表
    columns: [{title: 科目名称}, {title: 预算数}]
    rows:
      - ["=HYPERLINK(\\"x\\")", -1.00]
      - ["a\\e[31m\\u202eb\\nc", "–"]
      - ["+1", ~]
      - ["=", /]
"""


def test_hostile(tap):
    data = HOSTILE.encode()
    plain = run("export", "-", "-f", "csv", "-a", "1", stdin=data)
    tap.result("texts as they are", [row for row, wanted in zip(rows(plain.out)[1:], [
        ['=HYPERLINK("x")', "-1.00"], ["a\x1b[31m\u202eb\nc", "–"], ["+1", ""], ["=", "/"]])
        if row != wanted])
    kept = run("export", "-", "-f", "csv", "-a", "1", "--no-formulas", stdin=data)
    tap.result("--no-formulas", [row for row, wanted in zip(rows(kept.out)[1:], [
        ["'=HYPERLINK(\"x\")", "-1.00"], ["a\x1b[31m\u202eb\nc", "–"], ["+1", ""], ["=", "/"]])
        if row != wanted])
    for form in ("yaml", "json"):
        out = run("export", "-", "-f", form, stdin=data)
        tap.result(f"{form} is safe for a terminal", expect(out, 0) + [
            repr(c) for c in out.out if ord(c) < 32 and c != "\n" or c in "\x7f\u202e"])
    tap.result("csv on a terminal is made safe", terminal(data))


def terminal(data):
    """What the terminal gets of hostile texts."""
    master, slave = pty.openpty()
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        done = subprocess.run([os.path.abspath(PROGRAM), "export", file.name, "-f", "csv", "-a", "1"],
                              stdin=subprocess.DEVNULL, stdout=slave, env=environment(), timeout=60)
    os.close(slave)
    got = b""
    try:
        while piece := os.read(master, 4096):
            got += piece
    except OSError:
        pass
    os.close(master)
    text = got.decode()
    faults = [f"status {done.returncode}"] if done.returncode else []
    faults += [repr(c) for c in text if c in "\x1b\u202e"]
    return faults + ([] if "科目名称,预算数\r\n" in text and "\ufffd[31m" in text else [text])


def test_yaml(tap):
    one = export("-f", "yaml")
    again = run("export", "-", "-f", "yaml", stdin=one.out.encode())
    tap.result("yaml of yaml is the same", expect(one, 0, err="") + expect(again, 0, one.out, ""))
    for part in (["overview"], ["annex", "2"], ["annex", "13"], ["functional"], ["narrative"]):
        wanted = run("show", SAMPLE, *part).out
        tap.result("shown alike: " + " ".join(part),
                   expect(run("show", "-", *part, stdin=one.out.encode()), 0, wanted))
    try:
        import yaml
    except ImportError:
        return
    with open(SAMPLE, encoding="utf-8") as file:
        sample = yaml.safe_load(file)
    written = yaml.safe_load(one.out)
    tap.result("another reader reads the same", differences(sample, written, "document"))


# What follows from something else is not written.
FOLLOWS = {"stage", "total", "role"}


def differences(a, b, path):
    """Of the sample and what was written of it."""
    if isinstance(a, dict) and isinstance(b, dict):
        keys = sorted(k for k in set(a) | set(b) if a.get(k) is not None or b.get(k) is not None)
        keys = [k for k in keys if k not in FOLLOWS or b.get(k) is not None]
        return [d for k in keys for d in differences(a.get(k), b.get(k), f"{path}.{k}")]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [d for i, (x, y) in enumerate(zip(a, b)) for d in differences(x, y, f"{path}[{i}]")]
    if a == b and type(a) is type(b):
        return []
    return [f"{path}: {a!r} and {b!r}"]


# ------------------------------------------------------------------ files

def test_files(tap):
    with tempfile.TemporaryDirectory() as room:
        out = os.path.join(room, "out.csv")
        wanted = export("-f", "csv").out.encode()

        def left(name="out.csv"):
            return [] if os.listdir(room) == [name] else [f"left: {os.listdir(room)}"]

        def holds(data):
            with open(out, "rb") as file:
                return [] if file.read() == data else ["other content"]

        tap.result("-o writes a file", expect(export("-f", "csv", "-o", out), 0, "", "")
                   + left() + holds(wanted))
        tap.result("with the permissions of any new file",
                   [] if stat.S_IMODE(os.stat(out).st_mode) == 0o666 & ~umask() else ["other permissions"])
        tap.result("an existing file stays", expect(
            export("-f", "yaml", "-o", out), 4, "",
            f"budgettui: '{out}' exists; it is replaced only with --force\n") + left() + holds(wanted))
        os.chmod(out, 0o640)
        yaml = export("-f", "yaml").out.encode()
        tap.result("--force replaces it, permissions kept",
                   expect(export("-f", "yaml", "-o", out, "--force"), 0, "", "") + left() + holds(yaml)
                   + ([] if stat.S_IMODE(os.stat(out).st_mode) == 0o640 else ["other permissions"]))
        tap.result("nothing to export leaves the file",
                   expect(export("-f", "csv", "-a", "8", "-o", out, "--force"), 1, "") + left() + holds(yaml))
        tap.result("a file of which no more can be written leaves the old one", expect(
            export("-f", "csv", "-o", out, "--force", before=small_files), 4, "",
            f"budgettui: cannot write '{out}': File too large\n") + left() + holds(yaml))
        os.remove(out)
        tap.result("and where there was none, nothing", expect(
            export("-f", "csv", "-o", out, before=small_files), 4)
            + ([] if not os.listdir(room) else [os.listdir(room)]))
        os.symlink("real.csv", out)
        with open(os.path.join(room, "real.csv"), "w") as file:
            file.write("old")
        tap.result("a symbolic link stays one", expect(export("-f", "csv", "-o", out, "--force"), 0)
                   + holds(wanted) + ([] if os.path.islink(out) else ["a file"]))
        tap.result("a directory is not replaced by a file", expect(
            export("-f", "csv", "-o", room, "--force"), 4, "",
            f"budgettui: cannot write '{room}': Is a directory\n"))
        missing = os.path.join(room, "none", "x.csv")
        tap.result("no such directory", expect(
            export("-f", "csv", "-o", missing), 4, "",
            f"budgettui: cannot write '{missing}': No such file or directory\n"))
        tap.result("-o - is standard output", expect(export("-f", "csv", "-o", "-"), 0, wanted.decode()))
        tap.result("a device is written to, not replaced", expect(
            export("-f", "csv", "-o", "/dev/full"), 4, "",
            "budgettui: cannot write '/dev/full': No space left on device\n")
            + ([] if stat.S_ISCHR(os.stat("/dev/full").st_mode) else ["a file"]))
    with open("/dev/full", "wb") as full:
        tap.result("a full standard output", expect(
            export("-f", "csv", stdout=full), 4, None,
            "budgettui: cannot write to standard output: No space left on device\n"))


def umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_pipes(tap):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        ended = export("-f", "yaml", stdout=gone)
    tap.result("a reader that went away is no news", [] if ended.err == "" else [ended.err])
    with open(SAMPLE, "rb") as file:
        data = file.read()
    tap.result("- is standard input", expect(run("export", "-", "-f", "csv", stdin=data), 0,
                                             export("-f", "csv").out, ""))


def test_signal(tap):
    """A signal in the middle of writing a large file leaves nothing behind."""
    with tempfile.TemporaryDirectory() as room:
        big = os.path.join(room, "big.yaml")
        with open(big, "w", encoding="utf-8") as file:
            file.write(HOSTILE.split("    rows:")[0] + "    rows:\n" + "      - [甲, 1.00]\n" * 400000)
        out = os.path.join(room, "out.csv")
        child = subprocess.Popen([os.path.abspath(PROGRAM), "export", big, "-f", "csv", "-o", out],
                                 env=environment(), stderr=subprocess.DEVNULL)
        while child.poll() is None and len(os.listdir(room)) < 2:
            time.sleep(0.001)
        child.send_signal(signal.SIGTERM)
        child.wait(timeout=60)
        names = sorted(os.listdir(room))
        # Where the signal came too late, the whole file is there.
        ended = (child.returncode, names)
        tap.result("a signal leaves nothing", [] if ended in (
            (-signal.SIGTERM, ["big.yaml"]), (-signal.SIGTERM, ["big.yaml", "out.csv"]),
            (0, ["big.yaml", "out.csv"])) else [ended])


def main():
    tap = Tap()
    for test in (test_usage, test_csv, test_hostile, test_yaml, test_files, test_pipes, test_signal):
        test(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

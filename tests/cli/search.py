#!/usr/bin/env python3
"""The command search. Results are printed in TAP."""

import csv
import io
import json
import os
import pty
import re
import resource
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import PROGRAM, SAMPLE, environment, read_to_end, run
from tap import Tap

HOSTILE = """format: budgettui/1
title: 某局
organization: {name: 某局}
year: 2023
unit: 万元
annexes:
  - number: "1"
    title: 表
    columns: [{title: 科目编码}, {title: "名\\e[2J称", role: name}, {title: 合计}]
    rows:
      - ["201", "坏\\e[31m\\u202e名,\\"引\\"", 1.00]
      - ["208", "两\\n行", ~]
"""


def lines(*arguments, **more):
    ended = run("search", *arguments, **more)
    return ended.out.splitlines(), ended


def expect(tap, name, ended, status, out=None, err=None):
    found = [] if ended.status == status else [f"status {ended.status}, not {status}: {ended.err}"]
    for what, text, wanted in (("output", ended.out, out), ("errors", ended.err, err)):
        if wanted is not None and (text != wanted if isinstance(wanted, str)
                                   else not wanted.search(text)):
            found.append(f"{what}: {text[:400]!r}, not {wanted!r}")
    tap.result(name, found)


def test_text(tap):
    expect(tap, "a code finds accounts that begin with it", run("search", "20805", SAMPLE), 0,
           re.compile(r"\Aannex 2 row 8: 20805  行政事业单位养老支出  小计 68\.54  基本支出 68\.54 万元\n"
                      r"(annex .*: 20805\d\d  .*\n){3}annex 9 row 8: 20805 (.*\n){4}\Z"), "")
    expect(tap, "panels are named", run("search", "卫生健康支出", SAMPLE, "--in", "name"), 0,
           re.compile(r"^annex 1 支出 row 4: 卫生健康支出  合计 29\.64  一般公共预算 29\.64 万元$", re.M))
    expect(tap, "narrative by its section", run("search", "大厅", SAMPLE), 0,
           re.compile(r"\A三、部门预算情况说明: 2023 年.*行政服务大厅.*\n\Z"))
    expect(tap, "headings of columns, with their groups", run("search", "公务接待费", SAMPLE), 0,
           re.compile(r"^annex 5: 2023年预算数  公务接待费$", re.M))
    expect(tap, "targets", run("search", "满意率", SAMPLE, "--in=text"), 0,
           re.compile(r"^annex 13 128-\S+: 切实解决群众诉求.*满意率  权重 20$", re.M))
    expect(tap, "a whole amount", run("search", "1600", SAMPLE), 0, re.compile("annex 2 row 5: 2010302 .*1,600.00"))
    expect(tap, "an amount", run("search", "1,409.57", SAMPLE), 0,
           re.compile(r"502  机关商品和服务支出  项目支出 1,409\.57 万元"))
    expect(tap, "an amount of targets' funds", run("search", "22465060.8", SAMPLE), 0,
           re.compile(r"\Aannex 13 128-\S+: 预算支出总额  22,465,060\.80 元\n\Z"))
    expect(tap, "a number that a target writes otherwise", run("search", "4,420", SAMPLE, "--color=always"), 0,
           re.compile(r"\Aannex 15 中心运行费: 总面积.*  \033\[1;31m4420\033\[m  权重\(%\) 10\n\Z"))
    expect(tap, "messages in Chinese", run("search", "20805", SAMPLE, language="zh_CN"), 0,
           re.compile(r"\A附件2 第 8 行：20805"))
    with open(SAMPLE, "rb") as file:
        text = file.read()
    expect(tap, "standard input", run("search", "20805", "-", stdin=text), 0,
           run("search", "20805", SAMPLE).out)
    two, _ = lines("20805", SAMPLE, SAMPLE)
    tap.result("several files name themselves",
               [line for line in two if not line.startswith(SAMPLE + ":annex ")] +
               ([] if len(two) == 16 else [f"{len(two)} lines"]))


def test_pinyin(tap):
    for term in ("xzyx", "xingzheng", "xzyunxing", "XingZhengYunX", "xing zheng yun xing"):
        expect(tap, f"--pinyin {term}", run("search", "--pinyin", "--in=name", term, SAMPLE), 0,
               re.compile(r"\Aannex 2 row 4: 2010301  行政运行  "), "")
    expect(tap, "every reading", run("search", "-p", "--in=name", "hangzhengyunhang", SAMPLE), 0,
           re.compile("2010301  行政运行"))
    expect(tap, "quotation marks are passed over", run("search", "-p", "sgjf", SAMPLE), 0,
           re.compile("“三公”经费"))
    expect(tap, "without --pinyin only letters are found", run("search", "xzyx", SAMPLE), 1, "", "")
    expect(tap, "what was read is highlighted",
           run("search", "-p", "--in=name", "xzyx", SAMPLE, "--color=always"), 0,
           re.compile(r"2010301  \033\[1;31m行政运行\033\[m  "))
    expect(tap, "letters are found as they stand, too", run("search", "-p", "app", SAMPLE), 0,
           re.compile("APP小程序"))
    expect(tap, "no expression is read", run("search", "-E", "-p", "a", SAMPLE), 2, "",
           "budgettui: option '--extended-regexp' does not go with '--pinyin'\n"
           "Try 'budgettui --help'.\n")


def test_expressions(tap):
    expect(tap, "-E", run("search", "-E", "^20805(05|06)$", SAMPLE), 0,
           re.compile(r"\A(annex \d row \d+: 20805\d\d .*\n){4}\Z"))
    expect(tap, "-E passes over widths, case and spaces",
           run("search", "-E", "ａｐｐ小 程序", SAMPLE), 0, re.compile("APP小程序"))
    expect(tap, "without -E nothing is special", run("search", "20805.*", SAMPLE), 1, "", "")
    expect(tap, "what is no expression", run("search", "-E", "(a", SAMPLE), 2, "",
           "budgettui: cannot search for '(a': '(' is not closed\nTry 'budgettui --help'.\n")
    before = time_of_children()
    expect(tap, "a hostile expression", run("search", "-E", "((.*)*(.|..)+)+(x|\\.x){3}$", SAMPLE), 1)
    tap.result("it ends soon", [] if time_of_children() - before < 10 else ["too slow"])
    expect(tap, "one too large", run("search", "-E", "((((.{99}){99}){99}){99}", SAMPLE), 2)


def time_of_children():
    """Seconds of the processor, which no other program on the machine can use up."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_scopes(tap):
    every, codes, names, texts = (len(lines("-E", "20|行政", "--in", scope, SAMPLE)[0])
                                  for scope in ("all", "code", "name", "text"))
    tap.result("each scope finds something, all of them everything",
               [] if codes and names and texts and max(codes, names, texts) < every <= codes + names + texts
               else [(every, codes, names, texts)])
    expect(tap, "no such scope", run("search", "a", SAMPLE, "--in", "colour"), 2, "")


def test_formats(tap):
    found = json.loads(run("search", "行政运行", SAMPLE, "--format", "json").out)
    first = {"file": SAMPLE, "kind": "row", "annex": "2", "row": 4, "code": "2010301",
             "name": "行政运行", "amounts": [
                 {"column": "小计", "role": "total", "amount": "261.96", "unit": "万元"},
                 {"column": "基本支出", "role": "basic", "amount": "261.96", "unit": "万元"}]}
    tap.result("json", [] if len(found) == 2 and found[0].pop("line") > 0 and found[0] == first
               else [found])
    expect(tap, "json without a match", run("search", "没有的", SAMPLE, "-f", "json"), 1, "[]\n", "")
    out = run("search", "公务接待", SAMPLE, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    tap.result("csv", [] if [r["kind"] for r in rows] == ["row", "row", "column", "paragraph", "paragraph"]
               and rows[0]["amounts"] == "总计=1.00; 日常公用经费=1.00" and rows[0]["unit"] == "万元"
               and out.endswith("\r\n") else [out])
    expect(tap, "no such format", run("search", "a", SAMPLE, "--format", "jsn"), 2, "",
           re.compile("no format 'jsn' for 'search'; did you mean 'json'"))
    expect(tap, "--count", run("search", "20805", SAMPLE, SAMPLE, "--count"), 0,
           f"{SAMPLE}:8\n{SAMPLE}:8\n", "")
    expect(tap, "--count of one file", run("search", "没有的", SAMPLE, "--count"), 1, "0\n", "")
    expect(tap, "-l", run("search", "-l", "20805", SAMPLE), 0, SAMPLE + "\n", "")
    expect(tap, "-l without a match", run("search", "-l", "没有的", SAMPLE), 1, "", "")
    expect(tap, "-l has no format", run("search", "-l", "2", SAMPLE, "--format", "csv"), 2, "")


def test_statuses(tap):
    expect(tap, "nothing found", run("search", "没有的", SAMPLE), 1, "", "")
    expect(tap, "no file", run("search", "a"), 2, "", re.compile("needs a term and a file or directory"))
    expect(tap, "an empty term", run("search", " ", SAMPLE), 2, "", re.compile("nothing to search"))
    expect(tap, "a file that cannot be read, and others that are searched",
           run("search", "大厅", "/nonexistent.yaml", SAMPLE), 3,
           re.compile(r"\A" + re.escape(SAMPLE) + ":三、"), re.compile("/nonexistent.yaml: error"))
    expect(tap, "one that cannot be read, nothing in the others",
           run("search", "没有的", "/nonexistent.yaml", SAMPLE), 3, "")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([os.path.abspath(PROGRAM), "search", "2", SAMPLE], stdout=full,
                              stderr=subprocess.PIPE, env=environment())
    tap.result("a full disk", [] if done.returncode == 4 and b"cannot write" in done.stderr
               else [done.returncode, done.stderr])


def on_terminal(*arguments, **more):
    """What the command writes to a terminal."""
    master, slave = pty.openpty()
    child = subprocess.Popen([os.path.abspath(PROGRAM), "search", *arguments], stdout=slave,
                             stderr=slave, stdin=subprocess.DEVNULL,
                             env=environment() | {"TERM": "xterm"} | more)
    os.close(slave)
    out = read_to_end(master)
    child.wait()
    os.close(master)
    # A machine may be so slow that progress is told, and taken away again.
    return re.sub(r"\r((reading|searching): [^\r\n\033]*)?\033\[K", "", out.decode())


def test_hostile(tap):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "hostile.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        for form in ("text", "json", "csv"):
            ended = run("search", "-E", "^20|行", path, "--format", form)
            raw = [hex(ord(c)) for c in ended.out if (ord(c) < 32 and c not in "\r\n")
                   or 0x7f <= ord(c) < 0xa0 or c == "\u202e"]
            tap.result(f"control characters never come out: {form}", raw or
                       ([] if "坏" in ended.out and "两" in ended.out else [ended.out]))
        colored = on_terminal("坏", path)
        tap.result("not on a terminal either", [] if
                   colored.replace("\033[1;31m", "").replace("\033[m", "").count("\033") == 0
                   and "\033[1;31m坏\033[m" in colored else [repr(colored)])


def test_color(tap):
    marked = "\033[1;31m20805\033[m05"
    shown = on_terminal("20805", SAMPLE)
    tap.result("what matches is marked on a terminal", [] if marked in shown else [repr(shown)])
    for name, plain in (("NO_COLOR", on_terminal("20805", SAMPLE, NO_COLOR="1")),
                        ("--color=never", on_terminal("20805", SAMPLE, "--color=never")),
                        ("TERM=dumb", on_terminal("20805", SAMPLE, TERM="dumb")),
                        ("a pipe", run("search", "20805", SAMPLE).out)):
        tap.result(f"no colour with {name}", [] if "\033" not in plain and "20805" in plain
                   else [repr(plain)])
    always = run("search", "20805", SAMPLE, "--color=always").out
    tap.result("colour in a pipe when asked for", [] if marked in always else [repr(always)])
    spaced = run("search", "机构 事务", SAMPLE, "--color=always").out
    tap.result("the text itself is marked", [] if "机构\033[m" in spaced or "机构事务\033[m" in spaced
               else [spaced])


def main():
    tap = Tap()
    for test in (test_text, test_pinyin, test_expressions, test_scopes, test_formats, test_statuses, test_hostile,
                 test_color):
        test(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

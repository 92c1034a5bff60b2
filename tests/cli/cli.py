#!/usr/bin/env python3
"""The command line: options, statuses, what is said where. Results are printed in TAP."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import PROGRAM, SAMPLE, SOURCE, environment, run, run_on_terminal
from tap import Tap

BAD = os.path.join(SOURCE, "tests", "data", "bad")
PATIENCE = 0.2  # of the browser, in seconds, before it shows that it reads
TRY = "Try 'budgettui --help'.\n"
FUNCTIONAL = ["show", SAMPLE, "functional"]


def faults(ended, status, out=None, err=None):
    """What differs: texts are compared whole, compiled expressions are searched for."""
    found = []
    if ended.status != status:
        found.append(f"status {ended.status}, not {status}")
    for name, text, expected in (("output", ended.out, out), ("errors", ended.err, err)):
        if expected is None:
            continue
        if isinstance(expected, str) and text != expected:
            found.append(f"{name}: {text!r}, not {expected!r}")
        if isinstance(expected, re.Pattern) and not expected.search(text):
            found.append(f"{name}: {text[:400]!r} has no {expected.pattern!r}")
    return found


def drawn(ended):
    """What a browser that came to nothing left on the terminal; where reading took long, that may have
    been shown on the second screen."""
    before, _, during = ended.out.partition("\x1b[?1049h")
    during, _, after = during.partition("\x1b[?1049l")
    left = re.sub(r"\x1b(\[[0-9;?]*[a-zA-Z]|[=>])|\r", "", before + after)
    shown = ended.took > PATIENCE and "reading: " in during
    return [repr(ended.out)] if left or (ended.out and not shown) else []


def usage(message):
    return f"budgettui: {message}\n{TRY}"


def has(*lines):
    return re.compile(".*".join(re.escape(line) for line in lines), re.S)


# ------------------------------------------------------------------ usage

WRONG = [
    (["--widht", "3"], "unknown option '--widht'; did you mean '--width'?"),
    (["--xyzzyxyzzy"], "unknown option '--xyzzyxyzzy'"),
    (["-x"], "unknown option '-x'"),
    (["show", SAMPLE, "--unit"],
     "option '--unit' needs a value: 元, 千元, 万元, 亿元, yuan, qian, wan, yi or printed"),
    (["--ascii=1"], "option '--ascii' takes no value"),
    (["show", SAMPLE, "--unit", "dollar"],
     "option '--unit' cannot be 'dollar': it takes 元, 千元, 万元, 亿元, yuan, qian, wan, yi or printed"),
    (["show", SAMPLE, "--width", "-3"], "option '--width' cannot be '-3': it takes a number"),
    (["show", SAMPLE, "--width", "9999999999"],
     "option '--width' cannot be '9999999999': it takes a number"),
    (["--limit", "columns"], "option '--limit' cannot be 'columns': it takes the name of a limit, =, "
     "and a number, as budgettui(1) lists them"),
    (["--limit", "colums"], "option '--limit' cannot be 'colums': it takes the name of a limit, =, "
     "and a number, as budgettui(1) lists them; did you mean 'columns'?"),
    (["--limit", "colums=1"], "--limit: there is no limit 'colums'; did you mean 'columns'?"),
    (["--limit=xyzzyxyzzy=1"], "--limit: there is no limit 'xyzzyxyzzy'"),
    (["--limit", "columns="], "--limit: the limit 'columns' is a whole number from 1 to 65535; found ''"),
    (["--limit", "columns=65536"],
     "--limit: the limit 'columns' is a whole number from 1 to 65535; found '65536'"),
    (["--limit", "text=2T"],
     "--limit: the limit 'text' is a number of bytes from 1K to 256M, such as 512M; found '2T'"),
    (["help", "--limit", "columns=1"], "option '--limit' is not for 'help'"),
    (["show", SAMPLE, "--depth", "1x"], "option '--depth' cannot be '1x': it takes a number"),
    (["--ambiguous-width=3", SAMPLE], "option '--ambiguous-width' cannot be '3': it takes 1 or 2"),
    (["--view=functonal", SAMPLE],
     "option '--view' cannot be 'functonal': it takes the name of a view, as budgettui(1) lists them; did you mean 'functional'?"),
    (["check", "--rule", "tabel", SAMPLE],
     "option '--rule' cannot be 'tabel': it takes a rule of budgettui-checks(7), or a group: table, "
     "between, targets, text, form, local; did you mean 'table'?"),
    (["--color=red", SAMPLE], "option '--color' cannot be 'red': it takes auto, always or never"),
    (["--code", "", SAMPLE], "option '--code' cannot be '': it takes an account code"),
    (["--width", "80", SAMPLE], "option '--width' is not for 'browse'"),
    (["show", "--color=never", SAMPLE], "option '--color' is not for 'show'"),
    (["sohw", SAMPLE], "unknown command 'sohw'; did you mean 'show'?"),
    (["exprot", SAMPLE], "unknown command 'exprot'; did you mean 'export'?"),
    ([SAMPLE, "-"], "standard input ('-') is opened by itself, not in a list"),
    (["browse", "-", SAMPLE], "standard input ('-') is opened by itself, not in a list"),
    (["show"], "'show' needs a file"),
    (["import", "-"], "'import' reads a file, not standard input: it looks at it more than once"),
    (["show", SAMPLE, "functinal"], "there is no 'functinal' to show; did you mean 'functional'?"),
    (["show", SAMPLE, "annex"], "'annex' needs the number of an annex"),
    (["show", SAMPLE, "annex", "1", "2"], "too many operands, from '2' on"),
    (["show", SAMPLE, "narrative", "2"], "no number can follow 'narrative'"),
    (["show", SAMPLE, "checks", "2"], "no number can follow 'checks'"),
    (["show", SAMPLE, "checks", "-c", "201"], "option '--code' is not for 'checks'"),
    (["show", SAMPLE, "overview", "-c", "201"], "option '--code' is not for 'overview'"),
    (["show", SAMPLE, "annex", "2", "--depth", "1"], "option '--depth' is not for 'annex'"),
    (["help", "me"], "there is no command 'me'; there are: browse, show, check, search, export, import, help"),
    (["help", "chek"], "there is no command 'chek'; did you mean 'check'?"),
    (["help", "show", "me"], "too many operands, from 'me' on"),
    (["show", SAMPLE, "x\033[2J"], "there is no 'x\ufffd[2J' to show; there are: overview, annex, functional, "
     "department-economic, government-economic, three-public, targets, narrative, checks"),
]


def test_usage(tap):
    for arguments, message in WRONG:
        shown = " ".join(a if a != SAMPLE else "FILE" for a in arguments).encode("unicode_escape")
        tap.result(f"usage: {shown.decode()}", faults(run(*arguments), 2, "", usage(message)))


# ------------------------------------------------------------------ help and version

def test_help(tap):
    whole = run("--help")
    tap.result("--help names every command and option", faults(
        whole, 0, has("Usage: budgettui [OPTION]... [FILE|DIRECTORY]...", "budgettui show", "budgettui help",
                      "-c, --code=CODE", "-u, --unit=UNIT", "-d, --depth=N", "-w, --width=N",
                      "--ambiguous-width=1|2", "--ascii", "--color=WHEN", "-h, --help",
                      "-V, --version", "annex N", "functional [N]", "narrative", "checks"), ""))
    tap.result("--help keeps to 80 columns",
               [line for line in whole.out.splitlines() if len(line) > 80])
    tap.result("-h and help say the same", faults(run("-h"), 0, whole.out, "")
               + faults(run("help"), 0, whole.out, ""))
    show = run("show", "--help")
    tap.result("show --help has the options of show only",
               faults(show, 0, has("--width"), "") + (["--color"] if "--color" in show.out else []))
    tap.result("only what opens the sample says so",
               faults(run("browse", "--help"), 0, has("Without a file, the sample"), "")
               + (["the sample"] if "the sample" in show.out else []))
    tap.result("help show says the same", faults(run("help", "show"), 0, show.out, ""))
    tap.result("--version", faults(run("--version"), 0, re.compile(
        r"\Abudgettui \d+\.\d+\.\d+\nLicence: MIT\n\Z"), ""))
    tap.result("-V after other operands", faults(run("show", SAMPLE, "-V"), 0, has("budgettui "), ""))
    tap.result("messages in Chinese", faults(run("--help", language="zh_CN"), 0, has("用法", "选项"), ""))


# ------------------------------------------------------------------ show

def test_show(tap):
    overview = run("show", SAMPLE)
    tap.result("show prints the overview", faults(overview, 0, has(
        "重庆市九龙坡区政务服务管理办公室2023年部门预算情况说明", "2,246.51", "Annexes"), ""))
    tap.result("show FILE overview is the same",
               faults(run("show", SAMPLE, "overview"), 0, overview.out, ""))
    with open(SAMPLE, "rb") as file:
        text = file.read()
    tap.result("show - reads standard input", faults(run("show", "-", stdin=text), 0, overview.out, ""))
    for part in (["annex", "2"], ["functional"], ["department-economic"], ["government-economic"],
                 ["three-public"], ["targets"], ["narrative"]):
        tap.result("show " + " ".join(part), faults(run("show", SAMPLE, *part), 0,
                                                    re.compile("重庆市九龙坡区"), ""))
    tree = run(*FUNCTIONAL)
    tap.result("codes stand at the left", [] if re.search(
        r"^ *20805 +行政事业单位养老支出 +68\.54≈ +68\.54≈ +100\.0%$", tree.out, re.M) else [tree.out])
    tap.result("the number may be written as in the document",
               faults(run("show", SAMPLE, "annex", "附件5"), 0, run("show", SAMPLE, "annex", "5").out, ""))
    tap.result("--unit converts and marks", faults(
        run(*FUNCTIONAL, "--unit", "yuan"), 0,
        re.compile(r"Unit: 元 \(printed in 万元\)\n(.|\n)*^201 .* 20,994,0__\*.*\n"
                   r"(.|\n)*\* converted", re.M), ""))
    tap.result("元 and yuan are one", faults(run(*FUNCTIONAL, "--unit", "元"), 0,
                                             run(*FUNCTIONAL, "-u", "yuan").out, ""))
    tap.result("--depth", [line for line in run(*FUNCTIONAL, "--depth=1").out.splitlines()
                           if re.match(r"\d{5}", line)])
    for command, formats in (("check", "text, json, sarif, junit"), ("search", "text, json, csv")):
        tap.result(f"the help of {command} tells its formats alone", faults(
            run(command, "--help"), 0, re.compile(f"what is written: {formats}\n"), ""))
    wide = [line for line in run("help", "browse").out.split("\n") if len(line) > 80]
    tap.result("the help of a command keeps to 80 columns", wide)
    tap.result("--code shows an account with what it is part of", faults(
        run(*FUNCTIONAL, "--code", "20805"), 0,
        re.compile(r"合计(.|\n)*^208 (.|\n)*^20805 (.|\n)*^2080599 (?!(.|\n)*^210)", re.M), ""))
    tap.result("--code alone shows every tree with the account", faults(
        run("show", SAMPLE, "-c", "30201"), 0, has("Departmental economic", "30201", "23.96+"), ""))
    for begun, code in (("30", "301"), ("2080", "20805")):
        whole = run("show", SAMPLE, "-c", code)
        tap.result(f"--code {begun} means {code}", faults(run("show", SAMPLE, "-c", begun), 0, whole.out, ""))
    wide = [line for line in run(*FUNCTIONAL, "--width", "60").out.splitlines()[6:-2]
            if sum(2 if ord(c) > 0x2e80 else 1 for c in line) > 60]
    tap.result("--width keeps to it", wide)
    tap.result("--ascii leaves … out", faults(
        run(*FUNCTIONAL, "--width", "60", "--ascii"), 0, re.compile(r"\A[^…]*\.\.\.[^…]*\Z"), ""))
    narrow, two = (run("show", SAMPLE, "annex", "5", f"--ambiguous-width={n}").out for n in (1, 2))
    tap.result("--ambiguous-width", [] if narrow and two else ["nothing printed"])


def test_nothing_found(tap):
    said = f"budgettui: {SAMPLE}: "
    for arguments, message in [
            (["annex", "99"], 'there is no annex 99; "overview" lists the annexes'),
            (["functional", "-c", "299"], "account 299 stands nowhere in the functional classification"),
            (["annex", "2", "-c", "301"], "account 301 stands nowhere in annex 2"),
            (["targets", "2"], "annex 2 has no performance targets"),
            (["-c", "9999999"], "account 9999999 stands nowhere in the document")]:
        tap.result("nothing found: " + " ".join(arguments),
                   faults(run("show", SAMPLE, *arguments), 1, "", said + message + "\n"))
    ended = run_on_terminal("--code", "9999999", SAMPLE)
    tap.result("nothing found to browse", drawn(ended) + faults(
        ended, 1, None, said + "account 9999999 stands nowhere in the document\n"))


# ------------------------------------------------------------------ documents that cannot be read

def expectations(path):
    """Places and severities as tests/data/README.md has them; 0:0 is anywhere."""
    with open(path, "rb") as file:
        lines = file.read().decode("utf-8", "replace").splitlines()
    matches = (re.match(r"\ufeff?# expect: (\d+:\d+) (error|warning)", line) for line in lines)
    found = [match.groups() for match in matches if match]
    return found if lines else [("0:0", "error")]


def test_bad_documents(tap):
    names = sorted(name for name in os.listdir(BAD) if name.endswith(".yaml"))
    tap.result("there are documents with faults", [] if len(names) > 30 else [names])
    for name in names:
        wanted = expectations(os.path.join(BAD, name))
        status = 3 if any(kind == "error" for _, kind in wanted) else 0
        ended = run("show", name, cwd=BAD)
        places = ["" if at == "0:0" else f":{at}" for at, _ in wanted]
        missing = [f"{place} {kind}: not in {ended.err!r}" for place, (_, kind) in zip(places, wanted)
                   if not re.search(f"^{re.escape(name)}{place or '.*'}: {kind}: ", ended.err, re.M)]
        if status == 3 and ended.out:
            missing.append("a bad document was printed")
        if not wanted and ended.err:
            missing.append(ended.err)
        tap.result(f"document {name}", faults(ended, status) + missing)
    ended = run_on_terminal("several-faults.yaml", cwd=BAD)
    tap.result("browse tells the same", drawn(ended) + faults(
        ended, 3, None, run("show", "several-faults.yaml", cwd=BAD).err))


def test_unreadable(tap):
    with tempfile.TemporaryDirectory() as directory:
        locked = os.path.join(directory, "locked.yaml")
        with open(locked, "w", encoding="utf-8"):
            pass
        os.chmod(locked, 0)
        for name, path, ended in (
                ("a missing file", "none.yaml", run_on_terminal("none.yaml", cwd=directory)),
                ("a missing file show", "none.yaml", run("show", "none.yaml", cwd=directory)),
                ):
            tap.result(name, faults(
                ended, 3, "", re.compile("^" + re.escape(path) + ": error: .", re.M)))
        if os.geteuid():
            tap.result("a file without permission", faults(
                run("show", locked), 3, "", re.compile(re.escape(locked) + ": error: .")))
    tap.result("standard input that is empty", faults(run("show", "-"), 3, "", re.compile("error: ")))


def test_several(tap):
    with tempfile.TemporaryDirectory() as directory:
        tap.result("an empty directory", faults(
            run(directory), 1, "", f"budgettui: {directory}: there is no budget in it: "
                                   "no file whose name ends in one of these: .yaml, .yml, .pdf\n"))
        for name in (".hidden.yaml", "notes.txt", ".yaml"):
            with open(os.path.join(directory, name), "w", encoding="utf-8"):
                pass
        os.mkdir(os.path.join(directory, "inner.yaml"))
        tap.result("nothing in a directory but other files", faults(
            run(directory), 1, "", re.compile("there is no budget in it")))
        shutil.copy(SAMPLE, os.path.join(directory, "b.yml"))
        os.symlink(SAMPLE, os.path.join(directory, "a.yaml"))
        os.mkfifo(os.path.join(directory, "pipe.yaml"))
        os.symlink(os.path.join(directory, "b.yml"), os.path.join(directory, "same.yaml"))
        documents = [os.path.join(directory, name) for name in ("a.yaml", "b.yml")]
        tap.result("search takes a directory, without its pipes", faults(
            run("search", "-l", "2010301", directory), 0, "".join(f"{name}\n" for name in documents), ""))
        tap.result("check takes a directory", faults(
            run("check", directory), 0, re.compile(documents[0] + ": exact .*" + documents[1] + ": exact ", re.S), ""))
        empty = os.path.join(directory, "inner.yaml")
        tap.result("check of an empty directory", faults(
            run("check", empty), 1, "", re.compile("inner.yaml: there is no budget in it")))
        tap.result("an empty directory beside a file", faults(
            run("search", "-l", "2010301", empty, documents[0]), 0, f"{documents[0]}\n",
            re.compile("inner.yaml: there is no budget in it")))
        for command in (["show", directory], ["export", "-f", "csv", directory]):
            tap.result(f"{command[0]} takes no directory", faults(
                run(*command), 2, "", re.compile(f"'{directory}' is a directory; '{command[0]}' takes one file")))
        listed = run_on_terminal(directory, keys=b"q")
        tap.result("a directory is listed", faults(
            listed, 0, has("3 files", "a.yaml", "b.yml", "pipe.yaml"), ""))
        for name in ("a.pdf", "c.pdf"):
            with open(os.path.join(directory, name), "w", encoding="utf-8"):
                pass
        counted = run("search", "--count", "2010301", directory)
        tap.result("a PDF beside its document is not listed again", faults(
            counted, 3, re.compile("a.yaml:.*b.yml:", re.S),
            re.compile(r"\A(?!.*a\.pdf).*c\.pdf: error", re.S)))
        for name in ("a.pdf", "c.pdf"):
            os.remove(os.path.join(directory, name))
        tap.result("a file that two names lead to is listed once",
                   ["same.yaml"] if "same.yaml" in listed.out else [])
        tap.result("so are several files", faults(
            run_on_terminal(SAMPLE, "none.yaml", os.path.join(directory, "b.yml"), SAMPLE, keys=b"q"),
            0, has("several budgets", "3 files"), ""))
    for arguments in ([SAMPLE, SAMPLE + "x"], [os.path.dirname(SAMPLE)], ["browse", SAMPLE, SAMPLE]):
        tap.result("no terminal for several", faults(
            run(*arguments), 4, "", re.compile(r'\Abudgettui: .*terminal.*"budgettui show FILE"')))


# ------------------------------------------------------------------ surroundings

def test_output(tap):
    if os.path.exists("/dev/full"):
        for arguments in (["show", SAMPLE], ["--help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                tap.result("a full device: " + arguments[0], faults(
                    run(*arguments, stdout=full), 4, "",
                    "budgettui: cannot write to standard output: No space left on device\n"))
    if "MEMCHECK" in os.environ:
        tap.skipped("standard output that is closed: valgrind opens it")
    else:
        tap.result("standard output that is closed", faults(
            run("show", SAMPLE, before=lambda: os.close(1)), 4, "",
            "budgettui: cannot write to standard output: Bad file descriptor\n"))
    for ignored, status in ((False, -signal.SIGPIPE), (True, 4)):
        tap.result("a reader that goes away" + (", SIGPIPE ignored" if ignored else ""),
                   closed_pipe(ignored, status))
    tap.result("show FILE | head", head())


def closed_pipe(ignored, status):
    """Into a pipe that nobody reads any more: no message, and not well."""
    reader, writer = os.pipe()
    os.close(reader)

    def before():
        signal.signal(signal.SIGPIPE, signal.SIG_IGN if ignored else signal.SIG_DFL)

    ended = run("show", SAMPLE, stdout=writer, before=before)
    os.close(writer)
    return faults(ended, status, "", "")


def head():
    done = subprocess.run(["sh", "-c", '"$0" show "$1" functional | head -n 1',
                           os.path.abspath(PROGRAM), SAMPLE], capture_output=True,
                          env=environment(), timeout=60)
    return [] if done.stdout == b"Functional classification\n" and not done.stderr else [done]


def test_no_terminal(tap):
    for arguments in ([SAMPLE], [], ["browse", SAMPLE], ["-c", "2010301", SAMPLE]):
        shown = " ".join(a if a != SAMPLE else "FILE" for a in arguments)
        tap.result(f"no terminal: {shown}", faults(
            run(*arguments), 4, "", re.compile(r'\Abudgettui: .*terminal.*"budgettui show FILE"')))
    with open(SAMPLE, "rb") as file:
        tap.result("no terminal to take keys from", faults(
            run("-", stdin=file.read()), 4, "", re.compile('standard input.*no terminal.*"budgettui show -"')))


def test_memory(tap):
    def before():
        resource.setrlimit(resource.RLIMIT_AS, (24 << 20, 24 << 20))

    with open(PROGRAM, "rb") as program:
        if "MEMCHECK" in os.environ or b"__asan_init" in program.read():
            return tap.skipped("no memory left: what watches the program needs more than that itself")
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(b"format: budgettui/1\ntitle: x\norganization: {name: x}\nyear: 2023\n"
                   b"unit: \xe5\x85\x83\nannexes:\n- number: '1'\n  title: x\n"
                   b"  columns: [{title: x}]\n  rows:\n")
        file.writelines(b"  - [abcdefghijklmnopqrstuvwxyz%d]\n" % i for i in range(400000))
        file.flush()
        tap.result("no memory left", faults(run("show", file.name, before=before), 4, "",
                                            "budgettui: out of memory\n"))


def main():
    tap = Tap()
    for test in (test_usage, test_help, test_show, test_nothing_found, test_bad_documents,
                 test_unreadable, test_several, test_output, test_no_terminal, test_memory):
        test(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

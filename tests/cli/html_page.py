#!/usr/bin/env python3
"""The sample as an HTML page: its tags are balanced, its links lead somewhere, its tables are
rectangular, its figures are those of the sample; a browser shows it, where there is one.
Results are printed in TAP."""

import os
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import SAMPLE, run
from tap import Tap

EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """Keeps what is wrong, ids, links, and the width of each row of each table."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.ids, self.links, self.tables = [], [], [], [], []
        self.tags, self.text = set(), []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if tag not in EMPTY:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append((int(attributes.get("colspan", 1)),
                                        int(attributes.get("rowspan", 1))))
            if tag == "th" and "scope" not in attributes:
                self.faults.append(f"line {self.getpos()[0]}: th without a scope")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> after {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def widths(table):
    """How wide each row is, with the cells that reach into it from above."""
    reaching, found = {}, set()
    for at, row in enumerate(table):
        found.add(sum(width for width, _ in row) + reaching.get(at, 0))
        for width, height in row:
            for below in range(at + 1, at + height):
                reaching[below] = reaching.get(below, 0) + width
    return found


def test_page(tap, text, language):
    page = Page(text)
    tap.result(f"{language}: tags are balanced", page.faults)
    tap.result(f"{language}: ids are unique", sorted({i for i in page.ids if page.ids.count(i) > 1}))
    tap.result(f"{language}: links lead to ids",
               [link for link in page.links if link[1:] not in page.ids or link[0] != "#"])
    tap.result(f"{language}: rows of a table are equally wide",
               [f"table {n}: {sorted(widths(t))}" for n, t in enumerate(page.tables)
                if len(widths(t)) != 1])
    tap.result(f"{language}: every kind of part is there", sorted(
        {"details", "summary", "caption", "nav", "main", "h1", "h2", "h3", "dl"} - page.tags))
    tap.result(f"{language}: no scripts, no other files", sorted(
        page.tags & {"script", "link", "img", "iframe", "object"}))
    return page


def test_figures(tap, page):
    text = " ".join(page.text)
    wanted = ["2,246.51", "1,409.57", "22,465,060.80", "14,095,700", "68.54", "4.50", "万件",
              "部门应根据实际情况进行解释和增减", "2023年重庆市九龙坡区政务办政府采购明细表"]
    tap.result("the sample's figures and texts stand there", [w for w in wanted if w not in text])


def test_browser(tap, text):
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        tap.result("shown by a browser # SKIP there is no chromium", [])
        return
    with tempfile.TemporaryDirectory() as directory:
        page, shot = (os.path.join(directory, name) for name in ("page.html", "shot.png"))
        with open(page, "w", encoding="utf-8") as file:
            file.write(text)
        try:
            done = subprocess.run(
                [browser, "--headless", "--no-sandbox", "--disable-gpu",
                 "--disable-background-networking", f"--user-data-dir={directory}/profile",
                 "--window-size=1280,900", f"--screenshot={shot}", "file://" + page],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
        except subprocess.TimeoutExpired:
            tap.result("shown by a browser # SKIP it does not answer here", [])
            return
        shown = os.path.exists(shot) and os.path.getsize(shot) > 20000
        tap.result("shown by a browser", [] if shown else [done.stderr[-400:]])


def main():
    tap = Tap()
    pages = {}
    for language in ("en", "zh_CN"):
        ended = run("export", SAMPLE, "--format", "html", language=language)
        tap.result(f"{language}: export succeeds",
                   [] if ended.status == 0 and not ended.err else [ended.status, ended.err])
        pages[language] = test_page(tap, ended.out, language)
        text = ended.out
    test_figures(tap, pages["zh_CN"])
    tap.result("labels follow the locale", [] if "总览" in " ".join(pages["zh_CN"].text) and
               "Overview" in " ".join(pages["en"].text) else ["not both languages"])
    one = run("export", SAMPLE, "--format", "html", "--annex", "2")
    tap.result("one annex is a page", Page(one.out).faults + ([] if one.status == 0 else [one.err]))
    test_browser(tap, text)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

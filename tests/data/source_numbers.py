#!/usr/bin/env python3
"""Compare the sample document with the published text that it was made from.

Both are turned into facts, a place and what is printed there, each by its own reader: the text is
read by its lines and tabs, the sample by its YAML nodes. Every cell of every table, every heading and
paragraph, every title and unit must be the same on both sides, figures as exact strings with the
decimals printed, blanks as blanks. Results are printed in TAP.

The text is no part of the project: BUDGETTUI_SOURCE names it or its directory, by default
../shared/source beside the project. Without it the test is skipped.
"""

import copy
import os
import sys

sys.dont_write_bytecode = True
import published
import sample
from tap import Tap, skip


# ---------------------------------------------------------------------- the comparison


def differences(printed, held):
    """What the text and the sample do not have alike; one line each."""
    found = []
    for place in sorted(printed.keys() | held.keys(), key=str):
        if place not in held:
            found.append(f"{place}: the sample lacks {printed[place]!r}")
        elif place not in printed:
            found.append(f"{place}: the sample alone has {held[place]!r}")
        elif printed[place] != held[place]:
            found.append(f"{place}: printed {printed[place]!r}, in the sample {held[place]!r}")
    return found


class Source:
    """The facts of the published text, and how a sample differs from them."""

    def __init__(self, text):
        front, annexes = published.split_source(text)
        self.front = published.read_front(front)
        self.annexes = {n: published.read_annex(n, annexes[n]) for n in annexes}
        self.figures = published.count_figures(annexes)

    def check_front(self, document):
        return differences(self.front, sample.front_facts(document))

    def check_annex(self, document, number):
        annex = sample.included(document).get(number)
        if annex is None:
            return [f"annex {number} is not in the sample"]
        return differences(self.annexes[number], sample.annex_facts(document, annex))

    def check_order(self, document):
        listed = [place[1] for place in self.front if place[0] == "listed"]
        order = {at: number for at, number in enumerate(listed)}
        found = differences(order, {at: a["number"] for at, a in enumerate(document["annexes"])})
        held = {number: "a table" for number in self.annexes}
        found += differences(held, {number: "a table" for number in sample.included(document)})
        for annex in document["annexes"]:
            if annex.get("listed-as") == annex["title"]:
                found.append(f"annex {annex['number']}: listed-as says nothing new")
        return found

    def check_figures(self, document):
        return differences(self.figures, sample.count_figures(document))

    def check(self, document):
        found = self.check_front(document) + self.check_order(document)
        for number in self.annexes:
            found += self.check_annex(document, number)
        return found + self.check_figures(document)


# --------------------------------------------------- faults that the comparison must see


def annex_of(document, number):
    return next(a for a in document["annexes"] if a["number"] == number)


def swap_cells(document):
    rows = annex_of(document, "3")["rows"]
    rows[2][3], rows[3][3] = rows[3][3], rows[2][3]


def swap_columns(document):
    row = annex_of(document, "2")["rows"][4]
    row[3], row[4] = row[4], row[3]


def swap_rows(document):
    rows = annex_of(document, "10")["rows"]
    rows[2], rows[3] = rows[3], rows[2]


def drop_row(document):
    del annex_of(document, "9")["rows"][-1]


def change_digit(document):
    annex_of(document, "4")["rows"][1][2] = "315.80"


def drop_decimals(document):
    annex_of(document, "2")["rows"][0][4] = "1600"


def zero_for_blank(document):
    annex_of(document, "5")["rows"][0][1] = "0"


def blank_for_zero(document):
    annex_of(document, "15")["targets"][0]["funds"][1]["funds"][4]["amount"] = None


def fill_merged(document):
    annex_of(document, "13")["targets"][0]["indicators"]["rows"][3][0] = "效益指标"


def move_total(document):
    annex_of(document, "6")["rows"][0] = ["合计", None, None, None, None]


def swap_panels(document):
    annex_of(document, "7")["panels"].reverse()


def change_unit(document):
    annex_of(document, "13")["unit"] = "万元"


def print_unit(document):
    del annex_of(document, "15")["unit-printed"]


def change_heading(document):
    annex_of(document, "11")["columns"][1]["title"] = "基本支出"


def drop_listed(document):
    del annex_of(document, "9")["listed-as"]


def drop_annex(document):
    document["annexes"].remove(annex_of(document, "10"))


def hide_annex(document):
    annex_of(document, "5")["status"] = "not-included"


def drop_paragraph(document):
    del document["narrative"][5]["text"][2]


def swap_paragraphs(document):
    document["narrative"][1]["text"].reverse()


def mend_slip(document):
    texts = document["narrative"][3]["text"]
    texts[0] = texts[0].replace("万元 0；", "万元；")


def change_phone(document):
    document["contact"]["phone"] = "023-68031758"


FAULTS = [
    ("two cells are swapped", swap_cells),
    ("two columns of a row are swapped", swap_columns),
    ("two rows are swapped", swap_rows),
    ("a row is missing", drop_row),
    ("a digit is changed", change_digit),
    ("decimals are missing", drop_decimals),
    ("a blank became 0", zero_for_blank),
    ("a 0 became a blank", blank_for_zero),
    ("a merged cell is filled", fill_merged),
    ("a total stands in another column", move_total),
    ("two panels are swapped", swap_panels),
    ("a unit is changed", change_unit),
    ("a unit counts as printed that is not", print_unit),
    ("the heading of a column is changed", change_heading),
    ("a listed title is missing", drop_listed),
    ("an annex is missing", drop_annex),
    ("an annex counts as not included", hide_annex),
    ("a paragraph is missing", drop_paragraph),
    ("two paragraphs are swapped", swap_paragraphs),
    ("a printed slip is mended", mend_slip),
    ("a telephone number is changed", change_phone),
]


def unseen_cells(source, document):
    """Change each cell alone, a blank to 0 and a text to a blank: the places where nobody notices."""
    unseen, count = [], 0
    for number, annex in sample.included(document).items():
        for row, cells in enumerate(sample.cells_of(annex)):
            for column, cell in enumerate(cells):
                cells[column] = None if cell else "0"
                if not source.check_annex(document, number):
                    unseen.append(f"annex {number}, row {row}, column {column}: {cell!r}")
                cells[column] = cell
                count += 1
    return unseen, count


# ------------------------------------------------------------------------------- main


def find_source():
    place = os.environ.get("BUDGETTUI_SOURCE") or os.path.join(sample.TOP, "..", "shared", "source")
    if os.path.isdir(place):
        place = os.path.join(place, sample.NAME + ".txt")
    return place if os.path.isfile(place) else None


def main():
    path = find_source()
    if path is None:
        skip("the published text is not here (BUDGETTUI_SOURCE names it)")
    try:
        import yaml
    except ImportError:
        skip("python3-yaml is not installed")
    with open(path, encoding="utf-8") as file:
        source = Source(file.read())
    with open(sample.PATH, encoding="utf-8") as file:
        document = sample.load(file, yaml)

    tap = Tap()
    tap.result("title, narrative, contact and list of annexes", source.check_front(document))
    tap.result("annexes and their order", source.check_order(document))
    for number in sorted(source.annexes, key=int):
        cells = sum(place[0] in ("cell", "indicator") for place in source.annexes[number])
        tap.result(f"annex {number}: {cells} cells", source.check_annex(document, number))
    total = sum(source.figures.values())
    tap.result(f"all {total} numbers, each as often as printed", source.check_figures(document))
    for name, fault in FAULTS:
        broken = copy.deepcopy(document)
        fault(broken)
        tap.result("noticed: " + name, [] if source.check(broken) else ["no difference reported"])
    unseen, count = unseen_cells(source, document)
    tap.result(f"noticed: each of {count} cells changed alone", unseen)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

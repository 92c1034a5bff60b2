"""The sample document as facts, in the same places as those of published.py, read from its YAML nodes."""

import collections
import os
import re

NAME = "jiulongpo-zhengwuban-2023"
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PATH = os.path.join(TOP, "data", NAME + ".yaml")


def load(stream, yaml):
    """A document as dicts, lists, exact strings and None."""
    return tree(yaml.compose(stream, Loader=yaml.SafeLoader))


def tree(node):
    """A YAML node as dict, list, exact string, or None for a blank."""
    if node.id == "mapping":
        return {tree(key): tree(value) for key, value in node.value}
    if node.id == "sequence":
        return [tree(item) for item in node.value]
    if node.style is None and node.value in ("", "~", "null"):
        return None
    return node.value or None


def add_sections(sections, depth, texts):
    for section in sections:
        texts.append((depth, section["heading"]))
        texts += [(0, text) for text in section.get("text") or []]
        add_sections(section.get("sections") or [], depth + 1, texts)


def front_facts(document):
    contact = document["contact"]
    facts = {
        ("title",): document["title"],
        ("contact",): f"部门预算公开联系人：{contact['name']}；联系方式：{contact['phone']}",
    }
    texts = []
    add_sections(document["narrative"], 1, texts)
    for at, text in enumerate(texts):
        facts[("narrative", at)] = text
    for annex in document["annexes"]:
        facts[("listed", annex["number"])] = annex.get("listed-as") or annex["title"]
    return facts


def draw_heading(columns, grid, row, left):
    """Write titles into the grid of headings; the number of leaf columns."""
    at = left
    for column in columns:
        grid[row, at] = column["title"]
        parts = column.get("columns")
        at += draw_heading(parts, grid, row + 1, at) if parts else 1
    return at - left


def row_cells(row):
    return row["cells"] if isinstance(row, dict) else row


def add_table(annex, facts):
    """The grid as it was printed: panels side by side under their titles."""
    grid, width, bodies = {}, 0, []
    panels = annex.get("panels")
    for table in panels or [annex]:
        if panels:
            grid[0, width] = table["title"]
        bodies.append((width, table["rows"]))
        width += draw_heading(table["columns"], grid, 1 if panels else 0, width)
    depth = max(row for row, _ in grid) + 1
    for left, rows in bodies:
        for at, row in enumerate(rows):
            for column, cell in enumerate(row_cells(row)):
                grid[depth + at, left + column] = cell
    for row in range(depth):
        for column in range(width):
            grid.setdefault((row, column), None)
    facts.update((("cell",) + place, text) for place, text in grid.items())


def add_funds(funds, path, found):
    for fund in funds:
        here = path + (fund["label"],)
        if "funds" in fund:
            add_funds(fund["funds"], here, found)
        else:
            found.append((here, fund["amount"]))


def add_targets(annex, facts):
    for target in annex["targets"]:
        for at, item in enumerate(target["subject"]):
            facts["subject", at] = (item["label"], item["value"])
        funds = []
        add_funds(target["funds"], (), funds)
        for at, fund in enumerate(funds):
            facts["fund", at] = fund
        for part in ("goal", "notes"):
            text = target.get(part)
            facts[(part,)] = text and (text.get("heading"), text["label"], text["text"])
        indicators = target["indicators"]
        facts[("indicators title",)] = indicators.get("title")
        head = [column["title"] for column in indicators["columns"]]
        for row, cells in enumerate([head] + indicators["rows"]):
            for column, cell in enumerate(cells):
                facts["indicator", row, column] = cell


def annex_facts(document, annex):
    unit = annex.get("unit") or document["unit"]
    facts = {
        ("title",): annex["title"],
        ("subtitle",): annex.get("subtitle"),
        ("unit",): None if annex.get("unit-printed") == "false" else unit,
    }
    if "targets" in annex:
        add_targets(annex, facts)
    else:
        add_table(annex, facts)
    return facts


def included(document):
    return {a["number"]: a for a in document["annexes"] if a.get("status") != "not-included"}


def cells_of(annex):
    """Every list of cells of an annex: rows of its tables and of its indicators."""
    tables = annex.get("panels") or [t["indicators"] for t in annex.get("targets") or []] or [annex]
    return [row_cells(row) for table in tables for row in table["rows"]]


def count_figures(document):
    texts = []
    for annex in included(document).values():
        for cells in cells_of(annex):
            texts += cells
        for target in annex.get("targets") or []:
            funds = []
            add_funds(target["funds"], (), funds)
            texts += [amount for _, amount in funds]
            texts += [item["value"] for item in target["subject"]]
    return collections.Counter(t for t in texts if t and re.fullmatch(r"\d+(\.\d+)?", t))

"""The published text of the sample as facts: a place, and what is printed there.

The text is read by its lines and tabs, and mended only where taking it out of its pages has
damaged it. Figures are exact strings without separators; a blank is None.
"""

import collections
import re

FIGURE = re.compile(r"\d[\d,]*(\.\d+)?")
HAN = "[\u4e00-\u9fff]"


class SourceError(Exception):
    """The text does not have the shape that is known here."""


def plain(field):
    """A field of the text: mended where a line wrapped, figures without separators, None for a blank."""
    field = re.sub(f"(?<={HAN}) (?={HAN})", "", field.strip())
    field = re.sub("</?p>", "", field)
    if FIGURE.fullmatch(field):
        field = field.replace(",", "")
    return field or None


def split_source(text):
    """Lines before the first annex, and the lines of each annex by number, blank ones left out."""
    lines = [line for line in text.split("\n") if line.strip()]
    front, annexes, number = [], {}, None
    for line in lines:
        label = re.fullmatch(r"附件(\d+)", line)
        if label:
            number = label.group(1)
            annexes[number] = []
        elif number is None:
            front.append(line)
        else:
            annexes[number].append(line)
    # The label of annex 11 was lost: its title follows the rows of annex 10.
    again = [at for at, line in enumerate(annexes["10"]) if line.startswith("2023年")]
    if len(again) != 2:
        raise SourceError("annexes 10 and 11 are not where they were")
    annexes["11"] = annexes["10"][again[1]:]
    annexes["10"] = annexes["10"][:again[1]]
    return front, annexes


def read_front(front):
    """The title, the narrative in order, the contact and the list of annexes."""
    facts = {("title",): (front[0] + front[1]).replace(" ", "")}
    contact = next(at for at, line in enumerate(front) if line.startswith("部门预算公开联系人"))
    facts[("contact",)] = front[contact]
    texts = []
    for line in front[2:contact]:
        if texts and not texts[-1][1] and not texts[-1][2].endswith(("。", "）")):
            space = " " if line[0].isdigit() else ""
            texts[-1][2] += space + line
            continue
        depth = 1 if re.match("[一二三四五六七八九]、", line) else 0
        if re.fullmatch(r"\([一二三四五六七八九]\) [^：]{1,12}", line):
            depth = 2
        texts.append(["", depth, line])
    for at, (_, depth, line) in enumerate(texts):
        facts[("narrative", at)] = (depth, line)
    for line in front[contact + 1:]:
        number, title = re.fullmatch(r"(?:附表：|- )?(\d+)\.(.+)", line).groups()
        facts[("listed", number)] = title.replace(" ", "")
    return facts


def read_heading(lines):
    """Title, subtitle and unit printed over a table, and the lines that are left."""
    facts = {("title",): plain(lines[0].split("\t")[0]), ("subtitle",): None, ("unit",): None}
    lines = lines[1:]
    if re.fullmatch(r"\(.+\)", lines[0]):
        facts[("subtitle",)] = lines[0]
        lines = lines[1:]
    if lines[0].startswith("单位："):
        facts[("unit",)] = lines[0][3:]
        lines = lines[1:]
    return facts, lines


def read_table(lines):
    """A table as a grid, headings and rows alike."""
    facts, lines = read_heading(lines)
    width = max(line.count("\t") + 1 for line in lines)
    for row, line in enumerate(lines):
        fields = line.split("\t")
        fields += [""] * (width - len(fields))
        for column, field in enumerate(fields):
            facts[("cell", row, column)] = plain(field)
    return facts


def read_indicators(facts, lines, width):
    """Headings and rows of indicators; what stands right of them must be blank."""
    for row, fields in enumerate(lines):
        if any(field.strip() for field in fields[width:]):
            raise SourceError("there are more columns of indicators than known")
        for column in range(width):
            facts[("indicator", row, column)] = plain(fields[column])


def read_department_targets(lines):
    """Annex 13: its labels and figures stand in merged cells."""
    facts, lines = read_heading(lines)
    for at in range(2):
        label, value = re.fullmatch(r"([^:]+): ?(.+)", lines[at]).groups()
        facts[("subject", at)] = (label, value)
    groups, labels, amounts = (line.split("\t") for line in lines[2:5])
    facts[("unit",)] = re.fullmatch(r"总体资金情况\((.+)\)", groups[0]).group(1)
    group = None
    for column in range(1, len(groups)):
        group = groups[column] or group
        path = (groups[0], group) + ((labels[column],) if labels[column] else ())
        facts[("fund", column - 1)] = (path, plain(amounts[column]))
    goal = lines[5].split("\t")
    facts[("goal",)] = (goal[0], goal[1], plain(goal[2]))
    facts[("indicators title",)] = plain(lines[6])
    notes = lines[-1].split("\t")
    facts[("notes",)] = (None, notes[0], plain("".join(notes[1:])))
    rows = []
    for line in lines[7:-1]:
        if line.startswith("效果指标\t"):  # lost its first tab
            line = "\t" + line
        fields = line.split("\t")[1:]
        if not fields[0]:  # continues 效益指标 over the line before
            fields[0] = "^"
        rows.append(fields)
    read_indicators(facts, rows, 7)
    return facts


def read_project_targets(lines):
    """Annex 15: labels end with a colon, the value is the next field that is not blank."""
    facts, lines = read_heading(lines)
    grid = [line.split("\t") for line in lines]
    start = next(at for at, fields in enumerate(grid) if fields[0] == "一级指标")
    subjects, funds, path = 0, 0, ()
    for row, fields in enumerate(grid[:start]):
        for column, field in enumerate(fields):
            if not field.endswith(":"):
                continue
            value = next((f for f in fields[column + 1:] if f), None)
            if value is not None and value.endswith(":"):  # 其中: stands over the sources
                path = (field[:-1],)
                continue
            if field == "整体目标:":
                facts[("goal",)] = (None, field[:-1], value)
            elif row > 0 and column >= 8:
                facts[("fund", funds)] = (path + (field[:-1],), plain(value))
                funds += 1
            else:
                facts[("subject", subjects)] = (field[:-1], value)
                subjects += 1
    facts[("indicators title",)] = None
    facts[("notes",)] = None
    read_indicators(facts, grid[start:], 8)
    return facts


READERS = {"13": read_department_targets, "15": read_project_targets}


def read_annex(number, lines):
    return READERS.get(number, read_table)(lines)


def count_figures(annexes):
    """Every field of the annexes that is a number, counted without regard to its place."""
    figures = collections.Counter()
    for lines in annexes.values():
        for line in lines:
            for field in line.split("\t"):
                found = re.fullmatch(rf"(?:[^:\d]+:)?({FIGURE.pattern})", field.strip())
                if found:
                    figures[found.group(1).replace(",", "")] += 1
    return figures

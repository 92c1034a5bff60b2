#!/usr/bin/env python3
"""Importing PDFs of layouts drawn at random: tables of accounts and panels side by side, on one and more
pages, with rows that count the columns, with names wrapped, codes in one or three columns, blank cells, figures at the right, in the
middle, at the top of their cells, headings of several levels, the total first or last, and fonts
whose boxes stand too low. What pdftotext would print is written by this script, so that each amount's
place is known. TAP.

LAYOUTS: how many of each sort (25); LAYOUTS_FIRST: the first seed (0). A fault names its seed."""

import collections
import csv
import io
import os
import random
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
from program import run
from tap import Tap
from printing import stand_in

LEAST = 99.5  # percent
NAMES = ("一般公共服务支出 财政事务 行政运行 一般行政管理事务 信息化建设 财政委托业务支出 社会保障和就业支出 "
         "行政事业单位养老支出 机关事业单位基本养老保险缴费支出 机关事业单位职业年金缴费支出 卫生健康支出 "
         "行政单位医疗 住房保障支出 住房公积金 其他城乡社区管理事务支出 司法 体育 "
         "政府办公厅（室）及相关机构事务 文化旅游体育与传媒支出").split()
INCOMES = ("一、财政拨款收入 1.一般公共预算 2.政府性基金 二、事业收入 三、事业单位经营收入 四、其他收入 "
           "五、上级补助收入 六、附属单位上缴收入").split()
EXPENSES = ("一般公共服务支出 外交支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 "
            "社会保障和就业支出 卫生健康支出 城乡社区支出 农林水支出 资源勘探工业信息等支出 "
            "自然资源海洋气象等支出 住房保障支出 灾害防治及应急管理支出 其他支出").split()
NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split()
# Headings of amounts, each with the one over it.
HEADINGS = (
    (("合计", ""), ("基本支出", ""), ("项目支出", "")),
    (("合计", "支出预算"), ("基本支出", "支出预算"), ("项目支出", "支出预算")),
    (("合计", ""), ("人员经费", "基本支出"), ("公用经费", "基本支出"), ("项目支出", "")),
    (("合计", ""), ("财政拨款收入", ""), ("上级补助收入", ""), ("事业收入", ""), ("经营收入", ""),
     ("其他收入", "")),
    (("合计", ""),),
)


def width(text, size):
    return sum(size if ord(letter) > 0x2E80 else size / 2 for letter in text)


def wrap(text, room, size):
    lines = [""]
    for letter in text:
        if lines[-1] and width(lines[-1] + letter, size) > room:
            lines.append("")
        lines[-1] += letter
    return lines


class Drawing:
    """Pages of words. A cell is given by its edges and the height of its middle."""

    def __init__(self, dice):
        self.dice = dice
        self.lying = dice.random() < 0.6
        self.across, self.down = (842, 595) if self.lying else (595, 842)
        self.size = dice.choice((8, 9, 10, 10.5, 11, 12))
        self.decimals = dice.random() < 0.6
        self.odd = dice.random() < 0.2
        self.margin = dice.randint(30, 60)
        self.pages = []

    def set_type(self, size):
        self.size = size
        self.leading = size * 1.25
        self.padding = self.dice.uniform(0.15, 1.2) * size

    def page(self):
        self.pages.append([])
        return 50

    def word(self, left, middle, text, size):
        above, below = size / 2, size / 2
        if self.odd and ord(text[0]) > 0x2E80:
            above, below = -0.25 * size, 0.5 * size
        self.pages[-1].append((left, middle - above, left + width(text, size), middle + below, text))

    def middle(self, left, right, y, text, size=None):
        size = size or self.size
        self.word((left + right) / 2 - width(text, size) / 2, y, text, size)

    def lines(self, left, right, y, text, centred):
        """A text wrapped in its cell; its height in lines."""
        lines = wrap(text, right - left - self.size * 0.6, self.size) if text else []
        for at, line in enumerate(lines):
            height = y + (at - (len(lines) - 1) / 2) * self.leading
            if centred:
                self.middle(left, right, height, line)
            else:
                self.word(left + self.size * 0.3, height, line, self.size)

    def height(self, texts):
        """Of a row with wrapped texts, each with the width of its cell."""
        most = max(len(wrap(text, room - self.size * 0.6, self.size)) for text, room in texts)
        return most * self.leading + self.padding

    def right(self, right, y, text):
        self.word(right - self.size * 0.3 - width(text, self.size), y, text, self.size)

    def money(self):
        value = self.dice.choice((self.dice.randint(1, 99), self.dice.randint(100, 99999),
                                  self.dice.randint(100000, 99999999)))
        sign = "-" if self.dice.random() < 0.03 else ""
        return f"{sign}{value:,}" + (f".{self.dice.randint(0, 99):02}" if self.decimals else "")

    def head(self, title):
        """The cover, and the title and unit over the table: where it begins."""
        self.page()
        self.middle(0, self.across, 200, "某某区财政局2023年部门预算", 22)
        y = self.page()
        self.middle(0, self.across, y, title, self.size * 1.5)
        unit = "单位：万元" if self.decimals else "单位：元"
        y += self.size * 3
        self.word(self.across - self.margin - width(unit, self.size), y, unit, self.size)
        return y + self.size * 1.6

    def printed(self):
        out = ["<html><body><doc>"]
        for words in self.pages:
            self.dice.shuffle(words)
            out.append(f'<page width="{self.across}" height="{self.down}">')
            out += [f'<word xMin="{a:f}" yMin="{b:f}" xMax="{c:f}" yMax="{d:f}">{text}</word>'
                    for a, b, c, d, text in words]
            out.append("</page>")
        return "\n".join(out + ["</doc></body></html>"])


# ----------------------------------------------------------------------- tables of accounts


def account_rows(drawing, headings):
    dice, code, rows = drawing.dice, 201, {}
    blank, sparse = dice.uniform(0, 0.5), dice.random() < 0.3
    for at in range(dice.randint(4, 45)):
        length = dice.choice((3, 5, 7)) if at else 3
        code += dice.randint(1, 3) if length == 3 else 0
        row = f"{code}{dice.randint(1, 40):02}{dice.randint(1, 60):02}"[:length]
        rows[row] = (dice.choice(NAMES), [
            "" if at and dice.random() < (0.97 if sparse and at > 1 else blank) else drawing.money()
            for at in range(len(headings))])
    rows = [(code, *row) for code, row in rows.items()]
    total = ("", "合计", [drawing.money() for _ in headings])
    place = dice.choice((0, len(rows), None))
    if place is not None:
        rows.insert(place, total)
    return rows


def draw_account_heads(drawing, y, codes, edges, headings):
    split = codes == 3
    levels = 2 if split or any(over for _, over in headings) else 1
    row = drawing.leading + drawing.padding
    whole, upper, lower = y + levels * row / 2, y + row / 2, y + 1.5 * row
    drawing.middle(edges[0], edges[codes], upper if split else whole, "科目编码")
    for at, part in enumerate("类款项" if split else ""):
        drawing.middle(edges[at], edges[at + 1], lower, part)
    drawing.middle(edges[codes], edges[codes + 1], whole, "科目名称")
    first = codes + 1
    for at, (title, over) in enumerate(headings):
        left, right = edges[first + at], edges[first + at + 1]
        if not over:
            drawing.lines(left, right, whole, title, True)
            continue
        drawing.middle(left, right, lower, title)
        if over != (headings[at - 1][1] if at else ""):
            count = sum(other == over for _, other in headings)
            drawing.middle(left, edges[first + at + count], upper, over)
    return y + levels * row


def draw_index_row(drawing, y, codes, edges):
    row = drawing.leading + drawing.padding
    drawing.middle(edges[0], edges[codes + 1], y + row / 2, "栏次")
    for at in range(codes + 1, len(edges) - 1):
        drawing.middle(edges[at], edges[at + 1], y + row / 2, str(at - codes))
    return y + row


def accounts(seed):
    dice = random.Random(seed)
    drawing = Drawing(dice)
    headings, codes = dice.choice(HEADINGS), dice.choice((1, 3))
    room = drawing.across - 2 * drawing.margin - drawing.size * (9 if codes == 3 else 5)
    name = room * dice.uniform(0.25, 0.45)
    amount = (room - name) / len(headings)
    drawing.set_type(min(drawing.size, amount / 7.3))
    edges = [drawing.margin]
    for cell in [drawing.size * (3 if codes == 3 else 5)] * codes + [name] + [amount] * len(headings):
        edges.append(edges[-1] + cell)
    centred, high, again = dice.random() < 0.2, dice.random() < 0.3, dice.random() < 0.5
    rows = account_rows(drawing, headings)
    y = draw_account_heads(drawing, drawing.head("2023年部门支出预算总表"), codes, edges, headings)
    if dice.random() < 0.3 and len(headings) > 1:
        y = draw_index_row(drawing, y, codes, edges)
    expected = collections.Counter()
    for code, text, amounts in rows:
        height = drawing.height([(text, name)])
        if y + height > drawing.down - 50:
            drawing.middle(0, drawing.across, drawing.down - 25, str(len(drawing.pages)))
            y = drawing.page()
            y = draw_account_heads(drawing, y, codes, edges, headings) if again else y
        middle = y + height / 2
        figures = y + (drawing.padding + drawing.leading) / 2 if high else middle
        for at, part in enumerate((code[:3], code[3:5], code[5:]) if codes == 3 else (code,)):
            if part and codes == 3:
                drawing.middle(edges[at], edges[at + 1], middle, part)
            elif part:
                drawing.word(edges[0] + drawing.size * 0.3, middle, part, drawing.size)
        drawing.lines(edges[codes], edges[codes + 1], middle, text, not code)
        for at, value in enumerate(amounts):
            if not value:
                continue
            left, right = edges[codes + 1 + at:codes + 3 + at]
            if centred:
                drawing.middle(left, right, figures, value)
            else:
                drawing.right(right, figures, value)
            expected[code or text, headings[at][0], value.replace(",", "")] += 1
        y += height
    return drawing, expected


# -------------------------------------------------------------------------------- panels


def panels(seed):
    dice = random.Random(seed)
    drawing = Drawing(dice)
    titles = dice.choice((["预算数"], ["合计", "一般公共预算", "政府性基金预算"]))
    room = drawing.across - 2 * drawing.margin
    drawing.set_type(min(drawing.size, room / (7.3 * (1 + len(titles)) + 14)))
    amount = max(drawing.size * 7.3, room * 0.14)
    name = (room - amount * (1 + len(titles))) / 2
    edges = [drawing.margin]
    for cell in [name, amount, name] + [amount] * len(titles):
        edges.append(edges[-1] + cell)
    y = drawing.head("2023年部门收支预算总表")
    row = drawing.leading + drawing.padding
    drawing.middle(edges[0], edges[2], y + row / 2, "收入")
    drawing.middle(edges[2], edges[-1], y + row / 2, "支出")
    y += row
    row = drawing.height([(title, amount) for title in titles])
    for at, title in enumerate(["项目", "预算数", "项目"] + titles):
        drawing.lines(edges[at], edges[at + 1], y + row / 2, title, True)
    y += row
    pick = lambda: drawing.money() if dice.random() < 0.5 else ""
    left = [(item, [pick()]) for item in INCOMES[:dice.randint(3, len(INCOMES))]]
    names = dice.sample(EXPENSES, dice.randint(5, len(EXPENSES)))
    right = [(f"{NUMERALS[at]}、{item}", [pick() for _ in titles]) for at, item in enumerate(names)]
    count = max(len(left), len(right))
    left += [("", [""])] * (count - len(left)) + [("收入总计", [drawing.money()])]
    right += [("", [""] * len(titles))] * (count - len(right))
    right += [("支出总计", [drawing.money() for _ in titles])]
    expected, high = collections.Counter(), dice.random() < 0.3
    for at, (income, expense) in enumerate(zip(left, right)):
        height = drawing.height([(income[0], name), (expense[0], name)])
        if y + height > drawing.down - 40:
            y = drawing.page()
        middle = y + height / 2
        figures = y + (drawing.padding + drawing.leading) / 2 if high else middle
        for first, (item, amounts), heads in ((0, income, ["预算数"]), (2, expense, titles)):
            drawing.lines(edges[first], edges[first + 1], middle, item, at == count)
            for place, value in enumerate(amounts):
                if value:
                    drawing.right(edges[first + 2 + place], figures, value)
                    expected[item, heads[place], value.replace(",", "")] += 1
        y += height
    return drawing, expected


# ----------------------------------------------------------------------------- measuring


def imported(folder, printed):
    """The amounts that come of it, as (row, heading, amount), counted."""
    with open(os.path.join(folder, "printed.xml"), "w", encoding="utf-8") as file:
        file.write(printed)
    document = os.path.join(folder, "a.yaml")
    ended = run("import", os.path.join(folder, "a.pdf"), "-o", document, "--force")
    found = collections.Counter()
    if ended.status:
        return found
    for row in csv.DictReader(io.StringIO(run("export", document, "-f", "csv").out)):
        if row["amount"]:
            heading = row["column"].split(" / ")[-1]
            found[row["code"] or row["name"], heading, row["amount"]] += 1
    return found


def measure(folder, draw, seeds):
    right = total = 0
    faults = []
    for seed in seeds:
        drawing, expected = draw(seed)
        found = imported(folder, drawing.printed())
        right += sum((expected & found).values())
        total += sum(expected.values())
        for cell in list(expected - found)[:3]:
            faults.append(f"seed {seed}: missing {' | '.join(cell)}")
        amounts = collections.Counter(cell[2] for cell in found.elements())
        amounts.subtract(cell[2] for cell in expected.elements())
        faults += [f"seed {seed}: invented {amount}" for amount, count in amounts.items() if count > 0]
    percent = 100 * right / total
    print(f"# {right} of {total} amounts in their place: {percent:.2f} %")
    return faults if percent < LEAST or any("invented" in fault for fault in faults) else []


def main():
    tap = Tap()
    first = int(os.environ.get("LAYOUTS_FIRST", "0"))
    seeds = range(first, first + int(os.environ.get("LAYOUTS", "25")))
    with tempfile.TemporaryDirectory() as folder:
        stand_in(folder)
        tap.result("tables of accounts", measure(folder, accounts, seeds))
        tap.result("panels side by side", measure(folder, panels, seeds))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

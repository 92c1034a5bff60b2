#!/usr/bin/env python3
"""What "export --format json" writes is valid by its schema, and holds what the document holds. TAP."""

import glob
import json
import os
import sys
from decimal import Decimal

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from program import BUILD, SAMPLE, SOURCE, run
from tap import Tap, skip

SCHEMA = os.path.join(BUILD, "data", "budgettui-export-1.schema.json")
FEN = {"元": 100, "千元": 100_000, "万元": 1_000_000, "亿元": 10_000_000_000}


def exported(file, *arguments):
    ended = run("export", file, "-f", "json", *arguments)
    return json.loads(ended.out) if ended.status == 0 else {"status": ended.status, "err": ended.err}


def amounts(annex):
    """Every object of an amount in an annex."""
    waiting = [annex]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict) and "yuan" in value:
            yield value
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def unlike(document):
    """Amounts whose two values are not the same money."""
    return [f"{annex['number']}: {a}" for annex in document["annexes"] for a in amounts(annex)
            if Decimal(a["amount"]) * FEN[annex["unit"]] != Decimal(a["yuan"]) * 100]


def wrong_trees(document):
    faults = []
    for tree in document["trees"]:
        accounts = tree["accounts"]
        for i, account in enumerate(accounts):
            parent = account["parent"]
            if (parent is None) != (i == 0) or parent is not None and (
                    parent >= i or accounts[parent]["depth"] != account["depth"] - 1):
                faults.append(f"{account['code']}: parent {parent}")
            if len(account["amounts"]) != len(tree["columns"]):
                faults.append(f"{account['code']}: {len(account['amounts'])} amounts")
            if account["printed"] != bool(account["rows"]):
                faults.append(f"{account['code']}: printed, or not?")
            faults += [f"{account['code']}: {a}" for a in account["amounts"] if a and "yuan" in a and
                       Decimal(a["amount"]) * FEN[a["unit"]] != Decimal(a["yuan"]) * 100]
    return faults


# Each makes of a valid document one that is not.
def no_format(document):
    document["format"] = "budgettui/1"


def no_trees(document):
    del document["trees"]


def unknown_key(document):
    document["annexes"][1]["sum"] = 1


def float_amount(document):
    document["annexes"][1]["rows"][0]["cells"][2]["amount"] = 2246.51


def half_amount(document):
    del document["annexes"][1]["rows"][0]["cells"][2]["yuan"]


def no_total(document):
    del document["annexes"][1]["rows"][0]["total"]


def unmarked_amount(document):
    del document["trees"][0]["accounts"][0]["amounts"][0]["derived"]


FAULTS = [no_format, no_trees, unknown_key, float_amount, half_amount, no_total, unmarked_amount]


def main():
    try:
        import jsonschema
    except ImportError:
        skip("the Python module jsonschema is not installed")
    tap = Tap()
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def faults(document):
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
                for e in validator.iter_errors(document)]

    for file in [SAMPLE, *sorted(glob.glob(os.path.join(SOURCE, "tests", "data", "bad", "good-*.yaml")))]:
        document = exported(file)
        tap.result("valid: " + os.path.basename(file), faults(document))
        if "annexes" in document:
            tap.result("the same money twice: " + os.path.basename(file),
                       unlike(document) + wrong_trees(document))
    document = exported(SAMPLE)
    tap.result("the sample's figures", [] if sum(1 for a in document["annexes"] for _ in amounts(a)) > 200
               else ["too few"])
    row = document["annexes"][1]["rows"][7]
    tap.result("a row", [] if row["code"] == "20805" and not row["total"] and row["cells"][3] == {
        "amount": "68.54", "yuan": "685400.00"} else [row])
    merged = document["annexes"][12]["targets"][0]["indicators"]["rows"][3]["cells"]
    tap.result("a merged cell", [] if merged[0] == {"merged": "效益指标"} and merged[6] == {"number": "15"}
               else [merged])
    tap.result("an annex that is not included", [] if document["annexes"][7]["status"] == "not-included"
               and "rows" not in document["annexes"][7] else [document["annexes"][7]])
    derived = [a for tree in document["trees"] for account in tree["accounts"]
               for a in account["amounts"] if a and a.get("derived")]
    tap.result("derived sums are marked", [] if derived else ["there is none"])
    one = exported(SAMPLE, "--annex", "3")
    tap.result("one annex is valid, too", faults(one) + (
        [] if [a["number"] for a in one["annexes"]] == ["3"] and
        all("3" in tree["annexes"] for tree in one["trees"]) else ["other annexes"]))
    for fault in FAULTS:
        broken = json.loads(json.dumps(document))
        fault(broken)
        tap.result("refused: " + fault.__name__.replace("_", " "),
                   [] if faults(broken) else ["the schema accepts it"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

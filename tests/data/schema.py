#!/usr/bin/env python3
"""Hold the sample, and documents with faults, against the JSON Schema of the format.

BUDGETTUI_SCHEMA names the schema, by default the one made in the build tree. Results are printed in TAP.
"""

import copy
import glob
import json
import os
import sys

sys.dont_write_bytecode = True
import sample
from tap import Tap, skip

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(os.environ.get("builddir") or ".", "data", "budgettui-1.schema.json")

# Documents in bad/ whose fault is one of shape, so that a schema sees it.
MISSHAPEN = [
    "group-with-role", "level-zero", "list-as-document", "missing-annex-title", "missing-annexes",
    "missing-column-title", "missing-format", "missing-title", "no-body", "row-without-cells",
    "rows-mapping", "text-mapping", "two-bodies", "unit-printed-word", "unknown-annex-key",
    "unknown-key", "unknown-stage", "unknown-status", "unknown-unit", "wrong-version",
    "year-range", "year-word",
]


def targets_of(document):
    return next(a for a in document["annexes"] if a["number"] == "13")["targets"][0]


def unknown_fund_key(document):
    targets_of(document)["funds"][0]["sum"] = 1


def fund_without_label(document):
    del targets_of(document)["funds"][0]["funds"][1]["funds"][2]["label"]


def subject_as_text(document):
    targets_of(document)["subject"] = "128"


def indicators_without_columns(document):
    del targets_of(document)["indicators"]["columns"]


def nested_column_without_title(document):
    del document["annexes"][4]["columns"][0]["columns"][2]["columns"][1]["title"]


def panel_without_rows(document):
    del document["annexes"][0]["panels"][1]["rows"]


def section_without_heading(document):
    del document["narrative"][0]["sections"][1]["heading"]


def table_in_absent_annex(document):
    document["annexes"][1]["status"] = "not-included"


FAULTS = [
    unknown_fund_key, fund_without_label, subject_as_text, indicators_without_columns,
    nested_column_without_title, panel_without_rows, section_without_heading,
    table_in_absent_annex,
]


def main():
    try:
        import jsonschema
        import yaml
    except ImportError as error:
        skip(f"the Python module {error.name} is not installed")
    tap = Tap()
    path = os.environ.get("BUDGETTUI_SCHEMA") or SCHEMA
    try:
        with open(path, encoding="utf-8") as file:
            schema = json.load(file)
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
    except (OSError, ValueError, jsonschema.SchemaError) as error:
        tap.result("the schema is one", [f"{path}: {error}".split("\n")[0]])
        return tap.end()
    tap.result("the schema is one", [])
    validator = kind(schema)

    def load(name):
        with open(name, encoding="utf-8-sig") as file:
            return yaml.safe_load(file)

    def faults(document):
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
                for e in validator.iter_errors(document)]

    def refused(document):
        return [] if faults(document) else ["the schema accepts it"]

    document = load(sample.PATH)
    tap.result("the sample is valid", faults(document))
    for name in sorted(glob.glob(os.path.join(HERE, "bad", "good-*.yaml"))):
        tap.result("valid: " + os.path.basename(name), faults(load(name)))
    for name in MISSHAPEN:
        tap.result("refused: " + name, refused(load(os.path.join(HERE, "bad", name + ".yaml"))))
    for fault in FAULTS:
        broken = copy.deepcopy(document)
        fault(broken)
        tap.result("refused: " + fault.__name__.replace("_", " "), refused(broken))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

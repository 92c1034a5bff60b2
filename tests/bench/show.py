#!/usr/bin/env python3
"""What show and search cost beside reading the document: at most 10 ms of CPU more. Run in the build directory.

show.py FILE RUNS
"""

import os
import resource
import statistics
import subprocess
import sys

MOST = 10.0
READING = "reading"


def commands(file):
    """By name. An annex that is not there is looked for once the document is read, and nothing shown."""
    parts = (["overview"], ["annex", "9"], ["functional"], ["department-economic"], ["government-economic"],
             ["three-public"], ["targets"], ["narrative"], ["checks"], ["-c", "30201"])
    terms = (["30201"], ["办公"], ["-E", "服务|办公.*费"])
    return ({READING: ["show", file, "annex", "none"]}
            | {"show " + " ".join(part): ["show", file, *part] for part in parts}
            | {"search " + " ".join(term): ["search", *term, file] for term in terms})


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main():
    file, runs = sys.argv[1], int(sys.argv[2])
    asked = commands(file)
    times = {name: [] for name in asked}
    for _ in range(runs):
        for name, arguments in asked.items():
            before = spent()
            subprocess.run(["./budgettui", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False)
            times[name].append(spent() - before)
    reading = statistics.median(times.pop(READING))
    print(f"{READING}: {reading:.2f} ms of CPU, the start of the program included; median of {runs} runs")
    above = {name: statistics.median(taken) - reading for name, taken in times.items()}
    for name, more in above.items():
        print(f"{name}: {more:+.2f} ms")
    slow = [name for name, more in above.items() if more > MOST]
    for name in slow:
        print(f"more than {MOST:.0f} ms: {name}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())

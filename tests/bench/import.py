#!/usr/bin/env python3
"""What importing a PDF costs beside pdftotext itself, in the same mode, on the same file: clock time
of pairs of runs, and processor time with all children. Run in the build directory: import.py FILE..."""

import resource
import statistics
import subprocess
import sys
import time

PAIRS = 15


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """Clock and processor time, in milliseconds."""
    clock, processor = time.perf_counter(), spent()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - clock) * 1000, (spent() - processor) * 1000


def main(files):
    for file in files:
        bare, whole = [], []
        for _ in range(PAIRS):
            bare.append(run(["pdftotext", "-bbox", "-enc", "UTF-8", file, "-"]))
            whole.append(run(["./budgettui", "import", file]))
        clock = statistics.median(b[0] / a[0] for a, b in zip(bare, whole))
        processor = sum(b[1] for b in whole) / sum(a[1] for a in bare)
        print(f"{file}: pdftotext {min(a[0] for a in bare):.1f} ms, import "
              f"{min(b[0] for b in whole):.1f} ms; ratio of clock time {clock:.2f} (median of pairs), "
              f"of processor time {processor:.2f}")


main(sys.argv[1:])

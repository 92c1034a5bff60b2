"""Results in TAP, the Test Anything Protocol."""

import sys


class Tap:
    def __init__(self):
        sys.stdout.reconfigure(encoding="utf-8")
        self.count = self.failed = 0

    def result(self, name, faults):
        """One test, passed when the list of its faults is empty."""
        self.count += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults[:20]:
            print("# " + str(fault))

    def skipped(self, reason):
        """One test that has nothing to go by here."""
        self.count += 1
        print(f"ok {self.count} # SKIP {reason}")

    def end(self):
        """Tells how many tests there were, and gives the exit status."""
        print(f"1..{self.count}")
        return 1 if self.failed else 0


def skip(reason):
    """Ends a script that has nothing to go by."""
    print("1..0 # SKIP " + reason)
    sys.exit(0)

"""A pdftotext that prints what a test has put into a file, for the imports of a PDF that is none."""

import os


def stand_in(folder):
    """Makes it, and a PDF, in a folder, and puts it before all others. What is to be printed goes to
    the file printed.xml there."""
    with open(os.path.join(folder, "a.pdf"), "w", encoding="utf-8") as file:
        file.write("%PDF-1.4\n")
    program = os.path.join(folder, "pdftotext")
    with open(program, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nexec /bin/cat '{folder}/printed.xml'\n")
    os.chmod(program, 0o755)
    os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]

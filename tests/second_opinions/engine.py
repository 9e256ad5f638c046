"""Asks the engine through its JSON door: the example `eval`, one request a line."""

import datetime
import json
import os
import subprocess

FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2050, 12, 31)


def ask(requests):
    """The answers to requests, in their order; an error of the engine stops the run."""
    lines = "\n".join(json.dumps(request) for request in requests)
    run = subprocess.run([os.environ["MOTCUA_EVAL"]], input=lines, capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    bad = next((answer for answer in answers if "error" in answer), None)
    assert bad is None and len(answers) == len(requests), (bad, run.stderr)
    return answers


def days(first=FIRST, last=LAST):
    """What each day of a range is, year by year."""
    ranges = []
    for year in range(first.year, last.year + 1):
        start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        ranges.append({"op": "days", "from": str(max(start, first)), "to": str(min(end, last))})
    return [day for answer in ask(ranges) for day in answer["days"]]

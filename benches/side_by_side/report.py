"""Turns the measurements into a table and a picture: report.py <results.jsonl> [--readme]"""

import datetime
import html
import json
import math
import os
import pathlib
import platform
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
OPERATIONS = {
    "add_days": ("Add working days", "motcua batch"),
    "count_days": ("Count working days", "motcua batch"),
    "add_minutes": ("Add working minutes", "motcua batch"),
    "count_minutes": ("Count working minutes", "motcua batch"),
}
FLOOR = "copying the columns"


def versions():
    """The versions of what was measured, from where each is pinned or installed."""
    here = root / "benches/side_by_side"
    known = {}
    for line in (here / "peers/requirements.txt").read_text().split():
        name, version = line.split("==")
        known[name] = version
    known.update(json.loads((here / "peers/package.json").read_text())["dependencies"])
    for name, version in re.findall(
        r'^(bdays|ule-hours|workclock) = "=(.*)"$', (here / "rust/Cargo.toml").read_text(), re.M
    ):
        known[name] = version
    return ", ".join(f"{name} {version}" for name, version in sorted(known.items(), key=str))


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def machine():
    cpu = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    load = os.getloadavg()[0]
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"{output('rustc', '--version').split(' (')[0]}, Python {platform.python_version()}, "
        f"Node {output('node', '--version')}; load average {load:.1f} during the run"
    )


def time(ns):
    """A time with three figures and a unit to read."""
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def number(value):
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


results = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text().splitlines()]
lines = []
charts = []
for operation, (title, own) in OPERATIONS.items():
    rows = sorted((r for r in results if r["operation"] == operation), key=lambda r: r["median"])
    base = next(r["median"] for r in rows if r["peer"] == own)
    lines += [
        f"| {title.lower()} | a row | spread | times motcua | wrong answers |",
        "|---|--:|--:|--:|--:|",
    ]
    for r in rows:
        if r["peer"] == FLOOR:
            continue
        name = f"**{r['peer']}**" if r["peer"].startswith("motcua") else r["peer"]
        wrong = "0" if r["wrong"] == 0 else f"{100 * r['wrong'] / r['rows']:.2g} %"
        lines.append(
            f"| {name} | {time(r['median'])} | {time(r['min'])} to {time(r['max'])} "
            f"| {number(r['median'] / base)} | {wrong} of {r['rows']:,} |"
        )
    lines.append("")
    charts.append((title, [r for r in rows if r["peer"] != FLOOR]))
floor = next((r["median"] for r in results if r["peer"] == FLOOR), None)
if floor is not None:
    add = next(
        r["median"] for r in results if r["peer"] == "motcua batch" and r["operation"] == "add_days"
    )
    lines.append(
        f"Reading two columns and writing one without any work takes {time(floor)} a row on this "
        f"machine; adding working days is {add / floor:.2g} times that."
    )
lines += [
    "",
    f"{machine()}. {versions()}. Medians and spread of "
    f"{min(r['repeats'] for r in results)} to {max(r['repeats'] for r in results)} runs, in time "
    f"of the processor on one core; {datetime.date.today():%d/%m/%Y}.",
]
table = "\n".join(lines)
print(table)


def picture():
    """Bars on a scale of powers of ten, one group for each operation."""
    left, width, bar = 230, 620, 19
    most = max(r["median"] for _, rows in charts for r in rows)
    decades = math.ceil(math.log10(most))
    scale = width / decades
    height = 46 + sum(34 + bar * len(rows) for _, rows in charts) + 24
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 90} {height}" '
        f'font-family="sans-serif" font-size="12">',
        "<style>text{fill:#1f2328}.grid{stroke:#d0d7de}.own{fill:#0969da}.peer{fill:#8c959f}"
        ".wrong{fill:#cf222e}.ground{fill:#fff}"
        "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#30363d}"
        ".own{fill:#4493f8}.peer{fill:#6e7681}.wrong{fill:#f85149}.ground{fill:#0d1117}}</style>",
        f'<rect class="ground" width="{left + width + 90}" height="{height}"/>',
    ]
    names = ["1 ns", "10 ns", "100 ns", "1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms"]
    for decade in range(decades + 1):
        x = left + decade * scale
        svg.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="28" y2="{height - 20}"/>')
        svg.append(f'<text x="{x:.1f}" y="20" text-anchor="middle">{names[decade]}</text>')
    y = 46
    for title, rows in charts:
        svg.append(f'<text x="8" y="{y + 6}" font-weight="bold">{title}, time for a row</text>')
        y += 16
        for r in rows:
            own = r["peer"].startswith("motcua")
            kind = "own" if own else "peer"
            length = max(math.log10(max(r["median"], 1.02)) * scale, 2)
            wrong = "" if r["wrong"] == 0 else f", {100 * r['wrong'] / r['rows']:.2g} % wrong"
            svg.append(
                f'<text x="{left - 8}" y="{y + 12}" text-anchor="end">{html.escape(r["peer"])}</text>'
                f'<rect class="{kind}" x="{left}" y="{y + 2}" width="{length:.1f}" '
                f'height="{bar - 6}"/>'
            )
            label = f'{time(r["median"])}<tspan class="wrong">{wrong}</tspan>'
            inside = length > width * 0.78
            x = left + length + 5 if not inside else left + length - 5
            anchor = "start" if not inside else "end"
            style = "" if not inside else ' style="fill:#fff"'
            if inside:
                label = f"{time(r['median'])}{wrong}"
            svg.append(f'<text x="{x:.1f}" y="{y + 12}" text-anchor="{anchor}"{style}>{label}</text>')
            y += bar
        y += 18
    svg.append("</svg>")
    return "\n".join(svg) + "\n"


if "--readme" in sys.argv:
    (root / "benches/side_by_side/side_by_side.svg").write_text(picture())
    readme = root / "README.md"
    text = readme.read_text()
    begin, end = "<!-- side by side: begin -->", "<!-- side by side: end -->"
    before, rest = text.split(begin)
    _, after = rest.split(end)
    readme.write_text(f"{before}{begin}\n{table}\n{end}{after}")

"""Measures `mindset group` beside pandas and DuckDB on the same records and the same figures.

    python group.py MINDSET FOLDER RECORDS ROUNDS

Every program runs on one core, one after the other, and then the whole round again. Each reads JSON
lines and computes, for each language: people (an id once), and of each scale how many have a score,
mean, standard deviation, and alpha of those who answered everything. Times are of whole processes,
with their start; memory is what a process held at most. `mindset group` also checks every record
and works out item statistics and omega, which the others are not asked for.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

# Of the eight items of a scale, so many must be answered for a score (three quarters).
NEEDED = 6


def items_by_scale(definition):
    """The items of each scale, each with whether it is reverse-keyed."""
    scales = {scale["id"]: [] for scale in definition["scales"]}
    for item in definition["items"]:
        scales[item["scale"]].append((item["id"], item["key"] == "-"))
    return scales


def with_pandas(file, scales):
    import pandas

    parts = []
    # In parts: all records at once take more memory than most machines have.
    for part in pandas.read_json(file, lines=True, chunksize=50_000):
        answers = pandas.DataFrame(part["answers"].tolist(), dtype="float32")
        answers["language"] = part["language"].to_numpy()
        answers["id"] = part["id"].to_numpy()
        parts.append(answers)
    table = pandas.concat(parts, ignore_index=True).drop_duplicates(["language", "id"])
    output = {}
    for language, group in table.groupby("language"):
        output[language] = {"n": len(group), "scales": {}}
        for scale, items in scales.items():
            keyed = group[[item for item, _ in items]].astype("float64")
            for item, minus in items:
                if minus:
                    keyed[item] = 6 - keyed[item]
            answered = keyed.count(axis=1)
            percent = (100 * (keyed.mean(axis=1) - 1) / 4)[answered >= NEEDED]
            full = keyed.dropna()
            k = len(items)
            alpha = k / (k - 1) * (1 - full.var().sum() / full.sum(axis=1).var())
            output[language]["scales"][scale] = [
                len(percent), percent.mean(), percent.std(), alpha,
            ]
    return output


def with_duckdb(file, scales):
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    names = [item for items in scales.values() for item, _ in items]
    columns = (
        "{'id': 'VARCHAR', 'language': 'VARCHAR', 'answers': 'STRUCT("
        + ", ".join(f'"{name}" TINYINT' for name in names)
        + ")'}"
    )
    keyed = ", ".join(
        (f'6 - answers."{item}"' if minus else f'answers."{item}"') + f' AS "{item}"'
        for items in scales.values()
        for item, minus in items
    )
    connection.execute(
        f"CREATE TABLE keyed AS SELECT language, {keyed} FROM (SELECT *, ROW_NUMBER() OVER "
        f"(PARTITION BY language, id) AS place FROM read_json('{file}', "
        f"format = 'newline_delimited', columns = {columns})) WHERE place = 1"
    )
    output = {}
    for scale, items in scales.items():
        k = len(items)
        answered = " + ".join(f'("{item}" IS NOT NULL)::INTEGER' for item, _ in items)
        total = " + ".join(f'COALESCE("{item}", 0)' for item, _ in items)
        variances = " + ".join(
            f'VAR_SAMP("{item}") FILTER (answered = {k})' for item, _ in items
        )
        rows = connection.execute(
            f"WITH t AS (SELECT *, {answered} AS answered, ({total})::DOUBLE AS total FROM keyed), "
            f"p AS (SELECT *, CASE WHEN answered >= {NEEDED} THEN "
            "25.0 * (total - answered) / answered END AS percent FROM t) "
            "SELECT language, COUNT(*), COUNT(percent), AVG(percent), STDDEV_SAMP(percent), "
            f"{k} / ({k} - 1.0) * (1 - ({variances}) / VAR_SAMP(total) FILTER (answered = {k})) "
            "FROM p GROUP BY language"
        ).fetchall()
        for language, n, *figures in rows:
            output.setdefault(language, {"n": n, "scales": {}})["scales"][scale] = figures
    return output


def with_mindset(output):
    """The same figures out of what `mindset group` prints."""
    return {
        group["language"]: {
            "n": group["n"],
            "scales": {
                scale["scaleId"]: [scale[name] for name in ("n", "mean", "sd", "alpha")]
                for scale in group["scales"]
            },
        }
        for group in json.loads(output)["groups"]
    }


def measure(command):
    """Seconds, seconds of the processor, mebibytes at most, and what was printed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[:3]} ended with {process.returncode}.")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output


def differing(one, other):
    """The figures that differ by more than 1e-6."""
    pairs = [
        (language, scale, a, b)
        for language in one
        for scale in one[language]["scales"]
        for a, b in zip(one[language]["scales"][scale], other[language]["scales"][scale])
    ]
    people = [(language, "n") for language in one if one[language]["n"] != other[language]["n"]]
    return people + [pair for pair in pairs if abs(pair[2] - pair[3]) > 1e-6]


def compare(mindset, folder, records, rounds):
    file = folder / f"made-up-{records}.jsonl"
    if not file.exists():
        part = file.with_suffix(".part")
        with part.open("wb") as out:
            subprocess.run([mindset, "made-up", "--count", str(records)], stdout=out, check=True)
        part.rename(file)
    # One core for this process and all that it starts.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    this = [sys.executable, __file__]
    commands = {
        "mindset group": [mindset, "group", str(file)],
        "DuckDB": [*this, "run", "duckdb", str(file)],
        "pandas": [*this, "run", "pandas", str(file)],
    }
    measured = {name: [] for name in commands}
    results = {}
    for _ in range(rounds):
        for name, command in commands.items():
            *figures, output = measure(command)
            measured[name].append(figures)
            results[name] = (
                with_mindset(output) if name == "mindset group" else json.loads(output)
            )
    for name in ("DuckDB", "pandas"):
        wrong = differing(results["mindset group"], results[name])
        if wrong:
            sys.exit(f"{name} gives other figures: {wrong[:3]}")
    size = file.stat().st_size / 1e6
    print(f"\n{records:,} records, {size:,.0f} MB of JSON lines, {rounds} rounds, one core\n")
    print("| program | processor, seconds | as against mindset | seconds by the clock | memory at most |")
    print("|---|---|---|---|---|")
    own = measured["mindset group"]
    for name, rows in measured.items():
        # Processor time: of a core that other programs use too, the clock counts their share.
        ratios = [row[1] / of_own[1] for row, of_own in zip(rows, own)]
        print(
            f"| {name} | {spread([row[1] for row in rows])} | {spread(ratios)} "
            f"| {spread([row[0] for row in rows])} | {max(row[2] for row in rows):,.0f} MiB |"
        )


def spread(figures):
    """The median, with the lowest and the highest."""
    return f"{statistics.median(figures):.1f} ({min(figures):.1f} to {max(figures):.1f})"


def main():
    if sys.argv[1] == "run":
        definition = Path(__file__).parents[2] / "content/sales-mindset/0.2.0.json"
        definition = json.loads(definition.read_text(encoding="utf-8"))
        scales = items_by_scale(definition)
        run = {"pandas": with_pandas, "duckdb": with_duckdb}[sys.argv[2]]
        json.dump(run(sys.argv[3], scales), sys.stdout)
        return
    mindset, folder, records, rounds = sys.argv[1:]
    compare(mindset, Path(folder), int(records), int(rounds))


if __name__ == "__main__":
    main()

"""Makes oracle.json: the means of made-up teams by pandas, which the tests in picture.rs are held to.

Run from the root of the project: python3 crates/round/tests/oracle.py > crates/round/tests/oracle.json
"""

import json
import math

import pandas

DEFINITION = json.load(open("content/sales-mindset/0.2.0.json"))
ITEMS = DEFINITION["items"]


def numbers(state):
    """A linear congruential generator (Knuth's MMIX), its upper 31 bits."""
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def team(people, seed, skips):
    """One row a person, one column a statement; empty where it was skipped."""
    draw = numbers(seed)
    rows = []
    for _ in range(people):
        row = {}
        for item in ITEMS:
            skipped = next(draw) % 8 == 0 and skips
            value = 1 + next(draw) % 5
            row[item["id"]] = None if skipped else value
        rows.append(row)
    return pandas.DataFrame(rows, dtype="float64")


def points(answers):
    return (answers - 1) / 4 * 100


def said(means, counts):
    """The mean of statements' means, as it may be said, with the fewest people who answered."""
    fewest = int(counts.min())
    if fewest < 5:
        return None
    mean = float(means.mean())
    return {"answered": fewest, "points": math.floor(mean + 0.5) if fewest < 10 else mean}


def figures(people, seed, skips):
    raw = team(people, seed, skips)
    keyed = raw.copy()
    for item in ITEMS:
        if item["key"] == "-":
            keyed[item["id"]] = 6 - keyed[item["id"]]
    counts = raw.count()
    means = points(keyed).mean()
    of = lambda ids: said(means[ids], counts[ids])
    scales = DEFINITION["scales"]
    return {
        "people": people,
        "seed": seed,
        "skips": skips,
        "scales": [of([item["id"] for item in ITEMS if item["scale"] == scale["id"]]) for scale in scales],
        "facets": [[of(facet["items"]) for facet in scale["facets"]] for scale in scales],
        "items": [said(points(raw).mean()[[item["id"]]], counts[[item["id"]]]) for item in ITEMS],
    }


CASES = [(5, 1, False), (5, 2, True), (6, 3, True), (9, 4, False), (10, 5, False), (12, 6, True), (30, 7, True), (30, 8, False)]
print(json.dumps([figures(*case) for case in CASES], indent=1))

"""Writes figures.json: what independent packages make of made-up teams, for figures.rs.

Run with Python 3.11: numpy, pandas, scipy, pingouin (alpha with its interval) and factor_analyzer
(one factor by maximum likelihood). The teams come from the generator below, which figures.rs has too,
so that no answers are stored.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import pingouin as pg
from scipy import optimize

HERE = pathlib.Path(__file__).parent
SCAN = json.loads((HERE / "../../../content/sales-mindset/0.2.0.json").read_text())
SIZES = [4, 5, 7, 8, 9, 10, 12, 30, 50, 100, 10_000]


class Draws:
    """Knuth's linear congruential generator of 64 bits; the upper 31 bits of each state."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def team(size, skipping):
    """Raw answers, a row a person; None is skipped. `skipping` of a thousand answers are."""
    draws = Draws(size * 1000 + skipping)
    people = []
    for _ in range(size):
        answers = {}
        for scale in SCAN["scales"]:
            common = sum(draws.below(5) for _ in range(3))
            for item in SCAN["items"]:
                if item["scale"] != scale["id"]:
                    continue
                keyed = 1 + min(4, (common + draws.below(9)) // 4)
                raw = keyed if item["key"] == "+" else 6 - keyed
                answers[item["id"]] = None if draws.below(1000) < skipping else raw
        people.append(answers)
    return pd.DataFrame(people).astype(float)


def omega_by_maximum_likelihood(cov):
    """One factor: minimises the likelihood function of Joreskog (1967) by scipy."""
    k = len(cov)

    def loss(parameters):
        loadings, psi = parameters[:k], np.exp(parameters[k:])
        sigma = np.outer(loadings, loadings) + np.diag(psi)
        sign, logdet = np.linalg.slogdet(sigma)
        return logdet + np.trace(np.linalg.solve(sigma, cov))

    start = np.concatenate([np.sqrt(np.diag(cov) / 2), np.log(np.diag(cov) / 2)])
    best = optimize.minimize(loss, start, method="BFGS", options={"gtol": 1e-10, "maxiter": 20000})
    loadings, psi = best.x[:k], np.exp(best.x[k:])
    return float(loadings.sum() ** 2 / (loadings.sum() ** 2 + psi.sum()))


def figures(frame):
    scales = []
    for scale in SCAN["scales"]:
        items = [item for item in SCAN["items"] if item["scale"] == scale["id"]]
        ids = [item["id"] for item in items]
        raw = frame[ids]
        keyed = raw.copy()
        for item in items:
            if item["key"] == "-":
                keyed[item["id"]] = 6 - keyed[item["id"]]
        scored = keyed[keyed.notna().sum(axis=1) >= 6]
        percent = 25 * (scored.mean(axis=1) - 1)
        complete = scored.dropna()
        out = {
            "id": scale["id"],
            "people": len(scored),
            "mean": percent.mean(),
            "sd": percent.std(ddof=1),
            "complete": len(complete),
            "facets": {},
            "items": {},
        }
        for facet in scale["facets"]:
            of = [item["id"] for item in items if item["facet"] == facet["id"]]
            rated = scored[of].dropna()
            out["facets"][facet["id"]] = [len(rated), 25 * (rated.to_numpy().sum() - rated.size) / rated.size]
        for item in ids:
            counts = raw.loc[scored.index, item].value_counts()
            out["items"][item] = {"ratings": [int(counts.get(v, 0)) for v in range(1, 6)]}
        if len(complete) >= 30:
            alpha, (low, high) = pg.cronbach_alpha(data=complete)
            # The package rounds its interval to three decimals; this is the same formula unrounded.
            from scipy.stats import f

            n, k = complete.shape
            ends = [1 - (1 - alpha) * f.isf(tail, n - 1, (n - 1) * (k - 1)) for tail in (0.025, 0.975)]
            assert abs(ends[0] - low) < 6e-4 and abs(ends[1] - high) < 6e-4
            out["alpha"] = [alpha, *ends]
        if len(complete) >= 50:
            for item in ids:
                rest = complete.drop(columns=item)
                out["items"][item]["itemRest"] = complete[item].corr(rest.sum(axis=1))
                out["items"][item]["alphaIfDropped"] = pg.cronbach_alpha(data=rest)[0]
        if len(complete) >= 100:
            out["omega"] = omega_by_maximum_likelihood(complete.cov().to_numpy())
            check_omega(complete, out["omega"])
        scales.append(out)
    return scales


def check_omega(complete, omega):
    """The same by factor_analyzer, of correlations, turned back into covariances."""
    try:
        from factor_analyzer import FactorAnalyzer
    except ImportError:
        return
    try:
        fit = FactorAnalyzer(n_factors=1, rotation=None, method="ml").fit(complete)
    except TypeError:
        return
    sd = complete.std(ddof=1).to_numpy()
    loadings = fit.loadings_[:, 0] * sd
    psi = fit.get_uniquenesses() * sd**2
    other = loadings.sum() ** 2 / (loadings.sum() ** 2 + psi.sum())
    assert abs(other - omega) < 1e-4, (other, omega)
    print("factor_analyzer agrees to", abs(other - omega), file=sys.stderr)


def main():
    teams = []
    for size in SIZES:
        for skipping in [0, 30] if size in (12, 100, 10_000) else [0]:
            frame = team(size, skipping)
            teams.append({"size": size, "skipping": skipping, "scales": figures(frame)})
    (HERE / "figures.json").write_text(json.dumps(teams, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""Times the Python packages arch and NumPy on the data that inference-table left: python peers.py FOLDER."""
import sys
import time
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np
from arch import arch_model


def best(work):
    times = []
    for _ in range(10):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return 1e3 * min(times), result


def shapley(outcome, columns):
    y, x = outcome - outcome.mean(), columns - columns.mean(0)
    cross, with_y, p = x.T @ x, x.T @ y, x.shape[1]
    explained = {(): 0.0}
    for size in range(1, p + 1):
        for chosen in combinations(range(p), size):
            i = list(chosen)
            explained[chosen] = with_y[i] @ np.linalg.solve(cross[np.ix_(i, i)], with_y[i]) / (y @ y)
    shares = np.zeros(p)
    for chosen, value in explained.items():
        weight = factorial(len(chosen)) * factorial(p - len(chosen) - 1) / factorial(p) if len(chosen) < p else 0
        for j in set(range(p)) - set(chosen):
            shares[j] += weight * (explained[tuple(sorted(chosen + (j,)))] - value)
    return shares


folder = Path(sys.argv[1])
for errors, law in (("normal", "normal"), ("studentT", "t")):
    returns = np.loadtxt(folder / f"returns-{errors}.txt")
    milliseconds, fit = best(lambda: arch_model(returns, p=1, q=1, dist=law).fit(disp="off"))
    print(f"arch garch {errors}, 10,000 returns: {milliseconds:.1f} ms, log L {fit.loglikelihood}")
table = np.loadtxt(folder / "regressors.txt")
milliseconds, shares = best(lambda: shapley(table[:, 0], table[:, 1:]))
print(f"NumPy Shapley, 8 regressors: {milliseconds:.2f} ms, first share {shares[0]}")

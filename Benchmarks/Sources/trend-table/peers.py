"""Times pandas and Numba on the prices that trend-table left, and compares their forecasts: python peers.py FOLDER."""
import sys
import time
from pathlib import Path

import numba
import numpy as np
import pandas as pd

SPEEDS = [(2, 8, 10.6), (4, 16, 7.5), (8, 32, 5.3), (16, 64, 3.75), (32, 128, 2.65), (64, 256, 1.87)]
DAYS = 40 * 252


def best(work, count):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return 1e3 * min(times), result


def with_pandas(table):
    deviation = table.diff().ewm(span=35, min_periods=10).std().clip(lower=1e-10)
    return [((table.ewm(span=f).mean() - table.ewm(span=s).mean()) / deviation * k).clip(-20, 20) for f, s, k in SPEEDS]


def weights(span, count):
    fade = 1 - 2 / (span + 1)
    total = np.cumsum(fade ** np.arange(count))
    squares = np.cumsum(fade ** (2 * np.arange(count)))
    with np.errstate(divide="ignore"):
        return 1 / total, total**2 / (total**2 - squares)


@numba.njit(cache=True, fastmath=True)
def with_numba(prices, shares, deviation_shares, corrections, scalars, out):
    markets, days = prices.shape
    for m in range(markets):
        means = np.zeros(8)
        mean = spread = 0.0
        for t in range(days):
            p = prices[m, t]
            for k in range(8):
                means[k] += (p - means[k]) * shares[t, k]
            if t == 0:
                for k in range(6):
                    out[k, m, t] = np.nan
                continue
            change, w = p - prices[m, t - 1], deviation_shares[t - 1]
            before = mean
            mean += (change - mean) * w
            spread = (spread + (before - mean) ** 2) * (1 - w) + (change - mean) ** 2 * w
            if t < 10:
                for k in range(6):
                    out[k, m, t] = np.nan
                continue
            inverse = 1 / max(np.sqrt(spread * corrections[t - 1]), 1e-10)
            for k in range(6):
                out[k, m, t] = min(max((means[k] - means[k + 2]) * inverse * scalars[k], -20.0), 20.0)
    return out


folder = Path(sys.argv[1])
prices = np.fromfile(folder / "prices.f64").reshape(-1, DAYS)
ours = np.fromfile(folder / "forecasts.f64").reshape(-1, 6)
table = pd.DataFrame(prices.T)
milliseconds, forecasts = best(lambda: with_pandas(table), 3)
print(f"pandas {pd.__version__}: {milliseconds:.0f} ms, largest difference {max(abs(f.iloc[-1].to_numpy() - ours[:, k]).max() for k, f in enumerate(forecasts)):.1e}")
shares = np.stack([weights(span, DAYS)[0] for span in (2, 4, 8, 16, 32, 64, 128, 256)], axis=1)
deviation_shares, corrections = weights(35, DAYS - 1)
scalars = np.array([k for _, _, k in SPEEDS])
out = np.empty((6,) + prices.shape)
arguments = (prices, shares, deviation_shares, corrections, scalars, out)
with_numba(*arguments)
milliseconds, forecasts = best(lambda: with_numba(*arguments), 30)
print(
    f"Numba {numba.__version__}, one core, weights found before, into memory it keeps: {milliseconds:.2f} ms, "
    f"largest difference {abs(forecasts[:, :, -1].T - ours).max():.1e}"
)

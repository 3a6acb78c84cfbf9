"""How fast this machine is, to compare times from other machines: the best of many 2048² float32 matrix products."""

import time

import numpy as np

SIZE, PRODUCTS = 2048, 20


def main() -> None:
    """Measure and print."""
    a, b = (np.random.default_rng(seed).random((SIZE, SIZE), "float32") for seed in (0, 1))
    seconds = []
    for _ in range(PRODUCTS):
        started = time.perf_counter()
        a @ b
        seconds.append(time.perf_counter() - started)
    operations = 2 * SIZE**3
    best, median = operations / min(seconds) / 1e9, operations / sorted(seconds)[PRODUCTS // 2] / 1e9
    print(f"{SIZE}² float32 matrix products: {median:.0f} GFLOP/s, at best {best:.0f}")


if __name__ == "__main__":
    main()

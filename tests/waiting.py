"""Waiting for events. However slow a machine is, no test fails of it: only what hangs reaches the one limit."""

import time
from collections.abc import Callable
from typing import Any

PATIENCE = 1800  # seconds; on the slowest machine that was tried, nothing took a tenth of it


def until(happened: Callable[[], Any], what: str) -> Any:
    """Wait until ``happened`` gives something true, and give it; ``what`` says what never happened."""
    end = time.monotonic() + PATIENCE
    while not (result := happened()):
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.05)
    return result

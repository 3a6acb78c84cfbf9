"""Waiting for events. However slow a machine is, no test fails of it: only what hangs reaches the one limit."""

import re
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 1800  # seconds; on the slowest machine that was tried, nothing took a tenth of it


def until(happened: Callable[[], Any], what: str) -> Any:
    """Wait until ``happened`` gives something true, and give it; ``what`` says what never happened."""
    end = time.monotonic() + PATIENCE
    while not (result := happened()):
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.05)
    return result


def lab_address(server: subprocess.Popen, log: Path) -> tuple[str, str]:
    """Wait until JupyterLab has written where it is and listens there; give its address and the page that it opens."""

    def addresses() -> list[tuple[str, str]]:
        assert server.poll() is None, log.read_text()
        return re.findall(r"(http://127\.0\.0\.1:\d+)(/lab\S*)\n", log.read_text())  # a line may be half written

    address, page = until(addresses, "JupyterLab gives its address")[-1]

    def listens() -> bool:
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))).close()
        except ConnectionRefusedError:  # it writes its address before it listens
            return False
        return True

    until(listens, "JupyterLab listens")
    return address, page

"""A PostgreSQL server for tests: a real one, that can be stopped and started while it is in use."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text


class Server:
    """A PostgreSQL server of our own, that listens on a socket alone."""

    def __init__(self, folder):
        self.folder = folder
        self.bin = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/usr/bin"), key=lambda path: path.parts)
        self.as_user = []
        if os.geteuid() == 0:  # it refuses to run as root
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            shutil.chown(folder, "postgres", "postgres")
        self.run("initdb", "--auth=trust", "--username=rnncourse", "--no-sync", f"--pgdata={folder}/data")
        self.start()

    def run(self, name, *arguments):
        command = [*self.as_user, str(self.bin / name), *arguments]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self.run("pg_ctl", f"--pgdata={self.folder}/data", "--wait", f"--log={self.folder}/log", "-o", options, "start")

    def stop(self):
        self.run("pg_ctl", f"--pgdata={self.folder}/data", "--wait", "--mode=immediate", "stop")

    def url(self, name):
        return f"postgresql+psycopg://rnncourse@/{name}?host={self.folder}"

    def make(self, name):
        with create_engine(
            self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        ).connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        return self.url(name)


@contextmanager
def postgres():
    """Start a server, and end it."""
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and not shutil.which("initdb"):
        pytest.skip("PostgreSQL's server is not installed (Debian: apt install postgresql)")
    folder = Path(
        subprocess.check_output(["mktemp", "-d", "/tmp/pg-XXXXXX"], text=True).strip()
    )  # a socket's path is short
    server = Server(folder)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)

"""One throwaway PostgreSQL server in a folder of its own, reached through a socket in that folder.

There is no TCP port: nothing to collide with, and no other user of the machine can reach a
server that trusts everybody who gets to its socket.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.servers.programs import NoPostgreSQL, usable

# The ones that a server needs which is to lose nothing that it has acknowledged.
DURABLE = """
listen_addresses = ''
unix_socket_directories = '{home}'
"""
# Tests lose nothing when the machine loses power, so nothing waits for the disk.
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{home}'
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum = off
max_connections = 200
"""


class DidNotStart(Exception):
    """One of PostgreSQL's programs failed; the text is what it said."""


class Server:
    """PostgreSQL that runs from ``home``, a folder with a path short enough for a socket."""

    def __init__(self, programs: Path, home: Path, settings: str = SETTINGS) -> None:
        self.programs = programs
        self.home = home
        self.settings = settings
        self.data = home / "data"
        self.url = f"postgresql://postgres@/postgres?host={home}&port=5432"

    def start(self) -> str:
        """Make the cluster if there is none yet, start the server and answer with its URL."""
        self._belong_to_the_servers_user()
        if not self.data.exists():
            self._run(
                *("initdb", "--pgdata", str(self.data), "--username=postgres", "--auth=trust"),
                *("--encoding=UTF8", "--locale=C", "--no-sync"),
            )
            with (self.data / "postgresql.conf").open("a", encoding="utf-8") as settings:
                settings.write(self.settings.format(home=self.home))
        log = str(self.home / "log")
        self._run("pg_ctl", "--pgdata", str(self.data), "--log", log, "--wait", "-o-p5432", "start")
        return self.url

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server, by default as a power cut would."""
        self._run("pg_ctl", "--pgdata", str(self.data), "--mode", mode, "--wait", "stop")

    def _belong_to_the_servers_user(self) -> None:
        """As root, give the folder to an unprivileged user: PostgreSQL refuses to run as root."""
        self.home.chmod(0o700)
        if os.geteuid() != 0:
            return
        user = unprivileged()
        os.chown(self.home, user.pw_uid, user.pw_gid)
        try:
            self._run("initdb", "--version")
        except PermissionError:
            self._copy_the_wheel()

    def _copy_the_wheel(self) -> None:
        """Give the server's user a copy: the wheel lies in a checkout that only root may enter."""
        package = self.programs.parents[1]
        copies = self.home / "wheel"
        for source in (self.programs.parent, package.with_name(f"{package.name}.libs")):
            # The programs look for the wheel's own libraries at a fixed place beside them.
            if source.exists():
                shutil.copytree(source, copies / source.relative_to(package.parent), symlinks=True)
        self.programs = copies / self.programs.relative_to(package.parent)

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the server's user and say why when it fails."""
        output = self.home / f"{program}.out"
        identity: dict[str, Any] = {}
        if os.geteuid() == 0:
            user = unprivileged()
            identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        # Into a file and not a pipe: the server inherits it and would keep a pipe open.
        with output.open("w", encoding="utf-8") as text:
            done = subprocess.run(
                [self.programs / program, *arguments],
                cwd=self.home, stdin=subprocess.DEVNULL, stdout=text, stderr=text, check=False,
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}, **identity,
            )  # fmt: skip
        if done.returncode != 0:
            log = self.home / "log"
            server = log.read_text(encoding="utf-8")[-2000:] if log.exists() else ""
            said = output.read_text(encoding="utf-8")[-2000:]
            raise DidNotStart(f"{self.programs / program}: {said}{server}")


def start_any(home: Path) -> str:
    """The URL of a server from the first programs on this machine that work."""
    return started(home).url


def started(home: Path, settings: str = SETTINGS) -> Server:
    """A running server from the first programs on this machine that work."""
    failures = []
    for programs in usable():
        home.mkdir()
        server = Server(programs, home, settings)
        try:
            server.start()
            return server
        except DidNotStart as failure:
            failures.append(str(failure))
            shutil.rmtree(home)
    raise NoPostgreSQL("\n".join(["No PostgreSQL on this machine could be started", *failures]))


def unprivileged() -> pwd.struct_passwd:
    """The user that runs the server when the tests run as root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgreSQL(
        "PostgreSQL does not run as root, and there is neither a user postgres nor nobody"
    )

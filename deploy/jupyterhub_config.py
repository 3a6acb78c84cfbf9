"""JupyterHub for the course, on one machine where everybody has an account. docs/deploy.md says how to set it up.

The machine's groups say who takes part: those in ``formgrade-rnncourse`` grade, those in ``nbgrader-rnncourse`` learn.
Graders share one more server, the service ``rnncourse``. It runs in the course's folder, as the account that owns it,
so no grader and no student needs to read that folder.
"""

import grp
import os
import pwd
import sys
from pathlib import Path
from typing import Any

from jupyterhub.auth import PAMAuthenticator
from jupyterhub.utils import random_port

import rnncourse

c = get_config()  # noqa: F821 (traitlets defines it)

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent  # of the student edition, which the hub runs from
COURSE_ID, ROLES = "rnncourse", ("formgrade", "nbgrader")  # as nbgrader names its groups
ACCOUNT = os.environ.get("RNNCOURSE_ACCOUNT", COURSE_ID)
COURSE = Path(pwd.getpwnam(ACCOUNT).pw_dir) / "course"
SETTINGS = Path(rnncourse.__file__).with_name("jupyter")


def first(*folders: Path, of: str) -> str:
    """Put folders before those of an environment variable."""
    return os.pathsep.join([*map(str, folders), *filter(None, [os.environ.get(of)])])


def groups_of(name: str) -> list[str]:
    """Give the groups of the course that a user has on the machine now; none where there is no such user any more."""
    try:
        numbers = os.getgrouplist(name, pwd.getpwnam(name).pw_gid)
    except KeyError:
        return []
    return [f"{role}-{COURSE_ID}" for role in ROLES if grp.getgrnam(f"{role}-{ACCOUNT}").gr_gid in numbers]


class MachineAuthenticator(PAMAuthenticator):
    """Passwords by PAM, and groups of the machine: who leaves them is out within minutes, logged in or not."""

    async def run_post_auth_hook(self, _: Any, user: dict[str, Any]) -> dict[str, Any]:
        """Give a user who logs in their groups."""
        return user | {"groups": groups_of(user["name"])}

    async def refresh_user(self, user: Any, _: Any = None, **__: Any) -> dict[str, Any] | bool:
        """Give a user who is logged in the groups of now; without any, they have to log in, and cannot."""
        groups = groups_of(user.name)
        return {"name": user.name, "groups": groups} if groups else False


# Passwords are the machine's own (PAM). Use certificates before you let the hub listen to more than this machine.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.authenticator_class = MachineAuthenticator
c.Authenticator.manage_groups = True
c.LocalAuthenticator.allowed_groups = {f"{role}-{ACCOUNT}" for role in ROLES}
c.ConfigurableHTTPProxy.command = [str(HERE / "node_modules" / ".bin" / "configurable-http-proxy")]

# A server for each user, as this user, in their home: student and grader alike.
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [sys.executable, "-P", str(HERE / "server.py")]
c.Spawner.default_url = "/lab/tree/work/notebooks/00_start.ipynb"
c.Spawner.environment = {
    "PATH": first(BIN, of="PATH"),
    "JUPYTER_PATH": str(SETTINGS),  # a kernel that leaves notebooks as they are
    "JUPYTER_CONFIG_PATH": first(HERE / "users", SETTINGS / "student", of="JUPYTER_CONFIG_PATH"),  # without Formgrader
}
c.Spawner.env_keep = ["LANG", "LC_ALL", "RNNCOURSE_DATA"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 300

# A login shell would forget PATH; and whoever has an account could listen to kernels that do not encrypt.
OPTIONS = [
    "--ServerApp.terminado_settings={'shell_command': ['/bin/bash']}",
    "--KernelManager.transport_encryption=required",
]
c.Spawner.args = OPTIONS

# Formgrader is a frame in JupyterLab's page.
FRAME = "--ServerApp.tornado_settings={'headers': {'Content-Security-Policy': \"frame-ancestors 'self'\"}}"
c.JupyterHub.services = [
    {
        "name": COURSE_ID,
        "url": f"http://127.0.0.1:{random_port()}",  # one that is free
        "command": [str(COURSE / ".venv" / "bin" / "jupyterhub-singleuser"), *OPTIONS, FRAME],
        "user": ACCOUNT,
        "cwd": str(COURSE),
        "environment": {
            "PATH": first(COURSE / ".venv" / "bin", of="PATH"),
            "JUPYTER_PATH": str(SETTINGS),
            "JUPYTERHUB_DEFAULT_URL": "/lab",
        }
        | {
            name: os.environ[name]
            for name in ("JUPYTER_CONFIG_PATH", "RNNCOURSE_DATA", "RNNCOURSE_DB")
            if name in os.environ
        },
        "oauth_no_confirm": True,
        "timeout": 300,
    }
]

c.JupyterHub.load_roles = [
    {
        "name": f"formgrade-{COURSE_ID}",
        "groups": [f"formgrade-{COURSE_ID}"],
        "scopes": [f"access:services!service={COURSE_ID}"],
    },
    {
        # In each user's server, nbgrader asks the hub for the user's groups.
        "name": "server",
        "scopes": ["users:activity!user", "access:servers!server", "read:users:name!user", "read:users:groups!user"],
    },
]

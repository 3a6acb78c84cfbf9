"""nbgrader's settings in the users' servers: those of the student edition, and what the hub knows of the user."""

from pathlib import Path

from nbgrader.auth import JupyterHubAuthPlugin

c = get_config()  # noqa: F821 (traitlets defines it)
load_subconfig("../../nbgrader_config.py")  # noqa: F821

c.Authenticator.plugin_class = JupyterHubAuthPlugin  # only the hub's groups see the course
c.Exchange.assignment_dir = str(Path.home() / "work" / "release")  # wherever a command is run
c.KernelManager.transport_encryption = "required"  # else others could listen to what Validate runs

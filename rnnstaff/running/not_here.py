"""All that a sandbox shows of ``rnnstaff``, where both sides are installed in one place: see ``sandbox.command``."""

raise ModuleNotFoundError("No module named 'rnnstaff'", name="rnnstaff")

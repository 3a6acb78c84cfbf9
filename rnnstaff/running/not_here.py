"""All that a sandbox shows of ``rnnstaff``, where both sides are installed in one place: see ``sandbox.shut_in``."""

raise ModuleNotFoundError("No module named 'rnnstaff'", name="rnnstaff")

"""What goes wrong and is not the submission's fault, or may not be: it never becomes a score at the first time."""


class Fault(Exception):
    """Something of ours failed: the judge, the sandbox, the start of a kernel. The message says what."""


class Doubt(Fault):
    """A kernel died or the wall clock was reached: the submission's fault, or the machine's. The message says where."""

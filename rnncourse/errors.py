"""The error that the reader can fix."""


class CourseError(Exception):
    """Something is wrong; the message says what, where, and what to do. The command prints it as one line."""

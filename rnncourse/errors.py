"""The error that a reader can mend."""


class CourseError(Exception):
    """Something is not as it must be; the message says what, where and what to do. The command prints it as a line."""

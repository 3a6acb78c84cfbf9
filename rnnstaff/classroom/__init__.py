"""From the submissions of a class to grades, flags, and reports."""

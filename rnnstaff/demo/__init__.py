"""A sample class, and one round of the course with it."""

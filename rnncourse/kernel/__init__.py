"""What answers the judge from inside the student's kernel, and how values cross between the two."""

"""The staff's side of the course: what authors and instructors run, and no student's code ever sees."""

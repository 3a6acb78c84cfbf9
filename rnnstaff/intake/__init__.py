"""From whatever was handed in to the notebook that is graded."""

"""From the notebook that is graded to its outputs and points: student code in a sandbox, test cells in the judge."""

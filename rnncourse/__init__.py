"""Recurrent neural networks: the package behind the course's notebooks and its grading."""

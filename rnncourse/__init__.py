"""Recurrent neural networks: what the course's notebooks import, and the command ``rnncourse``."""

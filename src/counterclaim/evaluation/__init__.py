"""Scores on gold: runs the scorers beside the checkout, holds the figures against floors, writes docs/scores.md."""

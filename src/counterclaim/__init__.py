"""counterclaim: who claims what happened in a war, according to whom, and who says otherwise."""

__version__ = "0.1.0"

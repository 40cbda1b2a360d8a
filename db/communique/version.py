"""The version of this program, and the only place where it is written.

A plain constant: asking ``importlib.metadata`` costs 26 ms, half of what the help may take.
"""

__version__ = "0.1.0"

"""Snapshots: what they hold, how it is written, and how two of them compare."""

"""Snapshots: taking them, and two of them side by side."""

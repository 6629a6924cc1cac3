"""Exporting the report."""

"""The report as a Word file that can be edited."""

"""Reads: each takes the open workbook and returns frozen rows."""

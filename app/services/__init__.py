"""Writes, one module for each area of use. Each takes the open workbook and returns Changes."""

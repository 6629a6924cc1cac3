"""The sample workbook of a fictional region."""

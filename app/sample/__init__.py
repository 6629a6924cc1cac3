"""The sample workbook of an invented province, with evidence files that the program writes."""

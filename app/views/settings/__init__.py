"""Settings: language and look, the scoring scheme, where the workbook lies."""

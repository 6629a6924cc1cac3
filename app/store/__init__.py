"""The workbook on disk: a folder with a database, evidence files and backups."""

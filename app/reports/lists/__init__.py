"""What stands in the tables of the report, the same in PDF and Word."""

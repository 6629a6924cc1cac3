"""What is to be put right before the report is handed in."""

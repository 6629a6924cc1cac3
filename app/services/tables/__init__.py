"""Tables that people fill in as Excel files: opening whatever they hand in, reading its rows."""

"""Numbers of standards: parsed, brought to form, found in running text, and counted."""

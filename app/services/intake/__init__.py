"""Taking many files in: what is proposed for each, and what is then done."""

"""The page of all evidence, and taking files in from any page."""

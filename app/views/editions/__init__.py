"""Editions of the catalogue: what one changes, taking it over, and what earlier ones left."""

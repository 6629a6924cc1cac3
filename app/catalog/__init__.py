"""The catalogue: what the Notice asks for, read from resources/catalog and validated."""

"""Excel tables on any page: template, export, and import with its difference first."""

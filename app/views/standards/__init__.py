"""The page of the standards that the evidence names (标准清单)."""

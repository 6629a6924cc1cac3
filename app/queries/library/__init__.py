"""The policy library: its entries, full-text search, and what relates to what."""

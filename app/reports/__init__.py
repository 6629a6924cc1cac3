"""Reports: one model, rendered as PDF and Excel."""

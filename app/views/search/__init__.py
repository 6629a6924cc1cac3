"""The search over the evidence in the window."""

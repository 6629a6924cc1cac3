"""The pilot's profile."""

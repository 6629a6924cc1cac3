"""Ctrl+K: goes to any requirement, dossier, indicator or page."""

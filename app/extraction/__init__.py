"""Reads the text inside files of evidence: bytes in, text out."""

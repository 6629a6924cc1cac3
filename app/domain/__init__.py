"""Vocabulary and pure rules of the field. Standard library only."""

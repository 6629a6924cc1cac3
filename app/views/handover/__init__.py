"""Handing the evidence over."""

"""The window. Everything people see on screen."""

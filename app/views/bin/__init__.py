"""Evidence that was removed and can be brought back."""

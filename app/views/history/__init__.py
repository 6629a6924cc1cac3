"""The page of all operations and of the verification of their record."""

"""The page of the policy library."""

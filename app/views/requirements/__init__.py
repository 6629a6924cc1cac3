"""The page of the requirements: a tree, and the chosen requirement with its answer."""

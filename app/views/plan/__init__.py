"""The annual plan: the list of tasks, and the selected one beside it."""

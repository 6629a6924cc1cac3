"""The first page: where the pilot stands and what to do next."""

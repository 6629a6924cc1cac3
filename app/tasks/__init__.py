"""Long work and writes off the main thread."""

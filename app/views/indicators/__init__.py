"""What is measured: targets, values, and how they stand."""

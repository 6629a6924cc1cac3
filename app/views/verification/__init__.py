"""Whether everything is as it was taken in, and repairing what is not."""

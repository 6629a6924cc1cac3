"""What the name and the first pages of a file say of it: one module for each thing proposed."""

"""The table of files that are to be taken in, before anything is written."""

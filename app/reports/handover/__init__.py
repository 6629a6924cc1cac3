"""Handing the evidence over: a folder or an archive that can be checked without the program."""

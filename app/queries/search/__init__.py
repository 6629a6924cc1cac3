"""One search over the evidence: titles, numbers, notes, names of files and the text inside."""

"""Looking into the files of a dossier without leaving the window."""

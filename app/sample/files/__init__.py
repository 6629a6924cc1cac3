"""Writers of the sample's evidence files; each page or file says that it is a sample."""

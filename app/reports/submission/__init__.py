"""The submission folder: report in all formats, evidence, checksums, and a page to read it all."""

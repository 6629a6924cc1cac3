"""The report editor: sections at the left, the text in the middle, its pages at the right."""

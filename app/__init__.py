"""Four Changes Workbook (四个转变试点工作簿)."""

__version__ = "0.1.0"

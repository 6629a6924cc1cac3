"""The command line: all the work of the window without a display. No Qt is loaded."""

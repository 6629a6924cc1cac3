#!/bin/sh
# Succeeds where a window can be shown: an X or Wayland display, or macOS.
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]

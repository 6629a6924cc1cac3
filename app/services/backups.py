"""Backing up a workbook to one file, and restoring it."""

from __future__ import annotations

from app.store.backup import BackupResult, back_up, restore

__all__ = ["BackupResult", "back_up", "restore"]

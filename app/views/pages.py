"""The pages of the window, built when they are first shown."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QCoreApplication

from app.views.desk import Desk
from app.views.page import Page

# name: module and class. Modules are imported late: start-up time.
_PAGES = {
    "overview": ("app.views.overview.page", "OverviewPage"),
    "profile": ("app.views.profile.page", "ProfilePage"),
    "requirements": ("app.views.requirements.page", "RequirementsPage"),
    "library": ("app.views.library.page", "LibraryPage"),
    "indicators": ("app.views.indicators.page", "IndicatorsPage"),
    "plan": ("app.views.plan.page", "PlanPage"),
    "evidence": ("app.views.evidence.page", "EvidencePage"),
    "standards": ("app.views.standards.page", "StandardsPage"),
    "checks": ("app.views.checks.page", "ChecksPage"),
    "writing": ("app.views.report_editor.page", "ReportEditorPage"),
    "snapshots": ("app.views.snapshots.page", "SnapshotsPage"),
    "reports": ("app.views.reports.page", "ReportsPage"),
    "history": ("app.views.history.page", "HistoryPage"),
    "verification": ("app.views.verification.page", "VerificationPage"),
    "bin": ("app.views.bin.page", "BinPage"),
    "settings": ("app.views.settings.page", "SettingsPage"),
}
# Where a group of pages begins: what is required, the evidence, the report, the workbook itself.
FIRST_OF_GROUP = ("requirements", "evidence", "checks", "history")
# qtawesome icons.
ICONS = {
    "overview": "mdi6.view-dashboard-outline",
    "profile": "mdi6.card-account-details-outline",
    "requirements": "mdi6.format-list-checks",
    "library": "mdi6.bookshelf",
    "indicators": "mdi6.chart-line",
    "plan": "mdi6.calendar-check-outline",
    "evidence": "mdi6.paperclip",
    "standards": "mdi6.certificate-outline",
    "checks": "mdi6.clipboard-check-outline",
    "writing": "mdi6.file-document-edit-outline",
    "snapshots": "mdi6.camera-outline",
    "reports": "mdi6.file-document-outline",
    "history": "mdi6.history",
    "verification": "mdi6.shield-check-outline",
    "bin": "mdi6.trash-can-outline",
    "settings": "mdi6.cog-outline",
}


def page_titles() -> dict[str, str]:
    """Names of the pages in the window's language, in order."""
    translate = QCoreApplication.translate
    return {
        "overview": translate("pages", "Overview"),
        "profile": translate("pages", "Pilot profile"),
        "requirements": translate("pages", "Requirements"),
        "library": translate("pages", "Policy library"),
        "indicators": translate("pages", "Indicators"),
        "plan": translate("pages", "Annual plan"),
        "evidence": translate("pages", "Evidence"),
        "standards": translate("pages", "Standards"),
        "checks": translate("pages", "Check"),
        "writing": translate("pages", "Report editor"),
        "snapshots": translate("pages", "Snapshots"),
        "reports": translate("pages", "Reports"),
        "history": translate("pages", "History"),
        "verification": translate("pages", "Verification"),
        "bin": translate("pages", "Bin"),
        "settings": translate("pages", "Settings"),
    }


def import_page(name: str) -> None:
    """Import a page's module, so that its first showing need not."""
    import_module(_PAGES[name][0])


def make_page(name: str, desk: Desk) -> Page:
    module, cls = _PAGES[name]
    page: Page = getattr(import_module(module), cls)(desk)
    return page

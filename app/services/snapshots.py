"""Taking snapshots: the state of the workbook at a stage, frozen under its hash."""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, date, datetime

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.domain.vocabulary import Stage
from app.models import Snapshot
from app.queries.references import TAKING
from app.queries.snapshots.content import live_content
from app.queries.snapshots.reading import as_json
from app.services.numbering import next_snapshot_code
from app.store.workbook import Workbook


def take_snapshot(workbook: Workbook, stage: Stage, today: date, title: str = "") -> Changes:
    """Freeze the workbook as it stands; the new snapshot's code is in the params of the changes.

    It can be neither changed nor taken back. Raises UserError `field.too-long`,
    `workbook.read-only`.
    """
    title = clean_text("title", title)
    with workbook.write(TAKING, stage=stage.value) as unit:
        # The write lock is ours: what is read beside this transaction is what it stands on.
        data = as_json(live_content(workbook, stage, today))
        sha256 = hashlib.sha256(data).hexdigest()
        code = next_snapshot_code(unit.session)
        unit.keep(sha256, zlib.compress(data, 9))
        unit.session.add(
            Snapshot(
                code=code,
                stage=stage.value,
                title=title,
                taken_on=today,
                taken_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                actor=unit.actor,
                sha256=sha256,
                size=len(data),
            )
        )
        unit.params["code"] = code
    return unit.changes

"""What a verification found as lines of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.queries.verification import Verification

FaultKind = Literal["missing", "altered", "unreadable", "surplus", "operation", "row", "snapshot"]


@dataclass(frozen=True, slots=True)
class Fault:
    """`what` is the number of the evidence, or what else is concerned; `size` in bytes or None."""

    kind: FaultKind
    what: str
    name: str
    sha256: str = ""
    size: int | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}\n{self.what}\n{self.name}\n{self.sha256}"


def faults(found: Verification) -> tuple[Fault, ...]:
    """What is not intact first, then bytes that nothing refers to."""
    return (
        *(Fault("missing", row.number, row.name, row.sha256, row.size) for row in found.missing),
        *(Fault("altered", row.number, row.name, row.sha256, row.size) for row in found.altered),
        *(
            Fault("unreadable", row.number, row.name, row.sha256, row.size)
            for row in found.unreadable
        ),
        *(Fault("operation", str(seq), "") for seq in found.broken_operations),
        *(Fault("row", table, row_id) for table, row_id in found.unrecorded),
        *(Fault("snapshot", code, "") for code in found.damaged_snapshots),
        *(Fault("surplus", "", row.sha256, row.sha256, row.size) for row in found.surplus),
    )

"""Taking in what was decided: all of it in one operation, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.domain.document_numbers import normalize_document_number
from app.domain.limits import clean_text
from app.domain.numbers import normal_name
from app.domain.steps import Step, Steps
from app.errors import UserError
from app.models import Attachment
from app.services.evidence import Intake
from app.services.evidence_clerk import Clerk, FileResult, NewDossier
from app.services.fields import check_in_force, dossier
from app.services.intake.item import Choice, Item
from app.services.storing import StoredFiles, stored_files
from app.store.vault import StoredFile
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be done with one file, checked; `error` says why nothing is."""

    item: Item
    new: NewDossier = field(default_factory=NewDossier)
    error: UserError | None = None


def take(workbook: Workbook, items: Sequence[Item], locator: str = "") -> Steps[Intake]:
    """Do with each file what was chosen for it; the results come in the order of the items.

    What can't be done is refused with its reason, the rest goes on. Bytes are in the vault before
    the database is written, in one operation; closing the generator earlier leaves nothing.
    Steps count files in thousandths. Raises UserError `workbook.read-only`, `field.too-long` for
    the locator, and EnvironmentProblem when the disk gives way.
    """
    if workbook.read_only:
        raise UserError("workbook.read-only")
    where = clean_text("locator", locator)
    yield Step(0, 1)
    with workbook.read() as session:
        orders = [_order(session, item, where) for item in items]
    wanted = [order.item.path for order in orders if _brings_bytes(order)]
    with stored_files(workbook) as files:
        yield from files.store(wanted)
        arrived = dict(files)
        names = [normal_name(order.item.path.name) for order in orders if _is_done(order)]
        with workbook.write("evidence.intake", count=len(names), names=names[:3]) as unit:
            clerk = Clerk(unit.session)
            results = _all_carried_out(clerk, orders, arrived)
        _discard_refused(files, results)
    return Intake(results, unit.changes)


def _order(session: Session, item: Item, locator: str) -> _Order:
    """Look whether a choice can be carried out."""
    if item.error is not None or item.choice is Choice.SKIP:
        return _Order(item, error=item.error)
    try:
        if item.evidence_id:
            dossier(session, item.evidence_id)
        if item.requirement_id:
            check_in_force(session, item.requirement_id)
        if item.choice is Choice.EDITION and not item.follows:
            _check_edition(session, item)
        return _Order(item, _cleaned(item, locator))
    except UserError as error:
        return _Order(item, error=error)


def _cleaned(item: Item, locator: str) -> NewDossier:
    return NewDossier(
        requirement_id=item.requirement_id,
        title=clean_text("title", item.title),
        locator=locator,
        kind=item.kind,
        document_number=normalize_document_number(
            clean_text("document_number", item.document_number)
        ),
        issuing_body=clean_text("issuing_body", item.issuing_body),
        formed_on=item.formed_on,
    )


def _check_edition(session: Session, item: Item) -> None:
    former = session.get(Attachment, item.edition_of)
    if former is None:
        raise UserError("attachment.unknown")
    if former.replaced_by is not None:
        raise UserError("attachment.replaced", name=former.name)
    dossier(session, former.evidence_id)


def _is_done(order: _Order) -> bool:
    return order.error is None and order.item.choice is not Choice.SKIP


def _brings_bytes(order: _Order) -> bool:
    return _is_done(order) and order.item.choice is not Choice.LINK


def _all_carried_out(
    clerk: Clerk, orders: Sequence[_Order], arrived: dict[Path, StoredFile | UserError]
) -> tuple[FileResult, ...]:
    """First what brings bytes: others of the same batch follow it, or are linked with it."""
    results: dict[int, FileResult] = {}
    newest: dict[str, str] = {}
    for number in sorted(range(len(orders)), key=lambda at: _turn(orders[at])):
        item = orders[number].item
        result = _carry_out(clerk, orders[number], arrived, newest)
        results[number] = replace(result, unread=item.unread)
        in_force = clerk.file_in_force(result.evidence_id, item.sha256)
        if in_force:
            newest[item.key] = in_force
            if result.outcome == "edition":
                newest[item.edition_of] = in_force
    return tuple(results[number] for number in range(len(orders)))


def _turn(order: _Order) -> tuple[int, date]:
    """Of several editions of one file the latest comes last, and so into force."""
    if order.item.choice is Choice.EDITION:
        return 1, order.item.formed_on or date.min
    return 0 if _brings_bytes(order) else 2, date.min


def _carry_out(
    clerk: Clerk,
    order: _Order,
    arrived: dict[Path, StoredFile | UserError],
    newest: dict[str, str],
) -> FileResult:
    """`newest` has the files in force by the keys of what of the batch was dealt with, and instead
    of attachments that were replaced in it.
    """
    item, path = order.item, order.item.path
    if order.error is not None:
        return FileResult(path, "refused", error=order.error)
    if item.choice is Choice.SKIP:
        return clerk.skip(path, item.sha256, item.requirement_id)
    if item.choice is Choice.LINK:
        linked = clerk.link_holder(path, item.sha256, order.new)
        gone = UserError("intake.nothing-to-link", name=normal_name(path.name))
        return linked or FileResult(path, "refused", error=gone)
    stored = arrived[path]
    if isinstance(stored, UserError):
        return FileResult(path, "refused", error=stored)
    if stored.sha256 != item.sha256:
        # What was decided was decided for other bytes.
        changed = UserError("file.changed", name=normal_name(path.name))
        return FileResult(path, "refused", error=changed)
    if item.choice is Choice.EDITION:
        try:
            former = newest.get(item.edition_of, "" if item.follows else item.edition_of)
            if not former:
                raise UserError("intake.nothing-to-follow", name=normal_name(path.name))
            return clerk.enter_edition(path, stored, former, order.new.requirement_id)
        except UserError as error:
            return FileResult(path, "refused", error=error)
    if item.evidence_id:
        return clerk.enter_into(path, stored, item.evidence_id)
    return clerk.enter(path, stored, order.new)


def _discard_refused(files: StoredFiles, results: Sequence[FileResult]) -> None:
    """Take back the bytes of what was refused, unless another file brought the same."""
    refused = {result.path for result in results if result.outcome == "refused"}
    kept = {
        stored.sha256
        for path, stored in files
        if isinstance(stored, StoredFile) and path not in refused
    }
    files.discard(lambda path, stored: path in refused and stored.sha256 not in kept)

"""`check` and `verify`: what is missing, and whether everything is intact."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from app import texts
from app.cli.command import Command, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import carry_out, plain, show, show_json
from app.cli.session import Session
from app.domain.checks import Finding
from app.domain.vocabulary import LANGUAGES, Severity
from app.queries.checks import check as run_check
from app.queries.verification import BadFile, Verification
from app.queries.verification import verify as run_verification
from app.services.repair import repair

_FOUND = 1


@click.command("check", cls=Command, help="cli.program.check")
@workbook_argument
@json_option
@click.pass_obj
def check(session: Session, workbook: Path, as_json: bool) -> int:
    """The check before submission; exit code 1 where anything was found."""
    with reading(workbook) as opened:
        findings = run_check(opened, session.today)
    if as_json:
        show_json({"counts": _counts(findings), "findings": [_as_dict(row) for row in findings]})
    elif findings:
        show(table(_line(row, session) for row in findings))
        show([session.say("cli.check.found", **_counts(findings))])
    else:
        show([session.say("cli.check.nothing")])
    return _FOUND if findings else 0


@click.command("verify", cls=Command, help="cli.program.verify")
@workbook_argument
@click.option("--resume", is_flag=True, help="cli.option.verify.resume")
@click.option(
    "--repair-from",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="cli.value.file",
    help="cli.option.verify.repair-from",
)
@json_option
@click.pass_obj
def verify(
    session: Session, workbook: Path, resume: bool, sources: Sequence[Path], as_json: bool
) -> int:
    """Read every evidence file and the change record again; exit code 1 where anything is found."""
    repaired: list[BadFile] = []
    with writing(workbook) if sources else reading(workbook) as opened:
        result = carry_out(run_verification(opened, resume=resume))
        for source in sources:
            if result.damaged:
                hashes = carry_out(repair(opened, result.damaged, source))
                bad = (*result.missing, *result.altered)
                repaired += [row for row in bad if row.sha256 in hashes]
                result = result.without(hashes)
    if as_json:
        show_json(plain(result) | {"ok": result.ok, "repaired": plain(repaired)})
    else:
        done = (
            session.say("cli.verify.repaired", number=row.number, name=row.name) for row in repaired
        )
        show([*done, *_verification_lines(result, session), *_ways(result, session, workbook)])
    return 0 if result.ok and not result.surplus else _FOUND


def _counts(findings: list[Finding]) -> dict[str, int]:
    return {str(kind): sum(row.severity is kind for row in findings) for kind in Severity}


def _as_dict(row: Finding) -> dict[str, Any]:
    data: dict[str, Any] = plain(row)
    sentence = {name: texts.text(f"check.{row.code}", name, **row.params) for name in LANGUAGES}
    return data | {"sentence": sentence}


def _line(row: Finding, session: Session) -> tuple[str, str, str]:
    place = row.label or session.say("report.profile")
    sentence = session.say(f"check.{row.code}", **row.params)
    return session.say(f"severity.{row.severity}"), place, sentence


def _verification_lines(result: Verification, session: Session) -> list[str]:
    bad = [
        session.say(f"check.file-{kind}", name=f"{row.number} {row.name}")
        for kind, rows in (
            ("missing", result.missing),
            ("altered", result.altered),
            ("unreadable", result.unreadable),
        )
        for row in rows
    ]
    broken = [session.say("cli.verify.broken", seq=seq) for seq in result.broken_operations]
    if result.unrecorded:
        broken.append(session.say("cli.verify.unrecorded", count=len(result.unrecorded)))
    broken += [
        session.say("error.snapshot.damaged", snapshot=one) for one in result.damaged_snapshots
    ]
    if result.surplus:
        size = sum(file.size for file in result.surplus)
        broken.append(session.say("cli.verify.surplus", count=len(result.surplus), size=size))
    verdict = session.say("cli.verify.ok" if result.ok else "cli.verify.not-ok")
    counts = session.say("cli.verify.counts", files=result.checked, operations=result.operations)
    return [*bad, *broken, counts, verdict]


def _ways(result: Verification, session: Session, workbook: Path) -> list[str]:
    """How what was found can be repaired."""
    ways = {
        "files": bool(result.damaged),
        "unreadable": bool(result.unreadable),
        "record": bool(result.broken_operations or result.unrecorded or result.damaged_snapshots),
    }
    commands = {
        "repair": f"four-changes verify {workbook} --repair-from",
        "restore": "four-changes restore",
    }
    return [
        session.say(f"cli.verify.how-{name}", **commands) for name, wanted in ways.items() if wanted
    ]

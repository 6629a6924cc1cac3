"""The command `four-changes`: its commands, exit codes, and what is said when one fails."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from logging.handlers import RotatingFileHandler

import click

from app import paths, texts
from app.cli.command import Group
from app.cli.output import make_streams_safe
from app.cli.session import Session, session_of
from app.cli.usage import usage_message
from app.errors import EnvironmentProblem, UserError

NAME = "four-changes"
DONE = 0
FOUND = 1
USER_MISTAKE = 2
ENVIRONMENT = 3
# What shells report of a program that was stopped with Ctrl-C.
INTERRUPTED = 130

_LARGEST_LOG = 1024 * 1024

program = Group(
    name=NAME,
    help="cli.program",
    no_args_is_help=True,
    members={
        "demo": "app.cli.demo:demo",
        "new": "app.cli.pilot:new",
        "profile": "app.cli.pilot:profile",
        "catalog": "app.cli.catalog:catalog",
        "library": "app.cli.library:library",
        "status": "app.cli.pilot:status",
        "answer": "app.cli.answer:answer",
        "evidence": "app.cli.evidence:evidence",
        "search": "app.cli.search:search",
        "standards": "app.cli.standards:standards",
        "numbers": "app.cli.standards:numbers",
        "bin": "app.cli.bin:bin_",
        "indicator": "app.cli.indicator:indicator",
        "requirement": "app.cli.own:requirement",
        "plan": "app.cli.plan:plan",
        "practice": "app.cli.practice:practice",
        "section": "app.cli.section:section",
        "template": "app.cli.template:template",
        "snapshot": "app.cli.snapshot:snapshot",
        "compare": "app.cli.snapshot:compare_",
        "check": "app.cli.checking:check",
        "report": "app.cli.report:report",
        "expert-scores": "app.cli.expert_scores:expert_scores",
        "handover": "app.cli.handover:handover",
        "submit": "app.cli.submit:submit",
        "verify": "app.cli.checking:verify",
        "history": "app.cli.history:history",
        "undo": "app.cli.history:undo",
        "backup": "app.cli.backups:backup",
        "restore": "app.cli.backups:restore",
    },
)


def run(arguments: Sequence[str], today: date) -> int:
    """Carry out one command line and give its exit code."""
    make_streams_safe()
    session = session_of(arguments, today)
    try:
        # Not program.main(), which ends the process in its own way when a pipe is closed.
        with program.make_context(NAME, list(arguments), obj=session) as context:
            code = program.invoke(context)
        sys.stdout.flush()
        return code or DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        return _tell(error.format_message(), USER_MISTAKE)
    except click.UsageError as error:
        return _tell(usage_message(error, session), USER_MISTAKE)
    except UserError as error:
        return _tell(texts.sentence(error, session.language), USER_MISTAKE)
    except EnvironmentProblem as error:
        return _tell(texts.sentence(error, session.language), ENVIRONMENT)
    except KeyboardInterrupt:
        _stop_counts_as_handled()
        return _tell(session.say("cli.interrupted"), INTERRUPTED)
    except OSError as error:
        if error.errno == errno.EPIPE:
            return _reader_left()
        return _unexpected(error, session)
    except Exception as error:
        return _unexpected(error, session)


def _stop_counts_as_handled() -> None:
    """Keep our own exit code after Ctrl-C.

    Ctrl-C in the middle of generated code (imports make some, for dataclasses) leaves a mark in
    the interpreter, with which it ends as killed whatever exit code we give. Running any source
    text takes the mark away.
    """
    exec("")


def _tell(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _reader_left() -> int:
    """Whoever reads our output has read enough; the interpreter must not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _unexpected(error: Exception, session: Session) -> int:
    """A fault of the program: the technical side goes into the log only."""
    file = paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8")
        record = logging.LogRecord(NAME, logging.ERROR, "", 0, "Unexpected error", (), None)
        record.exc_info = (type(error), error, error.__traceback__)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        handler.handle(record)
        handler.close()
    except OSError:
        return _tell(session.say("cli.internal-error-no-log", error=repr(error)), ENVIRONMENT)
    return _tell(session.say("cli.internal-error", path=file), ENVIRONMENT)

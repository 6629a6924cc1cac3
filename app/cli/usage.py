"""What to tell a person whose command line can't be understood."""

from __future__ import annotations

import click

from app.cli.command import UnexpectedArgument, UnknownCommand, argument_name
from app.cli.session import Session


def usage_message(error: click.UsageError, session: Session) -> str:
    """The sentence for a usage error, and where help is."""
    command = error.ctx.command_path if error.ctx else "four-changes"
    hint = session.say("cli.usage.hint", command=f"{command} --help")
    return f"{_sentence(error, session)}\n{hint}"


def _sentence(error: click.UsageError, session: Session) -> str:
    if isinstance(error, UnknownCommand):
        return session.say("cli.usage.unknown-command", name=error.name)
    if isinstance(error, UnexpectedArgument):
        return session.say("cli.usage.unexpected-argument", argument=error.argument)
    if isinstance(error, click.NoSuchOption):
        return session.say("cli.usage.unknown-option", option=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        key = "no-value-taken" if _is_flag(error) else "value-missing"
        return session.say(f"cli.usage.{key}", option=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _parameter_sentence(error, error.param, session)
    return session.say("cli.usage.wrong")


def _parameter_sentence(error: click.BadParameter, param: click.Parameter, session: Session) -> str:
    missing = isinstance(error, click.MissingParameter)
    if isinstance(param, click.Argument):
        key = "argument-missing" if missing else "bad-argument"
        return session.say(f"cli.usage.{key}", argument=argument_name(param, session))
    option = param.opts[0]
    if missing:
        return session.say("cli.usage.option-missing", option=option)
    if isinstance(param.type, click.Choice):
        choices = session.say("cli.usage.or").join(map(str, param.type.choices))
        return session.say("cli.usage.bad-choice", option=option, choices=choices)
    return session.say("cli.usage.bad-value", option=option)


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts
        for param in params
    )

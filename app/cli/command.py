"""Commands that speak the reader's language: click parses, help and errors are our own texts.

The `help` of a command or option is a key of the shared texts, looked up when it is shown, and so
is the `metavar` of an option that takes a free value.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from app.cli.layout import definitions, wrap
from app.cli.session import LANG, Session
from app.domain.vocabulary import LANGUAGES

_WIDEST = 100
_NARROWEST = 50

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class UnknownCommand(click.UsageError):
    """A word that should be a command and is none; `name` is the word."""

    def __init__(self, name: str, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name


class UnexpectedArgument(click.UsageError):
    """More arguments than the command takes; `argument` is the first of the rest."""

    def __init__(self, argument: str, ctx: click.Context) -> None:
        super().__init__(argument, ctx)
        self.argument = argument


class Command(click.Command):
    """A command with --lang and --help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            # Some errors of the parser don't say where they were found.
            error.ctx = error.ctx or ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise UnexpectedArgument(rest[0], ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        return help_page(self, ctx)


class Group(click.Group):
    """A command with further commands, each of which is imported when it is called.

    `members` gives the module and the variable in it of each command, as "module:variable".
    """

    def __init__(self, *args: Any, members: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.params.append(_language_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.members:
            return None
        module, variable = self.members[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), variable)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.members:
            raise UnknownCommand(args[0], ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return help_page(self, ctx)


def help_page(command: click.Command, ctx: click.Context) -> str:
    """Usage, explanation, options and commands in the reader's language."""
    session: Session = ctx.obj
    columns = max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)
    lines = [usage_line(command, ctx), "", *wrap(session.say(str(command.help)), columns), ""]
    if isinstance(command, Group):
        rows = [(name, session.say(f"{command.help}.{name}")) for name in command.members]
        lines += [session.say("cli.help.commands"), *definitions(rows, columns), ""]
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    rows = [(_option_term(option, session), _explain(option, session)) for option in options]
    lines += [session.say("cli.help.options"), *definitions(rows, columns)]
    return "\n".join(lines)


def usage_line(command: click.Command, ctx: click.Context) -> str:
    session: Session = ctx.obj
    pieces = [ctx.command_path]
    for param in command.get_params(ctx):
        if isinstance(param, click.Argument):
            pieces.append(argument_name(param, session) + ("…" if param.nargs == -1 else ""))
    if isinstance(command, Group):
        pieces.append(session.say("cli.help.command"))
    return session.say("cli.help.usage", line=" ".join([*pieces, session.say("cli.help.some")]))


def argument_name(argument: click.Argument, session: Session) -> str:
    """What stands for an argument in help and messages."""
    return session.say(f"cli.argument.{argument.name}")


def _option_term(option: click.Option, session: Session) -> str:
    names = ", ".join(option.opts)
    if option.is_flag or option.count:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} {'|'.join(map(str, option.type.choices))}"
    return f"{names} {session.say(str(option.metavar))}"


def _explain(option: click.Option, session: Session) -> str:
    if "--help" in option.opts:
        return session.say("cli.option.help")
    notes = [session.say(str(option.help))]
    if option.required:
        notes.append(session.say("cli.help.required"))
    if option.multiple:
        notes.append(session.say("cli.help.multiple"))
    return "".join(notes)


def _language_option() -> click.Option:
    # The value is found before parsing (app.cli.session); the parser only checks it.
    return click.Option(
        [LANG], type=click.Choice(LANGUAGES), expose_value=False, help="cli.option.lang"
    )


def workbook_argument(function: Decorated) -> Decorated:
    """The folder of the workbook that the command works on."""
    return click.argument("workbook", type=click.Path(path_type=Path))(function)


def json_option(function: Decorated) -> Decorated:
    """--json: the result as JSON instead of lines."""
    return click.option("--json", "as_json", is_flag=True, help="cli.option.json")(function)


def given(ctx: click.Context, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of those options that stand on the command line, so that "" can clear a field.

    Of one that may stand several times an empty value takes all away.
    """
    from_line = click.core.ParameterSource.COMMANDLINE
    values = {
        name: ctx.params[name] for name in names if ctx.get_parameter_source(name) is from_line
    }
    return {
        name: [one for one in value if one] if isinstance(value, tuple) else value
        for name, value in values.items()
    }

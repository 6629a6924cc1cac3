"""All commands of the program with those in groups."""

from collections.abc import Iterator

import click

from app.cli.program import program


def all_commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """The words that call a command, and the command; groups come before what is in them."""
    context = click.Context(program)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        yield (name,), command
        if isinstance(command, click.Group):
            for inner in command.list_commands(click.Context(command)):
                found = command.get_command(click.Context(command), inner)
                assert found is not None
                yield (name, inner), found

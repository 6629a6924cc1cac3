"""Errors that people may see; anything else that is raised is a bug of ours.

An error carries a code and parameters, never a sentence: the window and the command line look the
sentence up in the reader's language (`app.texts`).
"""


class WorkbookError(Exception):
    """Something a person has to be told. `code` names the sentence, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({details})"


class UserError(WorkbookError):
    """The user asked for something that can't be done as asked (exit code 2)."""


class EnvironmentProblem(WorkbookError):
    """Disk, rights or files around us are not as needed (exit code 3)."""


class Cancelled(Exception):
    """The user stopped a long task; nothing of it has been kept."""

"""The errors that may leave zhibiao, each one sentence with its exit code; nothing else may escape."""

from normalizers.printable import printable
from pipeline.language import tr


class ZhibiaoError(Exception):
    """Base of all: what went wrong, where, and the way out, in one sentence.

    `message` is the sentence with places for its `figures`, of which `what` is itself a phrase; `str()` says it in
    English. File names and the like in it steer no terminal.
    """

    exit_code = 1

    def __init__(self, message: str, **figures: object) -> None:
        super().__init__(printable(message.format(**figures)))
        self.message = message
        self.figures = figures

    @property
    def told(self) -> str:
        """The sentence in the language at hand."""
        said = {key: tr(str(value)) if key == "what" else value for key, value in self.figures.items()}
        return printable(tr(self.message, **said))


class InputMissingError(ZhibiaoError):
    """The file is not there or is no file."""

    exit_code = 3


class InputUnreadableError(ZhibiaoError):
    """The file is there and cannot be read as a notice: empty, unknown format, unknown encoding."""

    exit_code = 4


class LimitExceededError(InputUnreadableError):
    """The file has more of something than any notice: see `pipeline.readers.limits`."""


class OutputFailedError(ZhibiaoError):
    """The result cannot be written where it was asked for."""

    exit_code = 5


class ExtraMissingError(ZhibiaoError):
    """What was asked for needs a package that is not installed."""

    exit_code = 2

"""The errors that may leave zhibiao, each one sentence with its exit code; nothing else may escape."""


class ZhibiaoError(Exception):
    """Base of all: what went wrong, where, and the way out, in one sentence."""

    exit_code = 1


class InputMissingError(ZhibiaoError):
    """The file is not there or is no file."""

    exit_code = 3


class InputUnreadableError(ZhibiaoError):
    """The file is there and cannot be read as a notice: empty, unknown format, unknown encoding."""

    exit_code = 4


class OutputFailedError(ZhibiaoError):
    """The result cannot be written where it was asked for."""

    exit_code = 5


class ExtraMissingError(ZhibiaoError):
    """What was asked for needs a package that is not installed."""

    exit_code = 2

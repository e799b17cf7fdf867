"""Results on their way out: bytes to stdout as they are, files whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from pipeline.errors import OutputFailedError


def write(content: str | bytes, output: Path | None) -> None:
    """Write to stdout, or to a file whole or not at all; text is UTF-8. OutputFailedError says why it cannot be."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(output, data)
    except OSError as error:
        raise OutputFailedError(
            "{output}: the result cannot be written there ({reason}); nothing was changed",
            output=output,
            reason=error.strerror,
        ) from error


def _replace(output: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=".zhibiao-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

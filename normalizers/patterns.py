"""Patterns that are compiled when they are first asked: long ones, and tables of them, for which no start need wait.

Asking one costs a little more each time, so the short ones that each line is asked are compiled at once.
"""

from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    import regex

#: What the code asks of a pattern. Each becomes the late pattern's own once it is compiled.
_ASKED: Final = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "flags")


class Late:
    """A pattern's source, which stands for the compiled pattern; an error in it is raised when it is first asked."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- what a pattern answers differs by what it is asked
        if name not in _ASKED:
            raise AttributeError(name)
        import regex

        compiled = regex.compile(self.pattern, self._flags)
        vars(self).update({asked: getattr(compiled, asked) for asked in _ASKED})
        return vars(self)[name]


def late_pattern(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """Return a pattern that is compiled when it is first asked."""
    return cast("regex.Pattern[str]", Late(source, flags))

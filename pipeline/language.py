"""English and Chinese for what a person reads: gettext catalogues, chosen by --lang, ZHIBIAO_LANG or the locale.

English words are the message ids. JSON and everything else for machines is English whatever the language, so that the
same file gives the same bytes on every machine; a library call says English unless it is told otherwise.
"""

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
DOMAIN: Final = "zhibiao"
#: Where a system says its language, the strongest first.
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

_language: ContextVar[Language] = ContextVar("language", default="en")


def folder() -> str:
    """Return the folder of the catalogues."""
    return str(files("pipeline").joinpath("locale"))


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, folder(), [language], fallback=True)


def tr(message: str, **figures: object) -> str:
    """Say a message in the language at hand, its figures put in."""
    said = _catalogue(_language.get()).gettext(message) if message else ""
    return said.format(**figures) if figures else said


def mark(message: str) -> str:
    """Mark a message for the catalogues that is said later, by `tr`."""
    return message


@contextmanager
def using(language: Language) -> Iterator[None]:
    """Say everything in a language within a block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def choose(language: Language) -> None:
    """Say everything in a language from here on."""
    _language.set(language)


def wanted(arguments: Sequence[str]) -> Language:
    """Return the language that a command line, ZHIBIAO_LANG or the locale asks for; English where none does."""
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            return _known(arguments[i + 1] if i + 1 < len(arguments) else "")
        if argument.startswith("--lang="):
            return _known(argument.partition("=")[2])
    if os.environ.get("ZHIBIAO_LANG"):
        return _known(os.environ["ZHIBIAO_LANG"])
    return _known(next((os.environ[name] for name in _LOCALES if os.environ.get(name)), ""))


def _known(name: str) -> Language:
    return "zh" if name.lower().startswith("zh") else "en"

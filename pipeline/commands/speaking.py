"""Help texts, and click's own words, in the language at hand."""

import gettext
import os
from collections.abc import Iterator

import click

from pipeline.language import DOMAIN, Language, folder, tr


def speak(command: click.Command, language: Language) -> None:
    """Put a command's help, and that of all below it, into the language at hand; click's words too."""
    gettext.bindtextdomain(DOMAIN, folder())
    gettext.textdomain(DOMAIN)  # click asks the process's domain for its words
    os.environ["LANGUAGE"] = language
    for each in commands_of(command):
        each.help = said(each.help)
        each.epilog = said(each.epilog)
        for option in each.params:
            if isinstance(option, click.Option):
                option.help = said(option.help)


def commands_of(command: click.Command) -> Iterator[click.Command]:
    """Yield a command and all below it."""
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from commands_of(below)


def message_of(text: str) -> str:
    """Return a help text as a message id: paragraphs on one line each."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def said(text: str | None) -> str | None:
    """Say a help text in the language at hand."""
    return None if text is None else tr(message_of(text))

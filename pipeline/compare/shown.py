"""A comparison written out: for a terminal, as Markdown, as a page, as JSON."""

import json
from collections.abc import Callable
from html import escape
from typing import Any, Final

from normalizers.printable import escaped, printable
from pipeline.compare.changes import Change, Comparison
from pipeline.compare.telling import headline, is_text, summary
from pipeline.compare.words import Piece, pieces
from pipeline.language import using

Mark = Callable[[Piece], str]


def _plain(piece: Piece) -> str:
    return {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}[piece.op].format(piece.words)


def _markdown(piece: Piece) -> str:
    words = _md(piece.words)
    return {"same": words, "gone": f"~~{words}~~", "new": f"**{words}**"}[piece.op]


def _html(piece: Piece) -> str:
    words = escape(printable(piece.words))
    return {"same": words, "gone": f"<del>{words}</del>", "new": f"<ins>{words}</ins>"}[piece.op]


def _md(words: str) -> str:
    """Keep a document's own signs from being read as Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in printable(words))


def marked(change: Change, mark: Mark) -> str:
    """Return a changed text with what went and what came marked in it."""
    return "".join(mark(piece) for piece in pieces(change.before or "", change.after or ""))


def as_text(made: Comparison) -> str:
    """Write the summary and a line for each change."""
    lines = [summary(made), *(f"  {headline(change)}{_below(change)}" for change in made.changes)]
    return "".join("\n".join(map(printable, line.split("\n"))) + "\n" for line in lines)


def _below(change: Change) -> str:
    return "\n      " + marked(change, _plain).replace("\n", "\n      ") if is_text(change) else ""


def as_markdown(made: Comparison) -> str:
    """Write a list."""
    lines = [f"# {_md(made.old.name)} → {_md(made.new.name)}", "", _md(summary(made)), ""]
    for change in made.changes:
        lines.append(f"- {_md(headline(change))}")
        if is_text(change):
            lines.append("  " + marked(change, _markdown).replace("\n", " "))
    return "\n".join(lines) + "\n"


_PAGE: Final = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.6 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }}
del {{ background: #fdd }}
ins {{ background: #dfd; text-decoration: none }}
</style></head>
<body><h1>{title}</h1><p>{summary}</p>
<ul>
{changes}</ul>
</body></html>
"""


def as_html(made: Comparison) -> str:
    """Write a page that stands by itself; every word of a document is escaped."""
    rows = "".join(
        f"<li>{escape(printable(headline(c)))}{f'<br>{marked(c, _html)}' if is_text(c) else ''}</li>\n"
        for c in made.changes
    )
    title = escape(printable(f"{made.old.name} → {made.new.name}"))
    return _PAGE.format(title=title, summary=escape(printable(summary(made))), changes=rows)


def as_json(made: Comparison) -> str:
    """Write the counts and every change with the ids of its items, in English whatever the language."""
    with using("en"):
        return _json(made)


def _json(made: Comparison) -> str:
    told: dict[str, Any] = {
        "old": made.old.name,
        "new": made.new.name,
        "paired": made.paired,
        "summary": summary(made),
        "changes": [_change(change) for change in made.changes],
    }
    return escaped(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def _change(change: Change) -> dict[str, Any]:
    ids = {
        "old": [e.id for e in (change.old, *(change.others if change.kind == "merged" else ())) if e is not None],
        "new": [e.id for e in (change.new, *(change.others if change.kind == "split" else ())) if e is not None],
    }
    return {"kind": change.kind, "field": change.field or None, **ids, "before": change.before, "after": change.after,
            "told": headline(change)}  # fmt: skip

"""The parts of a Word file and how they are related (ECMA-376 part 2): only those that are asked for are parsed."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Final, NamedTuple

from lxml import etree

from pipeline.readers.word.alternatives import decide, is_twofold

Element = etree._Element

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: The strict variant of the format writes other names for the same things.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip


class Relation(NamedTuple):
    """What a part is related to: the kind's last word (`footer`), an address or the name of a part."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Part:
    """A part of an open package."""

    archive: zipfile.ZipFile
    name: str

    @cached_property
    def root(self) -> Element:
        """Return its XML; KeyError or XMLSyntaxError where it is missing or broken."""
        return parsed(self.content)

    @cached_property
    def content(self) -> bytes:
        """Return its bytes; KeyError where it is missing."""
        return self.archive.read(self.name)

    @cached_property
    def relations(self) -> dict[str, Relation]:
        """Return what it is related to, by id."""
        folder, file = posixpath.split(self.name)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.archive.namelist():
            return {}
        found = parsed(self.archive.read(name)).iterchildren(_RELATION)
        return {r.get("Id") or "": _relation(folder, r) for r in found}

    def related(self, *kinds: str) -> Iterator["Part"]:
        """Yield the parts of the package that it is related to in one of these ways."""
        for relation in self.relations.values():
            if relation.kind in kinds and not relation.external:
                yield Part(self.archive, relation.target)


def main_part(data: bytes) -> Part:
    """Return the part that holds a file's text; KeyError where the package has none."""
    package = Part(zipfile.ZipFile(BytesIO(data)), "")
    main = next(package.related("officeDocument"), None)
    if main is None:
        raise KeyError("officeDocument")
    return main


def parsed(content: bytes) -> Element:
    """Return the tree of a part's XML, whichever variant of the format it is; XMLSyntaxError where it is broken.

    What it holds for several programs stands there once.
    """
    for strict, usual in _STRICT:
        content = content.replace(strict, usual) if b"purl.oclc.org" in content else content
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(content, parser)
    if is_twofold(content):
        decide(root)
    return root


def _relation(folder: str, element: Element) -> Relation:
    kind, target = posixpath.basename(element.get("Type") or ""), element.get("Target") or ""
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, target, external)

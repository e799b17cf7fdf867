"""Who leads by where it stands: a note or a header says that the first body of each list is in the lead."""

from collections.abc import Callable, Iterator
from typing import Final

from extractors.first_leads import of_all_below, says_first_leads
from pipeline.models import Item, Scheme, Unit

#: So many bodies are a list; one by itself has nobody to lead.
_LIST: Final = 2
#: By scheme id, the words that say so and in how many lists the first body was read as the lead.
Leads = dict[str, tuple[str, int]]


def with_leads(schemes: tuple[Scheme, ...], elsewhere: Iterator[str]) -> tuple[tuple[Scheme, ...], Leads]:
    """Return the schemes with the first body of each list in the lead where the notice says that it is.

    `elsewhere` are texts outside of the schemes, which speak for all of them.
    """
    leads: Leads = {}
    general = next(filter(says_first_leads, elsewhere), None)
    return tuple(_with_leads(scheme, general, leads) for scheme in schemes), leads


def _with_leads(scheme: Scheme, general: str | None, leads: Leads) -> Scheme:
    if any(column.role == "lead" for column in scheme.columns):
        return scheme
    headers = [column.header for column in scheme.columns if column.role == "responsible"]
    said = general or next(filter(says_first_leads, [*headers, *scheme.notes]), None)

    def change(item: Item) -> Item:
        nonlocal said
        own = next(filter(says_first_leads, _notes(item)), None)
        said = own if own is not None and of_all_below(own) else said
        words = own or said
        changed = _first_leads(item.responsible) if words is not None else None
        if words is None or changed is None:
            return item
        leads[scheme.id] = (leads[scheme.id][0] if scheme.id in leads else words, leads.get(scheme.id, ("", 0))[1] + 1)
        return item.model_copy(update={"responsible": changed})

    items = tuple(_each(item, change) for item in scheme.items)
    return scheme.model_copy(update={"items": items}) if scheme.id in leads else scheme


def _each(item: Item, change: Callable[[Item], Item]) -> Item:
    """Change an item and then what is below it, in document order."""
    changed = change(item)
    children = tuple(_each(child, change) for child in item.children)
    same = all(new is old for new, old in zip(children, item.children, strict=True))
    return changed if same else changed.model_copy(update={"children": children})


def _notes(item: Item) -> Iterator[str]:
    """Yield what an item says of how its list is meant: words beside its units, its remarks, its text."""
    yield from item.extra.values()
    yield from filter(None, (item.remarks, item.requirement))


def _first_leads(units: tuple[Unit, ...]) -> tuple[Unit, ...] | None:
    """Return the bodies with the first of those that are responsible in the lead; None where roles are stated."""
    asked = [at for at, unit in enumerate(units) if unit.role == "responsible"]
    if any(unit.role == "lead" for unit in units) or len(asked) < _LIST:
        return None
    lead = units[asked[0]].model_copy(update={"role": "lead", "basis": "inherited"})
    return (*units[: asked[0]], lead, *units[asked[0] + 1 :])

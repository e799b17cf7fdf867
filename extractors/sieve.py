"""Which forms of a table can match a text: those of whose signs it has what they need."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, Protocol, TypeVar


class Needing(Protocol):
    """A form that matches only where one of the characters that it `needs` stands, and one that it needs `besides`."""

    @property
    def needs(self) -> str: ...  # noqa: D102

    @property
    def besides(self) -> str: ...  # noqa: D102


F = TypeVar("F", bound=Needing)


class Sieve(Generic[F]):
    """A table's forms, sieved for one text after the other.

    What a text has of all the table's signs decides it; most texts have one of few such sets, so what each lets through
    is remembered.
    """

    def __init__(self, forms: Iterable[F]) -> None:
        self._forms = tuple(forms)
        self._signs = frozenset(sign for form in self._forms for sign in form.needs + form.besides)
        self._let_through = lru_cache(maxsize=1024)(self._sieve)

    def of(self, folded: str) -> tuple[F, ...]:
        """Return the forms that can match a folded text, in the table's order."""
        return self._let_through(self._signs.intersection(folded))

    def _sieve(self, held: frozenset[str]) -> tuple[F, ...]:
        return tuple(f for f in self._forms if not (held.isdisjoint(f.needs) or held.isdisjoint(f.besides)))

"""Notices into a database, each in one transaction; the same notice again changes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, Self

from pipeline.errors import ExtraMissingError, OutputFailedError
from pipeline.models import Notice

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Loaded = Literal["added", "replaced", "unchanged"]


class Store:
    """A database of notices at a SQLAlchemy URL; to be closed, or used as a context.

    ExtraMissingError where SQLAlchemy or the database's driver is not installed, OutputFailedError where the database
    cannot be reached or written, or holds tables of another version.
    """

    def __init__(self, url: str) -> None:
        self._engine, self._shown = _engine(url)
        try:
            with _told(self._shown), self._engine.begin() as connection:
                _prepare(connection, self._shown)
        except BaseException:
            self.close()  # nobody gets to use a store that could not be opened
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def holds(self, sha256: str) -> bool:
        """Whether the notice of a file with this content is stored."""
        from pipeline.store.schema import NOTICES

        asked = NOTICES.select().with_only_columns(NOTICES.c.id).where(NOTICES.c.id == sha256)
        with _told(self._shown), self._engine.connect() as connection:
            return connection.execute(asked).first() is not None

    def load(self, notice: Notice) -> Loaded:
        """Store a notice, in place of what an earlier version read from the same file."""
        from pipeline.store.rows import digest
        from pipeline.store.schema import NOTICES

        known = NOTICES.select().with_only_columns(NOTICES.c.digest).where(NOTICES.c.id == notice.source.sha256)
        with _told(self._shown), self._engine.begin() as connection:
            before = connection.execute(known).scalar_one_or_none()
            if before == digest(notice):
                return "unchanged"
            if before is not None:
                _remove(connection, notice.source.sha256)
            _add(connection, notice)
        return "added" if before is None else "replaced"


def _engine(url: str) -> "tuple[Engine, str]":
    """Return the engine, and the URL as it may be shown: without its password."""
    try:
        from sqlalchemy import create_engine, make_url
        from sqlalchemy.exc import ArgumentError, NoSuchModuleError
    except ImportError:
        raise ExtraMissingError("a database needs SQLAlchemy; install it with `pip install 'zhibiao[sql]'`") from None
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise OutputFailedError(
            "{url}: this is no address of a database; write one like sqlite:///schemes.db", url=url
        ) from None
    shown = parsed.render_as_string(hide_password=True)
    try:
        return create_engine(parsed), shown
    except NoSuchModuleError:
        raise OutputFailedError("{url}: SQLAlchemy knows no database of this kind", url=shown) from None
    except ModuleNotFoundError as error:
        raise ExtraMissingError(
            "{url}: the database's driver {driver} is not installed; install it with pip", url=shown, driver=error.name
        ) from None


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Say what a database refuses in one sentence."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise OutputFailedError("{url}: the database refuses ({reason})", url=shown, reason=reason) from error


def _prepare(connection: "Connection", shown: str) -> None:
    from sqlalchemy import inspect

    from pipeline.store.schema import ABOUT, METADATA, STORE_VERSION

    names = set(inspect(connection).get_table_names())
    if ABOUT.name not in names and names & set(METADATA.tables):
        raise OutputFailedError("{url}: tables of these names are there and are not zhibiao's", url=shown)
    METADATA.create_all(connection)
    found = connection.execute(ABOUT.select()).scalar_one_or_none()
    if found is None:
        connection.execute(ABOUT.insert().values(version=STORE_VERSION))
    elif found != STORE_VERSION:
        raise OutputFailedError(
            "{url}: the store is of version {found}, this program writes {version}; load into a new one",
            url=shown,
            found=found,
            version=STORE_VERSION,
        )


def _remove(connection: "Connection", notice_id: str) -> None:
    from pipeline.store.schema import BELONGING, NOTICES

    for table in reversed(BELONGING):
        connection.execute(table.delete().where(table.c.notice_id == notice_id))
    connection.execute(NOTICES.delete().where(NOTICES.c.id == notice_id))


def _add(connection: "Connection", notice: Notice) -> None:
    from pipeline.store.rows import notice_row, rows
    from pipeline.store.schema import BELONGING, NOTICES

    connection.execute(NOTICES.insert().values(notice_row(notice)))
    made = rows(notice)
    for table in BELONGING:
        if made[table.name]:
            connection.execute(table.insert(), made[table.name])

"""A ledger in a PostgreSQL database, shared by a team."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import URL, Connection, Engine, create_engine, text

from fogline.errors import LedgerDamaged, LedgerError, LedgerLocked, LedgerReadOnly

# Any number will do, as long as every Fogline takes the same: "fogline" in ASCII.
WRITE_LOCK = 0x666F676C696E65

GUARDS = (
    """CREATE FUNCTION fogline_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$""",
    """CREATE FUNCTION fogline_chain() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE last record;
       BEGIN
         SELECT seq, hash INTO last FROM entries ORDER BY seq DESC LIMIT 1;
         IF NEW.seq IS DISTINCT FROM coalesce(last.seq, 0) + 1
            OR NEW.previous_hash IS DISTINCT FROM coalesce(last.hash, repeat('0', 64)) THEN
           RAISE EXCEPTION 'the entry does not continue the chain';
         END IF;
         RETURN NEW;
       END $$""",
    "CREATE TRIGGER entries_kept BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION fogline_refuse()",
    "CREATE TRIGGER entries_whole BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION fogline_refuse()",
    "CREATE TRIGGER entries_chained BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION fogline_chain()",
    "CREATE TRIGGER captures_kept BEFORE UPDATE OR DELETE ON captures FOR EACH ROW EXECUTE FUNCTION fogline_refuse()",
    "CREATE TRIGGER captures_whole BEFORE TRUNCATE ON captures FOR EACH STATEMENT EXECUTE FUNCTION fogline_refuse()",
)


class Postgres:
    """A database reached by URL, through psycopg 3."""

    name: ClassVar[str] = "postgresql"
    lasting = True

    def __init__(self, url: URL, read_only: bool, wait_s: float) -> None:
        self._url = url.set(drivername="postgresql+psycopg")
        self._read_only = read_only
        self._wait_s = wait_s
        # A password may stand in the query too, where SQLAlchemy shows it.
        self.place = url.set(query={}).render_as_string(hide_password=True)

    def check(self, create: bool) -> None:
        """Nothing can be told before connecting; ``migrations`` looks at the tables."""

    def engine(self) -> Engine:
        arguments: dict[str, object] = {"connect_timeout": max(2, int(self._wait_s))}
        if self._read_only:
            # What the URL says in ?options= would be lost beside ours.
            given = self._url.query.get("options", "")
            given = given if isinstance(given, str) else " ".join(given)
            arguments["options"] = f"{given} -c default_transaction_read_only=on".strip()
        try:
            return create_engine(self._url, connect_args=arguments, pool_pre_ping=True, max_overflow=20)
        except ImportError as error:
            raise LedgerError(
                f"The ledger {self.place} needs psycopg. Install it with: pip install 'fogline[postgres]'"
            ) from error

    def begin_read(self, connection: Connection) -> None:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))

    def begin_write(self, connection: Connection) -> None:
        connection.execute(text(f"SET LOCAL lock_timeout = {int(self._wait_s * 1000)}"))
        connection.execute(text("SET LOCAL synchronous_commit = on"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})

    def guard(self, connection: Connection) -> None:
        for statement in GUARDS:
            connection.exec_driver_sql(statement.replace("%", "%%"))

    def own_tables(self, connection: Connection) -> list[str]:
        found = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"))
        return [name for (name,) in found]

    def damage(self, connection: Connection) -> str | None:
        """PostgreSQL reports damaged pages when they are read, and ``verify`` reads them all."""
        return None

    def translated(self, error: BaseException) -> LedgerError:
        state = getattr(error, "sqlstate", None)
        said = " ".join(str(error).split())
        match state:
            case None if type(error).__name__ in ("OperationalError", "ConnectionTimeout"):
                return LedgerError(f"The ledger {self.place} cannot be reached: {said}")
            case str() if state.startswith(("08", "28", "3D", "57P")):
                return LedgerError(f"The ledger {self.place} cannot be reached: {said}")
            case "55P03":
                return LedgerLocked(
                    f"The ledger {self.place} is being written to by another program; waited {self._wait_s:g} s. Try again when it is done."
                )
            case "25006" | "42501":
                return LedgerReadOnly(f"The ledger {self.place} can be read but not written: {said}")
            case "53100":
                return LedgerError(
                    f"Disk full: the ledger {self.place} could not grow. Nothing acknowledged is lost. Free space and repeat."
                )
            case "XX001" | "XX002":
                return LedgerDamaged(
                    f"The database under {self.place} is damaged ({said}). Keep it as it is, and restore a backup."
                )
        return LedgerError(f"The ledger {self.place} refused: {said}")

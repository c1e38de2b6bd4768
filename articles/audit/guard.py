"""What keeps the rows of the audit log as they are: triggers, so that no code of ours and no
shell can change or remove one without first taking these away."""

TABLE = "articles_auditentry"
SAYS = "the audit log is only added to"
_POSTGRES = (
    f"""
    CREATE FUNCTION {TABLE}_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{SAYS}'; END $$
    """,
    f"""
    CREATE TRIGGER {TABLE}_rows BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_stays()
    """,
    f"""
    CREATE TRIGGER {TABLE}_all BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_stays()
    """,
)
_SQLITE = (
    *(
        f"""
        CREATE TRIGGER {TABLE}_{what.lower()} BEFORE {what} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{SAYS}'); END
        """
        for what in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE takes a row away without asking the triggers for that.
    f"""
    CREATE TRIGGER {TABLE}_insert BEFORE INSERT ON {TABLE}
    WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{SAYS}'); END
    """,  # noqa: S608 - both names are constants
)
_AWAY = {
    "postgresql": (
        f"DROP TRIGGER IF EXISTS {TABLE}_rows ON {TABLE}",
        f"DROP TRIGGER IF EXISTS {TABLE}_all ON {TABLE}",
        f"DROP FUNCTION IF EXISTS {TABLE}_stays()",
    ),
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS {TABLE}_{what}" for what in ("update", "delete", "insert")
    ),
}


def protection(vendor: str) -> tuple[str, ...]:
    """The statements that protect the table; `vendor` as a connection names itself."""
    return {"postgresql": _POSTGRES, "sqlite": _SQLITE}[vendor]


def removal(vendor: str) -> tuple[str, ...]:
    """The statements that take the protection away."""
    return _AWAY[vendor]

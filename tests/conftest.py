"""Fixtures of several rooms: an empty record of each kind."""

import os
import uuid

import pytest
from sqlalchemy import create_engine, make_url

POSTGRESQL = "COUNTERCLAIM_TEST_POSTGRESQL"


@pytest.fixture(params=["sqlite", "postgresql"])
def record_url(request, tmp_path):
    """The address of a record that does not exist yet: a file, and a new database of the server that the environment names."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    server = os.environ.get(POSTGRESQL)
    if not server:
        pytest.skip(f"{POSTGRESQL} names no server (postgresql://USER@HOST/DATABASE)")
    url = make_url(server).set(drivername="postgresql+psycopg")
    name = f"counterclaim_{uuid.uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield url.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()

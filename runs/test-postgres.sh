#!/bin/sh
# Run the ledger's tests on a throw-away PostgreSQL cluster, and take it away again.
#
# Needs Debian's package "postgresql" (or the programs' folder in PG_BIN) and
# installs nothing. Data live in a temporary folder; the server listens on a
# free loopback port only, and no cluster of the machine's own is touched.
# Arguments go to pytest: runs/test-postgres.sh -k chain
set -eu
cd "$(dirname "$0")/.."

PG_BIN=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)}
if [ -z "$PG_BIN" ] || [ ! -x "$PG_BIN/initdb" ]; then
    echo "No PostgreSQL programs in /usr/lib/postgresql/*/bin. Install Debian's 'postgresql', or set PG_BIN to their folder." >&2
    exit 2
fi
PYTHON=${PYTHON:-.venv/bin/python}
[ -x "$PYTHON" ] || PYTHON=python3

work=$(mktemp -d /tmp/fogline-postgres.XXXXXX)
# initdb refuses to run as root: then the postgres user, which the package makes, does it.
if [ "$(id -u)" = 0 ]; then
    chown postgres "$work"
    as() { (cd "$work" && runuser -u postgres -- "$@"); }
else
    as() { (cd "$work" && "$@"); }
fi
stop() {
    [ ! -f "$work/data/postmaster.pid" ] || as "$PG_BIN/pg_ctl" -D "$work/data" -m immediate -s stop || true
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

port=$("$PYTHON" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as "$PG_BIN/initdb" -D "$work/data" -U fogline --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$work/initdb.log" || { cat "$work/initdb.log" >&2; exit 1; }
as "$PG_BIN/pg_ctl" -D "$work/data" -s -w -l "$work/server.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work" start || { cat "$work/server.log" >&2; exit 1; }

echo "PostgreSQL from $PG_BIN on 127.0.0.1:$port"
FOGLINE_TEST_POSTGRES="postgresql://fogline@127.0.0.1:$port/postgres" "$PYTHON" -m pytest tests/ledger "$@"

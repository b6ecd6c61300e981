/**
 * The schema's history: one string a step, applied in order, never edited once released. SQLite's
 * `user_version` counts the steps that a database has had.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE checks (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;
  CREATE INDEX checks_by_subject ON checks (kind, subject, checked_at DESC, id DESC);
  `,
  `
  CREATE TABLE outside_calls (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    tenant_id TEXT,
    api TEXT NOT NULL,
    call TEXT NOT NULL,
    outcome TEXT NOT NULL,
    milliseconds INTEGER NOT NULL,
    request_id TEXT
  ) STRICT;
  CREATE TRIGGER outside_calls_are_never_changed BEFORE UPDATE ON outside_calls
  BEGIN SELECT RAISE(ABORT, 'outside_calls is append-only'); END;

  CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    tenant_id TEXT,
    name TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    schema TEXT NOT NULL,
    finished INTEGER NOT NULL CHECK (finished IN (0, 1))
  ) STRICT;
  CREATE INDEX snapshots_by_tenant ON snapshots (tenant, taken_at DESC, id DESC);
  CREATE TABLE snapshot_sources (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    PRIMARY KEY (snapshot_id, source)
  ) STRICT;
  CREATE TABLE snapshot_parts (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    part INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (snapshot_id, source, part)
  ) STRICT;
  `,
  `
  CREATE TABLE tlsa_sets (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    records TEXT NOT NULL CHECK (json_valid(records)),
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tlsa_sets_by_owner ON tlsa_sets (kind, owner, id DESC);
  `,
];

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
  `
  CREATE TABLE readiness_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    snapshot_id INTEGER REFERENCES snapshots (id) ON DELETE SET NULL,
    taken_at TEXT NOT NULL,
    evaluated_at TEXT NOT NULL,
    baseline TEXT,
    UNIQUE (tenant, baseline)
  ) STRICT;
  CREATE INDEX readiness_runs_by_tenant ON readiness_runs (tenant, evaluated_at DESC, id DESC);
  CREATE INDEX readiness_runs_by_snapshot ON readiness_runs (snapshot_id);
  CREATE TABLE readiness_results (
    run_id INTEGER NOT NULL REFERENCES readiness_runs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    subject TEXT,
    status TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (run_id, position)
  ) STRICT;
  CREATE TABLE readiness_waivers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    rule TEXT NOT NULL,
    subject TEXT,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL,
    until TEXT NOT NULL
  ) STRICT;
  CREATE INDEX readiness_waivers_by_tenant ON readiness_waivers (tenant);
  CREATE TABLE checklist_progress (
    tenant TEXT NOT NULL,
    checklist TEXT NOT NULL,
    subject TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (tenant, checklist, subject)
  ) STRICT;
  `,
];

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
];

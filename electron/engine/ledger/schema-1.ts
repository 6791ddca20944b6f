import { itemStates } from '../../shared/item-states.ts'

const states = itemStates.map((state) => `'${state}'`).join(', ')

/** The first schema of the ledger. A change of it is a new migration, never an edit of this text. */
export const schema1 = `
CREATE TABLE ledger_facts (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE folders (
  id   TEXT PRIMARY KEY,
  path TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  revision           INTEGER NOT NULL DEFAULT 0,
  folder_id          TEXT NOT NULL REFERENCES folders (id),
  path               TEXT NOT NULL,
  -- The path whose spelling gave entity and media type; differs from path after a rename, until read again.
  read_path          TEXT,
  -- 1 while this is the content that lies at the path now.
  is_current         INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  file_key           TEXT NOT NULL,
  size_bytes         INTEGER NOT NULL CHECK (size_bytes >= 0),
  modified_at_ms     INTEGER NOT NULL,
  first_seen_at_ms   INTEGER NOT NULL,
  changed_at_ms      INTEGER NOT NULL,
  state              TEXT NOT NULL CHECK (state IN (${states})),
  sha256             TEXT CHECK (length(sha256) = 64),
  family             TEXT,
  entity_id          TEXT,
  media_type         TEXT,
  read_by            TEXT CHECK (read_by IN ('rule', 'person')),
  rule_id            TEXT,
  findings           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  reason             TEXT,
  failure_code       TEXT,
  failure_detail     TEXT,
  attempt_count      INTEGER NOT NULL DEFAULT 0,
  next_attempt_at_ms INTEGER,
  uploaded_at_ms     INTEGER,
  -- The item whose path this content took over.
  replaces           INTEGER REFERENCES items (id)
) STRICT;

CREATE UNIQUE INDEX items_current_path ON items (folder_id, path) WHERE is_current = 1;
CREATE INDEX items_file_key ON items (file_key) WHERE is_current = 1;
CREATE INDEX items_content ON items (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX items_state ON items (state);
CREATE INDEX items_state_changed ON items (state, changed_at_ms);
CREATE INDEX items_changed ON items (changed_at_ms);
CREATE INDEX items_lane ON items (entity_id) WHERE state IN ('approved', 'retry_wait', 'uploading');

CREATE TABLE item_counts (
  folder_id TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN (${states})),
  count     INTEGER NOT NULL,
  PRIMARY KEY (folder_id, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER items_count_insert AFTER INSERT ON items BEGIN
  INSERT INTO item_counts VALUES (NEW.folder_id, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER items_count_update AFTER UPDATE OF state, folder_id ON items
WHEN OLD.state IS NOT NEW.state OR OLD.folder_id IS NOT NEW.folder_id BEGIN
  UPDATE item_counts SET count = count - 1 WHERE folder_id = OLD.folder_id AND state = OLD.state;
  INSERT INTO item_counts VALUES (NEW.folder_id, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER items_never_deleted BEFORE DELETE ON items BEGIN
  SELECT RAISE(ABORT, 'items are never deleted');
END;

CREATE VIRTUAL TABLE item_search USING fts5 (
  path, entity_id, media_type, content = 'items', content_rowid = 'id', tokenize = 'trigram', detail = 'full'
);
-- An item enters the index with its first change, soon after its insert: so most are indexed once and not twice.
CREATE TRIGGER items_search_first AFTER UPDATE ON items WHEN OLD.revision = 0 AND NEW.revision = 1 BEGIN
  INSERT INTO item_search (rowid, path, entity_id, media_type)
    VALUES (NEW.id, NEW.path, NEW.entity_id, NEW.media_type);
END;
CREATE TRIGGER items_search_update AFTER UPDATE OF path, entity_id, media_type ON items
WHEN OLD.revision > 0 AND
  (OLD.path IS NOT NEW.path OR OLD.entity_id IS NOT NEW.entity_id OR OLD.media_type IS NOT NEW.media_type) BEGIN
  INSERT INTO item_search (item_search, rowid, path, entity_id, media_type)
    VALUES ('delete', OLD.id, OLD.path, OLD.entity_id, OLD.media_type);
  INSERT INTO item_search (rowid, path, entity_id, media_type)
    VALUES (NEW.id, NEW.path, NEW.entity_id, NEW.media_type);
END;

CREATE TABLE attempts (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id        INTEGER NOT NULL REFERENCES items (id),
  number         INTEGER NOT NULL,
  started_at_ms  INTEGER NOT NULL,
  finished_at_ms INTEGER,
  duration_ms    INTEGER,
  url            TEXT NOT NULL,
  body_form      TEXT NOT NULL CHECK (body_form IN ('multipart', 'json')),
  sent_name      TEXT NOT NULL UNIQUE,
  entity_id      TEXT NOT NULL,
  media_type     TEXT NOT NULL,
  sha256         TEXT NOT NULL,
  size_bytes     INTEGER NOT NULL,
  outcome        TEXT NOT NULL DEFAULT 'in_flight',
  http_status    INTEGER,
  answer_code    TEXT,
  answer_message TEXT,
  UNIQUE (item_id, number)
) STRICT;
CREATE INDEX attempts_in_flight ON attempts (item_id) WHERE outcome = 'in_flight';
CREATE TRIGGER attempts_settled_once BEFORE UPDATE ON attempts WHEN OLD.outcome <> 'in_flight' BEGIN
  SELECT RAISE(ABORT, 'a settled attempt is never changed');
END;
CREATE TRIGGER attempts_never_deleted BEFORE DELETE ON attempts BEGIN
  SELECT RAISE(ABORT, 'attempts are never deleted');
END;

CREATE TABLE audit_events (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms     INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  kind      TEXT NOT NULL,
  item_id   INTEGER,
  data      TEXT NOT NULL CHECK (json_valid(data)),
  data_hash TEXT NOT NULL CHECK (length(data_hash) = 64),
  hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_events_item ON audit_events (item_id) WHERE item_id IS NOT NULL;
CREATE TRIGGER audit_events_never_changed BEFORE UPDATE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit events are never changed');
END;
CREATE TRIGGER audit_events_never_deleted BEFORE DELETE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit events are never deleted');
END;
`

import { waitsFor } from '../../shared/records.ts'
import { inDueState } from './due-states.ts'

const waits = waitsFor.map((name) => `'${name}'`).join(', ')

/**
 * Rules, index files, further values and what items wait for.
 *
 * `read_by` gets one more allowed value. SQLite cannot change a CHECK in place, so the column is renamed, a new one
 * takes its values and its name, and the old one is dropped. Unlike a rebuild of the table this works inside one
 * transaction with foreign keys on, and keeps ids, triggers, indexes and the search index as they are; no trigger
 * looks at this column. Source: sqlite.org/lang_altertable.html, "ALTER TABLE DROP COLUMN".
 */
export const schema2 = `
ALTER TABLE items RENAME COLUMN read_by TO read_by_1;
ALTER TABLE items ADD COLUMN read_by TEXT CHECK (read_by IN ('rule', 'index', 'person'));
UPDATE items SET read_by = read_by_1 WHERE read_by_1 IS NOT NULL;
ALTER TABLE items DROP COLUMN read_by_1;

-- An index is read and never sent.
ALTER TABLE items ADD COLUMN role TEXT NOT NULL DEFAULT 'scan' CHECK (role IN ('scan', 'index'));
ALTER TABLE items ADD COLUMN fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields));
ALTER TABLE items ADD COLUMN rule_version INTEGER;
-- How the values came about; a person's correction leaves it as it was.
ALTER TABLE items ADD COLUMN reading TEXT CHECK (json_valid(reading));
ALTER TABLE items ADD COLUMN waits_for TEXT CHECK (waits_for IN (${waits}));
ALTER TABLE items ADD COLUMN waits_until_ms INTEGER;
-- The rejected item that this one is the new scan of.
ALTER TABLE items ADD COLUMN rescan_of INTEGER REFERENCES items (id);
ALTER TABLE items ADD COLUMN rescan_slip TEXT;
ALTER TABLE items ADD COLUMN rescan_state TEXT CHECK (rescan_state IN ('asked', 'slip_written', 'answered'));

-- Asked for by a person: 1 before others, 0 like others, -1 after them. NULL: as its folder says.
ALTER TABLE items ADD COLUMN priority INTEGER CHECK (priority IN (-1, 0, 1));
-- Where the file went after its upload: a path, or 'trash'.
ALTER TABLE items ADD COLUMN archived_to TEXT;
-- 1 for what was found out anew after the ledger had been restored.
ALTER TABLE items ADD COLUMN reconstructed INTEGER NOT NULL DEFAULT 0 CHECK (reconstructed IN (0, 1));
-- Since a restore: what the lost part of the ledger may have sent must not be sent before the endpoint was asked.
-- 'open': to be asked about. 'approved': as soon as it is surely not there, it goes out. 'held': a person decides.
-- 'asked': it is not there, under the entity that it has now.
ALTER TABLE items ADD COLUMN gap_check TEXT CHECK (gap_check IN ('open', 'approved', 'held', 'asked'));
CREATE INDEX items_gap ON items (entity_id) WHERE gap_check IN ('open', 'approved');
CREATE INDEX items_reconstructed ON items (id) WHERE reconstructed = 1;

CREATE INDEX items_waiting ON items (state, priority, folder_id) WHERE state IN ('approved', 'retry_wait');
CREATE INDEX items_retry ON items (next_attempt_at_ms) WHERE state = 'retry_wait';
CREATE INDEX items_due ON items (waits_until_ms) WHERE waits_until_ms IS NOT NULL AND ${inDueState};
CREATE INDEX items_entity ON items (entity_id, first_seen_at_ms) WHERE entity_id IS NOT NULL;
CREATE INDEX items_former_path ON items (folder_id, path) WHERE is_current = 0;
CREATE INDEX items_rescan ON items (rescan_state, folder_id) WHERE rescan_state IS NOT NULL;
CREATE INDEX items_rescan_of ON items (rescan_of) WHERE rescan_of IS NOT NULL;
CREATE INDEX items_to_archive ON items (folder_id, id)
  WHERE state = 'uploaded' AND is_current = 1 AND archived_to IS NULL;
CREATE INDEX items_first_seen ON items (first_seen_at_ms);

ALTER TABLE attempts ADD COLUMN fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields));

-- Every state that the naming rules ever had.
CREATE TABLE rule_sets (
  version       INTEGER PRIMARY KEY,
  definition    TEXT NOT NULL CHECK (json_valid(definition)),
  -- The version of each rule of this set, by its id.
  rule_versions TEXT NOT NULL CHECK (json_valid(rule_versions)),
  saved_at_ms   INTEGER NOT NULL,
  actor         TEXT NOT NULL,
  restores      INTEGER REFERENCES rule_sets (version)
) STRICT;
CREATE TRIGGER rule_sets_never_changed BEFORE UPDATE ON rule_sets BEGIN
  SELECT RAISE(ABORT, 'saved rules are never changed');
END;
CREATE TRIGGER rule_sets_never_deleted BEFORE DELETE ON rule_sets BEGIN
  SELECT RAISE(ABORT, 'saved rules are never deleted');
END;

CREATE TABLE entity_checks (
  entity_id     TEXT PRIMARY KEY,
  result        TEXT NOT NULL CHECK (result IN ('known', 'unknown', 'placeholder')),
  checked_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE index_files (
  folder_id  TEXT NOT NULL REFERENCES folders (id),
  path       TEXT NOT NULL,
  -- The folder that the file lies in, '' for the watched folder itself.
  directory  TEXT NOT NULL,
  item_id    INTEGER NOT NULL REFERENCES items (id),
  kind       TEXT NOT NULL CHECK (kind IN ('table', 'sidecar')),
  encoding   TEXT NOT NULL,
  delimiter  TEXT,
  columns    TEXT NOT NULL CHECK (json_valid(columns)),
  read_at_ms INTEGER NOT NULL,
  -- Counts the readings of the file. A row of an earlier one is no longer in it.
  generation INTEGER NOT NULL,
  PRIMARY KEY (folder_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX index_files_directory ON index_files (folder_id, directory) WHERE kind = 'table';

CREATE TABLE index_rows (
  id               INTEGER PRIMARY KEY,
  folder_id        TEXT NOT NULL,
  index_path       TEXT NOT NULL,
  row_number       INTEGER NOT NULL,
  file             TEXT NOT NULL,
  -- What the row's file is found by, and whether that is a name without its extension.
  file_key         TEXT NOT NULL,
  is_stem          INTEGER NOT NULL CHECK (is_stem IN (0, 1)),
  -- 0 for the first row of the index that names the file, 1 for the second: lines may be inserted above.
  occurrence       INTEGER NOT NULL,
  entity_id        TEXT,
  media_type       TEXT,
  side             TEXT CHECK (side IN ('front', 'back')),
  fields           TEXT NOT NULL CHECK (json_valid(fields)),
  problem          TEXT,
  values_hash      TEXT NOT NULL,
  generation       INTEGER NOT NULL,
  first_seen_at_ms INTEGER NOT NULL,
  -- The scan that was read with the row, and the values it was read with.
  item_id          INTEGER REFERENCES items (id),
  used_hash        TEXT
) STRICT;
CREATE UNIQUE INDEX index_rows_file ON index_rows (folder_id, file_key, is_stem, index_path, occurrence);
CREATE INDEX index_rows_order ON index_rows (folder_id, index_path, row_number);
CREATE INDEX index_rows_open ON index_rows (folder_id, index_path, row_number, first_seen_at_ms)
  WHERE item_id IS NULL AND problem IS NULL;
CREATE INDEX index_rows_malformed ON index_rows (folder_id, index_path, row_number) WHERE problem IS NOT NULL;
`

import { inQueueState } from './queue-states.ts'

/** Every text ends with a line feed, so that its last two letters begin a trigram too. */
const indexedItems = `
  SELECT items.id, items.path || char(10), items.entity_id || char(10), items.media_type || char(10),
    item_notes.words || char(10)
  FROM items LEFT JOIN item_notes ON item_notes.item_id = items.id WHERE items.revision > 0`

/** Takes one item into the search index as it is now. */
const index = (itemId: string): string => `
  DELETE FROM item_search WHERE rowid = ${itemId};
  INSERT INTO item_search (rowid, path, entity_id, media_type, notes) ${indexedItems} AND items.id = ${itemId};`

/** Takes a text into the notes of an item, once. */
const note = (itemId: string, words: string): string => `
  INSERT INTO item_notes SELECT ${itemId}, ${words} WHERE ${words} <> ''
    ON CONFLICT DO UPDATE SET words = words || char(10) || excluded.words
    WHERE instr(char(10) || words || char(10), char(10) || excluded.words || char(10)) = 0;`

/**
 * Makes everything that a search looks into anew, from items, attempts and events. What was erased from those is
 * not found any more. `sent_twice` stays where it was: of an erased attempt nothing else tells it.
 */
export const rebuiltSearch = `
DELETE FROM item_marks WHERE kind <> 'trait' OR value <> 'sent_twice';
DELETE FROM item_notes;
INSERT OR IGNORE INTO item_marks
  SELECT 'operator', actor, item_id FROM audit_events
  WHERE actor <> 'engine' AND item_id IN (SELECT id FROM items);
INSERT OR IGNORE INTO item_marks
  SELECT 'finding', each.value ->> '$.code', items.id FROM items, json_each(items.findings) AS each
  WHERE items.findings <> '[]';
INSERT OR IGNORE INTO item_marks SELECT 'error', failure_code, id FROM items WHERE failure_code IS NOT NULL;
INSERT OR IGNORE INTO item_marks
  SELECT 'error', outcome, item_id FROM attempts WHERE outcome NOT IN ('in_flight', 'accepted');
INSERT OR IGNORE INTO item_marks
  SELECT 'trait', 'duplicate', id FROM (
    SELECT id, min(id) OVER (PARTITION BY sha256) AS first_id FROM items WHERE sha256 IS NOT NULL)
  WHERE id > first_id;
INSERT OR IGNORE INTO item_marks
  SELECT 'trait', 'sent_twice', item_id FROM attempts
  WHERE outcome = 'accepted' AND entity_id <> '' AND (sha256, entity_id) IN (
    SELECT sha256, entity_id FROM attempts WHERE outcome = 'accepted'
    GROUP BY sha256, entity_id HAVING count(*) > 1);
INSERT INTO item_notes
  SELECT item_id, group_concat(words, char(10)) FROM (
    SELECT item_id, value AS words FROM item_marks WHERE kind IN ('operator', 'error')
    UNION SELECT id, failure_detail FROM items WHERE failure_detail <> '' AND erased_at_ms IS NULL
    UNION SELECT item_id, answer_code FROM attempts WHERE answer_code <> '' AND outcome <> 'accepted'
    UNION SELECT item_id, answer_message FROM attempts WHERE answer_message <> '' AND outcome <> 'accepted')
  GROUP BY item_id;
INSERT INTO item_search (item_search) VALUES ('delete-all');
INSERT INTO item_search (rowid, path, entity_id, media_type, notes) ${indexedItems};
`

/**
 * What a search finds items by, besides their own columns. Marks are single values: who decided, findings, failures,
 * and what is true of an item together with others. Notes are the words of operators and failures. Triggers keep
 * both; a file that is taken in without a finding writes neither.
 *
 * The search index holds no texts of its own, and an item is taken out of it by its number alone, so that it cannot
 * come apart from the items. Source: sqlite.org/fts5.html, "Contentless-Delete Tables".
 */
export const searchSchema = `
CREATE TABLE item_marks (
  kind    TEXT NOT NULL CHECK (kind IN ('operator', 'finding', 'error', 'trait')),
  value   TEXT NOT NULL COLLATE NOCASE,
  item_id INTEGER NOT NULL REFERENCES items (id),
  PRIMARY KEY (kind, value, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_notes (
  item_id INTEGER PRIMARY KEY REFERENCES items (id),
  words   TEXT NOT NULL
) STRICT;
-- The same content accepted for the same entity, of one item or of two.
CREATE INDEX attempts_accepted ON attempts (sha256, entity_id) WHERE outcome = 'accepted';

DROP TRIGGER items_search_first;
DROP TRIGGER items_search_update;
DROP TABLE item_search;
CREATE VIRTUAL TABLE item_search USING fts5 (
  path, entity_id, media_type, notes, content = '', contentless_delete = 1, tokenize = 'trigram'
);
-- Which trigrams there are.
CREATE VIRTUAL TABLE item_search_terms USING fts5vocab (item_search, row);
${rebuiltSearch}
-- An item enters the index with its first change, soon after its insert: so most are indexed once and not twice.
CREATE TRIGGER items_search_first AFTER UPDATE ON items WHEN OLD.revision = 0 AND NEW.revision > 0 BEGIN
  ${index('NEW.id')}
END;
CREATE TRIGGER items_search_update AFTER UPDATE OF path, entity_id, media_type ON items
WHEN OLD.revision > 0 AND
  (OLD.path IS NOT NEW.path OR OLD.entity_id IS NOT NEW.entity_id OR OLD.media_type IS NOT NEW.media_type) BEGIN
  ${index('NEW.id')}
END;
CREATE TRIGGER item_notes_first AFTER INSERT ON item_notes BEGIN
  ${index('NEW.item_id')}
END;
CREATE TRIGGER item_notes_change AFTER UPDATE OF words ON item_notes WHEN OLD.words IS NOT NEW.words BEGIN
  ${index('NEW.item_id')}
END;

CREATE TRIGGER item_marks_operator AFTER INSERT ON audit_events
WHEN NEW.actor <> 'engine' AND NEW.item_id IN (SELECT id FROM items) BEGIN
  INSERT OR IGNORE INTO item_marks VALUES ('operator', NEW.actor, NEW.item_id);
  ${note('NEW.item_id', 'NEW.actor')}
END;
CREATE TRIGGER item_marks_findings AFTER UPDATE OF findings ON items WHEN OLD.findings IS NOT NEW.findings BEGIN
  DELETE FROM item_marks WHERE kind = 'finding' AND item_id = OLD.id
    AND value IN (SELECT value ->> '$.code' FROM json_each(OLD.findings));
  INSERT OR IGNORE INTO item_marks SELECT 'finding', value ->> '$.code', NEW.id FROM json_each(NEW.findings);
END;
CREATE TRIGGER item_marks_failure AFTER UPDATE OF failure_code, failure_detail ON items
WHEN NEW.failure_code IS NOT NULL AND NEW.erased_at_ms IS NULL BEGIN
  INSERT OR IGNORE INTO item_marks VALUES ('error', NEW.failure_code, NEW.id);
  ${note('NEW.id', 'NEW.failure_code')}
  ${note('NEW.id', `coalesce(NEW.failure_detail, '')`)}
END;
CREATE TRIGGER item_marks_attempt AFTER UPDATE OF outcome ON attempts
WHEN OLD.outcome = 'in_flight' AND NEW.outcome NOT IN ('in_flight', 'accepted') BEGIN
  INSERT OR IGNORE INTO item_marks VALUES ('error', NEW.outcome, NEW.item_id);
  ${note('NEW.item_id', 'NEW.outcome')}
  ${note('NEW.item_id', `coalesce(NEW.answer_code, '')`)}
  ${note('NEW.item_id', `coalesce(NEW.answer_message, '')`)}
END;
CREATE TRIGGER item_marks_sent_twice AFTER UPDATE OF outcome ON attempts
WHEN OLD.outcome = 'in_flight' AND NEW.outcome = 'accepted' BEGIN
  INSERT OR IGNORE INTO item_marks
    SELECT 'trait', 'sent_twice', twin.item_id FROM attempts AS sent, attempts AS twin
    WHERE sent.outcome = 'accepted' AND sent.sha256 = NEW.sha256 AND sent.entity_id = NEW.entity_id
      AND sent.id <> NEW.id
      AND twin.outcome = 'accepted' AND twin.sha256 = NEW.sha256 AND twin.entity_id = NEW.entity_id;
END;
-- The first item with a content is none that was seen before.
CREATE TRIGGER item_marks_duplicate AFTER UPDATE OF sha256 ON items WHEN OLD.sha256 IS NOT NEW.sha256 BEGIN
  DELETE FROM item_marks WHERE kind = 'trait' AND value = 'duplicate' AND item_id = NEW.id;
  INSERT OR IGNORE INTO item_marks
    SELECT 'trait', 'duplicate', id FROM items WHERE sha256 = NEW.sha256
      AND id > (SELECT min(id) FROM items WHERE sha256 = NEW.sha256);
END;
-- The words of failures may name people; codes and operators stay.
CREATE TRIGGER item_notes_erased AFTER UPDATE OF erased_at_ms ON items
WHEN OLD.erased_at_ms IS NULL AND NEW.erased_at_ms IS NOT NULL BEGIN
  UPDATE item_notes SET words = coalesce((
    SELECT group_concat(words, char(10)) FROM (
      SELECT actor AS words FROM audit_events WHERE item_id = NEW.id AND actor <> 'engine'
      UNION SELECT outcome FROM attempts WHERE item_id = NEW.id AND outcome NOT IN ('in_flight', 'accepted'))), '')
  WHERE item_id = NEW.id;
END;

CREATE INDEX items_queue_entity ON items (state, entity_id, first_seen_at_ms) WHERE ${inQueueState};
CREATE INDEX items_queue_path ON items (state, folder_id, path) WHERE ${inQueueState};
CREATE INDEX items_size ON items (size_bytes);
CREATE INDEX items_media_type ON items (media_type COLLATE NOCASE) WHERE media_type IS NOT NULL;
CREATE INDEX items_uploaded ON items (uploaded_at_ms) WHERE uploaded_at_ms IS NOT NULL;
CREATE INDEX items_repair_hash ON items (repair ->> '$.sha256') WHERE repair IS NOT NULL;
CREATE INDEX items_corrected ON items (id) WHERE read_by = 'person';
CREATE INDEX items_erased ON items (id) WHERE erased_at_ms IS NOT NULL;
CREATE INDEX items_first_approved ON items (id) WHERE first_approval_by IS NOT NULL;
CREATE INDEX items_indexes ON items (id) WHERE role = 'index';
`

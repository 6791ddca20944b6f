/**
 * Erasure of personal values, and what reports count.
 *
 * An event keeps its hashes when its data is erased: the chain holds the data by its hash alone. The triggers let
 * exactly this change through, once for each row.
 */
export const evidenceSchema = `
ALTER TABLE audit_events ADD COLUMN erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1));
DROP TRIGGER audit_events_never_changed;
CREATE TRIGGER audit_events_never_changed BEFORE UPDATE ON audit_events WHEN NOT (
  OLD.erased = 0 AND NEW.erased = 1 AND NEW.data = '{}'
  AND OLD.item_id IS NOT NULL AND OLD.kind <> 'item.erased'
  AND NEW.seq = OLD.seq AND NEW.at_ms = OLD.at_ms AND NEW.actor = OLD.actor AND NEW.kind = OLD.kind
  AND NEW.item_id IS OLD.item_id AND NEW.data_hash = OLD.data_hash AND NEW.hash = OLD.hash
) BEGIN
  SELECT RAISE(ABORT, 'audit events are never changed');
END;

ALTER TABLE attempts ADD COLUMN erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1));
DROP TRIGGER attempts_settled_once;
CREATE TRIGGER attempts_settled_once BEFORE UPDATE ON attempts WHEN OLD.outcome <> 'in_flight' AND NOT (
  OLD.erased = 0 AND NEW.erased = 1
  AND NEW.url = '' AND NEW.entity_id = '' AND NEW.sent_name = 'erased-' || OLD.id
  AND NEW.fields = '{}' AND NEW.answer_message IS NULL
  AND NEW.id = OLD.id AND NEW.item_id = OLD.item_id AND NEW.number = OLD.number
  AND NEW.started_at_ms = OLD.started_at_ms AND NEW.finished_at_ms IS OLD.finished_at_ms
  AND NEW.duration_ms IS OLD.duration_ms AND NEW.body_form = OLD.body_form
  AND NEW.media_type = OLD.media_type AND NEW.sha256 = OLD.sha256 AND NEW.size_bytes = OLD.size_bytes
  AND NEW.outcome = OLD.outcome AND NEW.http_status IS OLD.http_status
  AND NEW.answer_code IS OLD.answer_code AND NEW.request_id IS OLD.request_id
) BEGIN
  SELECT RAISE(ABORT, 'a settled attempt is never changed');
END;

-- Finished items, in the order in which the retention policy comes to them.
CREATE INDEX items_to_erase ON items (changed_at_ms)
  WHERE erased_at_ms IS NULL AND state IN ('uploaded', 'rejected', 'superseded', 'missing', 'ignored');
CREATE INDEX index_rows_item ON index_rows (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX audit_events_anchors ON audit_events (seq) WHERE kind = 'ledger.anchored';

-- What reports count and the item itself does not say: whether it was ever held in Problems, and who decided last.
CREATE TABLE item_decisions (
  item_id    INTEGER PRIMARY KEY REFERENCES items (id),
  held       INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
  decided_by TEXT
) STRICT;
INSERT INTO item_decisions (item_id, held)
  SELECT id, 1 FROM items WHERE state IN ('needs_attention', 'failed', 'outcome_unknown');
INSERT INTO item_decisions (item_id, held)
  SELECT DISTINCT item_id, 1 FROM audit_events
  WHERE item_id IN (SELECT id FROM items) AND kind IN ('item.identified', 'item.corrected', 'attempt.settled')
    AND data ->> '$.item.state' IN ('needs_attention', 'failed', 'outcome_unknown')
  ON CONFLICT DO NOTHING;
INSERT INTO item_decisions (item_id, decided_by)
  SELECT item_id, decided_by FROM (
    SELECT item_id, iif(kind = 'item.reopened', NULL, actor) AS decided_by, max(seq) FROM audit_events
    WHERE item_id IN (SELECT id FROM items) AND actor <> 'engine'
      AND kind IN ('item.approved', 'item.rejected', 'item.rescan_requested', 'item.reopened')
    GROUP BY item_id)
  WHERE true
  ON CONFLICT DO UPDATE SET decided_by = excluded.decided_by;
CREATE TRIGGER item_decisions_held AFTER UPDATE OF state ON items
WHEN OLD.state IS NOT NEW.state AND NEW.state IN ('needs_attention', 'failed', 'outcome_unknown') BEGIN
  INSERT INTO item_decisions (item_id, held) VALUES (NEW.id, 1) ON CONFLICT DO UPDATE SET held = 1;
END;
CREATE TRIGGER item_decisions_decided AFTER INSERT ON audit_events
WHEN NEW.item_id IS NOT NULL AND NEW.kind IN ('item.approved', 'item.rejected', 'item.rescan_requested') AND NEW.actor <> 'engine' BEGIN
  INSERT INTO item_decisions (item_id, decided_by) VALUES (NEW.item_id, NEW.actor)
    ON CONFLICT DO UPDATE SET decided_by = excluded.decided_by;
END;
-- Nobody has decided, until somebody does so anew.
CREATE TRIGGER item_decisions_withdrawn AFTER INSERT ON audit_events
WHEN NEW.item_id IS NOT NULL AND NEW.kind IN ('item.undone', 'item.reopened') BEGIN
  UPDATE item_decisions SET decided_by = NULL WHERE item_id = NEW.item_id;
END;
`

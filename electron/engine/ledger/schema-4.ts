/** Schema 4. */
export const schema4 = `
-- What people decided, by the time, and what each decided last.
CREATE INDEX audit_events_decided ON audit_events (at_ms, item_id, actor)
  WHERE actor <> 'engine' AND item_id IS NOT NULL;
CREATE INDEX item_decisions_by ON item_decisions (decided_by, item_id) WHERE decided_by IS NOT NULL;
`

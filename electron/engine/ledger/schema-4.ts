/** Schema 4. */
export const schema4 = `
-- What people decided, by the time.
CREATE INDEX audit_events_decided ON audit_events (at_ms, item_id, actor)
  WHERE actor <> 'engine' AND item_id IS NOT NULL;
`

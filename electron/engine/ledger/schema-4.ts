/** What the engine wrote for people is kept as data too, so that it can be told in other languages. */
const sentences = `
ALTER TABLE items ADD COLUMN failure_said TEXT CHECK (json_valid(failure_said));
ALTER TABLE items ADD COLUMN reason_said TEXT CHECK (json_valid(reason_said));
ALTER TABLE index_rows ADD COLUMN problem_said TEXT CHECK (json_valid(problem_said));
`

/** What people decided, by the time, and what each decided last. */
const decisions = `
CREATE INDEX audit_events_decided ON audit_events (at_ms, item_id, actor)
  WHERE actor <> 'engine' AND item_id IS NOT NULL;
CREATE INDEX item_decisions_by ON item_decisions (decided_by, item_id) WHERE decided_by IS NOT NULL;
`

export const schema4 = [sentences, decisions].join('\n')

import { evidenceSchema } from './schema-3-evidence.ts'
import { searchSchema } from './schema-3-search.ts'
import { repairSchema } from './schema-3-repair.ts'

/** Decisions that can be taken back, second reviewers, repaired pictures, requests that the endpoint can find. */
const decisions = `
-- Approved, and not to be sent before this time.
ALTER TABLE items ADD COLUMN sends_after_ms INTEGER;
-- Where two persons must approve: who did first, and when.
ALTER TABLE items ADD COLUMN first_approval_by TEXT;
ALTER TABLE items ADD COLUMN first_approval_at_ms INTEGER;
-- The smaller form that is sent in place of the original.
ALTER TABLE items ADD COLUMN repair TEXT CHECK (json_valid(repair));
ALTER TABLE items ADD COLUMN split_from INTEGER REFERENCES items (id);
ALTER TABLE items ADD COLUMN erased_at_ms INTEGER;
ALTER TABLE attempts ADD COLUMN request_id TEXT;
CREATE INDEX items_held_back ON items (sends_after_ms) WHERE sends_after_ms IS NOT NULL;
`

export const schema3 = [decisions, evidenceSchema, repairSchema, searchSchema].join('\n')

import Database from 'better-sqlite3'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import { rebuiltSearch } from '../../../electron/engine/ledger/schema-3-search.ts'

/** Stands in the path of one item alone, the one in the middle. */
export const rareWord = 'xqzimmer'

/** Decided one item in two thousand. */
export const rareOperator = 'zoe'

const dayMs = 86_400_000
const historyDays = 3 * 365

/**
 * A ledger of so many days, else of several years: nearly everything uploaded, the last part still waiting, some rejected, held or failed.
 * The rows are written at once, as the steps of the ledger would leave them, but for the hash chain, which no search
 * looks at. Triggers and indexes are made again after them.
 */
export function openLargeHistory(
  file: string,
  itemCount: number,
  nowMs: number,
  dayCount = historyDays,
): Ledger {
  openLedger(file, { now: () => nowMs }).close()
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -256000')
  const later = database
    .prepare<[], { name: string; type: string; sql: string }>(
      `SELECT name, type, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL
       ORDER BY type`,
    )
    .all()
  for (const { type, name } of later) database.exec(`DROP ${type} ${name}`)
  database.transaction(() => {
    database.prepare(items).run({ itemCount, nowMs, stepMs: (dayCount * dayMs) / itemCount })
    database.exec(afterItems)
    for (const { type, sql } of later) if (type === 'index') database.exec(sql)
    database.exec(rebuiltSearch)
    for (const { type, sql } of later) if (type === 'trigger') database.exec(sql)
  })()
  database.close()
  return openLedger(file, { now: () => nowMs })
}

const items = `
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @itemCount),
spread AS (
  -- A number from 0 to 9999 that follows no order.
  SELECT n, (n * 2654435761) % 4294967296 / 429497 AS r,
    cast(@nowMs - (@itemCount - n) * @stepMs AS INTEGER) AS at_ms, n > @itemCount * 0.98 AS is_recent FROM numbers)
INSERT INTO items (id, revision, folder_id, path, file_key, size_bytes, modified_at_ms, first_seen_at_ms,
  changed_at_ms, state, sha256, family, entity_id, media_type, read_by, rule_id, rule_version, findings, failure_code,
  failure_detail, attempt_count, uploaded_at_ms)
SELECT n, 3, CASE WHEN r < 7000 THEN 'inbox' WHEN r < 9900 THEN 'branch' ELSE 'cellar' END,
  'station-' || (n % 20) || '/batch-' || (n / 200) || '/cust-' || (100000 + n / 3) || '_'
    || CASE n % 3 WHEN 0 THEN 'passport' WHEN 1 THEN 'id_front' ELSE 'letter' END
    || iif(n = @itemCount / 2, '_${rareWord}', '') || '_' || n || '.jpg',
  '1:' || n, 100000 + r * 37, at_ms, at_ms, at_ms + 600000,
  CASE WHEN is_recent THEN CASE WHEN r < 8000 THEN 'awaiting_review' WHEN r < 9500 THEN 'approved' ELSE 'needs_attention' END
    WHEN r < 9400 THEN 'uploaded' WHEN r < 9800 THEN 'rejected' WHEN r < 9990 THEN 'superseded' ELSE 'failed' END,
  iif(r % 100 = 7, printf('%064x', r), lower(hex(randomblob(32)))), 'jpg',
  iif(r % 200 = 3, NULL, 'cust-' || (100000 + n / 3)),
  CASE WHEN r % 1000 = 5 THEN 'SIGNATURE' WHEN n % 3 = 0 THEN 'IMAGE_PASSPORT_FRONT'
    WHEN n % 3 = 1 THEN 'IMAGE_ID_CARD_FRONT' ELSE 'LETTER' END,
  iif(r % 50 = 9, 'person', 'rule'), 'entity-and-type', 1,
  CASE WHEN r % 40 = 1 THEN '[{"code":"duplicate_same_entity","severity":"warn","evidence":""}]'
    WHEN r % 500 = 2 OR (is_recent AND r >= 9500) THEN '[{"code":"too_large","severity":"block","evidence":""}]' ELSE '[]' END,
  CASE WHEN NOT is_recent AND r >= 9990 THEN 'request_refused' END,
  CASE WHEN NOT is_recent AND r >= 9990 THEN 'The endpoint said: unknown_field ' || n END,
  1, CASE WHEN NOT is_recent AND r < 9400 THEN at_ms + 600000 END
FROM spread`

const blankHash = `'${'0'.repeat(64)}'`

const afterItems = `
INSERT INTO folders SELECT DISTINCT folder_id, '/' || folder_id FROM items;
INSERT INTO item_counts SELECT folder_id, state, count(*) FROM items GROUP BY 1, 2;
INSERT INTO attempts (item_id, number, started_at_ms, finished_at_ms, duration_ms, url, body_form, sent_name,
  entity_id, media_type, sha256, size_bytes, outcome, http_status)
  SELECT id, 1, changed_at_ms, changed_at_ms, 200, 'https://endpoint/v1', 'multipart', 'n' || id,
    coalesce(entity_id, ''), media_type, sha256, size_bytes,
    CASE WHEN state = 'failed' THEN 'request_refused' WHEN id % 33 = 0 THEN 'server_error' ELSE 'accepted' END, 200
  FROM items WHERE state IN ('uploaded', 'failed');
INSERT INTO audit_events (at_ms, actor, kind, item_id, data, data_hash, hash)
  SELECT changed_at_ms,
    CASE WHEN id % 2000 = 1 THEN '${rareOperator}' WHEN id % 5 < 2 THEN 'anna' WHEN id % 5 < 4 THEN 'ben' ELSE 'engine' END,
    iif(state = 'rejected', 'item.rejected', 'item.approved'), id, '{}', ${blankHash}, ${blankHash}
  FROM items WHERE state IN ('uploaded', 'rejected', 'approved', 'failed');
`

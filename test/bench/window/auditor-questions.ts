import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { auditedEntity, auditedFile, auditedOperator } from '../measure/audited-year.ts'
import type { AuditedDays } from '../measure/audited-year.ts'
import type { Auditor } from './auditor.ts'
import type { LedgerRows } from './ledger-rows.ts'

/** What an auditor wants to know, how it is asked, and what is true by the ledger's rows. */
export interface Question {
  readonly words: string
  ask(auditor: Auditor): Promise<unknown>
  truth(): unknown
}

const fileName = `${auditedEntity}_${auditedFile}.jpg`
const document = resolve(import.meta.dirname, '../../../docs/evidence.md')

/** Ten questions to the ledger of `writeAuditedYear`. `folder` takes what is exported. */
export function auditorQuestions(
  rows: LedgerRows,
  { march, june, operatorDay }: AuditedDays,
  folder: string,
): readonly Question[] {
  const hash = String(rows.values('SELECT sha256 FROM items WHERE path = ?', fileName)[0])
  const bundle = join(folder, 'evidence.jsonl')
  return [
    {
      words: 'Who approved this file? (by its name, then by its hash)',
      async ask(auditor) {
        await auditor.find(auditedFile)
        const byName = whoApproved(await auditor.readFirst())
        await auditor.find(hash.slice(0, 12))
        return [byName, whoApproved(await auditor.story())]
      },
      truth() {
        const who = rows.values(
          `SELECT actor FROM audit_events JOIN items ON items.id = item_id
           WHERE path = ? AND kind = 'item.approved'`,
          fileName,
        )
        return [...who, ...who]
      },
    },
    {
      words: 'What went to this entity in March?',
      ask: (auditor) => auditor.find(`entity:${auditedEntity} sent:${march}`).then(sorted),
      truth: () =>
        sorted(
          rows.values(
            `SELECT items.path FROM attempts JOIN items ON items.id = item_id
             WHERE outcome = 'accepted' AND attempts.entity_id = ? AND ${rows.isWithin('finished_at_ms')}`,
            auditedEntity,
            ...rows.month(march),
          ),
        ),
    },
    {
      words: 'Was anything sent twice?',
      ask: (auditor) => auditor.find('is:sent_twice').then(sorted),
      truth: () =>
        sorted(
          rows.values(
            `SELECT path FROM items WHERE id IN (
               SELECT item_id FROM attempts WHERE outcome = 'accepted' AND (sha256, entity_id) IN (
                 SELECT sha256, entity_id FROM attempts WHERE outcome = 'accepted'
                 GROUP BY 1, 2 HAVING count(*) > 1))`,
          ),
        ),
    },
    {
      words: 'Which were rejected in the last week, why and by whom?',
      async ask(auditor) {
        const names = await auditor.find('state:rejected decided:last7')
        const told: string[] = []
        for (const [index, name] of names.entries()) {
          const story = index === 0 ? await auditor.readFirst() : await auditor.readNext()
          const { reason, who } = rejection(story)
          told.push(`${name}: ${reason}, ${who}`)
        }
        return sorted(told)
      },
      truth: () =>
        sorted(
          rows.values(
            `SELECT path || ': ' || reason || ', ' || actor FROM audit_events JOIN items ON items.id = item_id
             WHERE kind = 'item.rejected' AND state = 'rejected' AND at_ms >= ?`,
            rows.startOfDayAgo(6),
          ),
        ),
    },
    {
      words: 'How many failed because the endpoint refused them?',
      async ask(auditor) {
        await auditor.find('state:failed error:request_refused')
        return auditor.count()
      },
      truth: () =>
        rows.values(
          `SELECT count(*) FROM items WHERE state = 'failed' AND failure_code = 'request_refused'`,
        )[0],
    },
    {
      words: 'How many of each media type in March, and how long did 95 of 100 take?',
      async ask(auditor) {
        await auditor.reportOn(monthName(march), 'Media')
        await auditor.person.pressButton('Table')
        const seen = await auditor.reportColumn('What became of the files')
        return {
          seen: seen.toSorted((one, other) => one - other),
          p95: await auditor.figure('95 of 100 within'),
        }
      },
      truth() {
        const seen = rows.values(
          `SELECT count(*) FROM items WHERE ${rows.isWithin('first_seen_at_ms')} GROUP BY media_type ORDER BY 1`,
          ...rows.month(march),
        )
        const times = rows.values(
          `SELECT uploaded_at_ms - first_seen_at_ms FROM items
           WHERE ${rows.isWithin('first_seen_at_ms')} AND state = 'uploaded' ORDER BY 1`,
          ...rows.month(march),
        )
        return { seen, p95: `${Number(times[Math.ceil(times.length * 0.95) - 1]) / 60_000} min` }
      },
    },
    {
      words: 'Which file of June took longest until it was sent?',
      async ask(auditor) {
        await auditor.reportOn(monthName(june), 'Folder')
        await auditor.person.pressButton(await auditor.figure('Longest'))
        return (await auditor.story()).split('\n')[0]
      },
      truth: () =>
        rows.values(
          `SELECT path FROM items WHERE state = 'uploaded' AND ${rows.isWithin('first_seen_at_ms')}
           ORDER BY uploaded_at_ms - first_seen_at_ms DESC LIMIT 1`,
          ...rows.month(june),
        )[0],
    },
    {
      words: 'What did this operator decide on this day?',
      ask: (auditor) => auditor.find(`operator:${auditedOperator} decided:${operatorDay}`).then(sorted),
      truth: () =>
        sorted(
          rows.values(
            `SELECT DISTINCT path FROM audit_events JOIN items ON items.id = item_id
             WHERE actor = ? AND ${rows.isWithin('at_ms')}`,
            auditedOperator,
            ...rows.day(operatorDay),
          ),
        ),
    },
    {
      words: 'Prove that this file’s history is unaltered.',
      async ask(auditor) {
        await auditor.answerDialogs(bundle)
        await auditor.find(auditedFile)
        return auditor.exportAndCheck()
      },
      truth() {
        execFileSync(process.execPath, [scriptOfDocument(folder), bundle])
        const sha256 = createHash('sha256').update(readFileSync(bundle)).digest('hex')
        return { sha256, verdict: 'The bundle is as it was written' }
      },
    },
    {
      words: 'What was scanned again, and what replaced it?',
      async ask(auditor) {
        const names = await auditor.find('is:rescan')
        return { names: sorted(names), link: replacement(await auditor.readFirst()) }
      },
      truth() {
        const names = rows.values(
          `SELECT path FROM items WHERE rescan_of IS NOT NULL OR rescan_state IS NOT NULL ORDER BY path`,
        )
        return {
          names,
          link: rows.values(
            `SELECT old.path FROM items AS new JOIN items AS old ON old.id = new.rescan_of LIMIT 1`,
          )[0],
        }
      },
    },
  ]
}

/** `March 2026` for `2026-03`, as the window calls it: a list of two years has each month's name twice. */
function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(year, number - 1).toLocaleDateString('en-US', { month: 'long', year: 'numeric' })
}

/** The check without Intray that the document gives, as a file. */
function scriptOfDocument(folder: string): string {
  const script = /```js\n([\s\S]+?)```/.exec(readFileSync(document, 'utf8'))?.[1]
  if (script === undefined) throw new Error('The document has no script.')
  const path = join(folder, 'verify.mjs')
  writeFileSync(path, script)
  return path
}

function whoApproved(story: string): string | undefined {
  return /\nApproved\n[\s\S]*?·\s*(\S+)/.exec(story)?.[1]
}

function rejection(story: string): { reason: string | undefined; who: string | undefined } {
  const found = /\nRejected\n[\s\S]*?Reason: (.+)\n[\s\S]*?·\s*(\S+)/.exec(story)
  return { reason: found?.[1], who: found?.[2] }
}

function replacement(story: string): string | undefined {
  return /The scan that this one replaces\s+(\S+)/.exec(story)?.[1]
}

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map(String).sort()
}

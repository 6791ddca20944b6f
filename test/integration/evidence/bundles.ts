import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeEvidence } from '../../../electron/engine/evidence/evidence-writing.ts'
import type { EvidenceRequest } from '../../../electron/engine/evidence/evidence-writing.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { EvidenceSelection, EvidenceSummary } from '../../../electron/shared/evidence.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { uploadedItem } from './sent-items.ts'

type Request = Pick<EvidenceRequest, 'path' | 'actor' | 'intrayVersion' | 'now'>

/** A ledger with two items that were sent, and where evidence of it goes. */
export async function exportedLedger() {
  const fixture = await ledgerFixture()
  await fixture.ledger.recordRules(rulesDefinitionSchema.parse({}), 'ada', fixture.clock.nowMs, null)
  const one = await uploadedItem(fixture, 'first.jpg', 'cust-one')
  const two = await uploadedItem(fixture, 'second.jpg', 'cust-two')
  const request: Request = {
    path: join(temporaryFolder(), 'bundle.jsonl'),
    actor: 'ada',
    intrayVersion: '0.0.0',
    now: () => fixture.clock.nowMs,
  }
  return { ...fixture, one, two, request }
}

/** Writes a bundle of some items, or of what a query finds. */
export async function bundleOf(
  ledger: Ledger,
  request: Request,
  chosen: readonly number[] | { readonly states: []; readonly text: string },
): Promise<{ path: string; summary: EvidenceSummary }> {
  const selection: EvidenceSelection = 'text' in chosen ? { selection: chosen } : { itemIds: [...chosen] }
  const summary = await writeEvidence(ledger, { ...request, selection, format: 'bundle' })
  return { path: request.path, summary }
}

type Line = Readonly<Record<string, unknown>>

/** Alters the first line of a part and seals the bundle anew, as a forger would. Null takes the line away. */
export function rewriteBundle(path: string, part: string, change: (line: Line) => Line | null): void {
  let isDone = false
  const text = resealBundle(readFileSync(path, 'utf8'), (lines) =>
    lines.flatMap((line) => {
      const suits = line['part'] === part && (part !== 'event' || line['itemId'] !== null)
      if (isDone || !suits) return [line]
      isDone = true
      const changed = change(line)
      return changed === null ? [] : [changed]
    }),
  )
  writeFileSync(path, text)
}

/** The text of a bundle with other lines and with a seal that suits them. The last line is the seal. */
export function resealBundle(text: string, change: (lines: readonly Line[]) => readonly Line[]): string {
  // Each line of a bundle is an object.
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const altered = change(lines)
  const body = altered.slice(0, -1).map((line) => `${JSON.stringify(line)}\n`)
  const sha256 = createHash('sha256').update(body.join('')).digest('hex')
  return `${body.join('')}${JSON.stringify({ ...altered.at(-1), sha256 })}\n`
}

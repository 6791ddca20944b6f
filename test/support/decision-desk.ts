import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DecisionContext, DecisionDesk } from '../../electron/engine/decision-desk.ts'
import { createItemDesk } from '../../electron/engine/item-desk.ts'
import { openConnection } from '../../electron/engine/ledger/connection.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import { openRuleBook } from '../../electron/engine/rule-book.ts'
import { definitionOf } from '../../electron/shared/rules.ts'
import type { FolderSettings } from '../../electron/shared/settings/folder.ts'
import type { ReviewSettings } from '../../electron/shared/settings/review.ts'
import { settingsSchema } from '../../electron/shared/settings/settings.ts'
import { ledgerFixture } from './ledger-fixture.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface DecisionFixture {
  readonly ledger: Ledger
  readonly desk: DecisionDesk
  readonly clock: { nowMs: number }
  /** The watched folder. */
  readonly inbox: string
  /** Items of unknown outcome that are looked for again. */
  readonly lookedFor: number[]
  as(actor: string, sendsAfterMs?: number | null): DecisionContext
  /** All that the ledger holds of an item, but for what every change changes. */
  row(itemId: number): Record<string, unknown>
}

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

/** What decisions need, on a real ledger and a real folder, without an engine. */
export async function decisionFixture(
  setup: { readonly folder?: Partial<FolderSettings>; readonly review?: Partial<ReviewSettings> } = {},
): Promise<DecisionFixture> {
  const { ledger, file, clock } = await ledgerFixture()
  const inbox = join(temporaryFolder(), 'inbox')
  mkdirSync(inbox)
  const settings = settingsSchema.parse({
    folders: [{ id: 'inbox', path: inbox, ...setup.folder }],
    review: setup.review ?? {},
  })
  const lookedFor: number[] = []
  const never = (): Promise<never> => Promise.reject(new Error('nothing is asked here'))
  const now = (): number => clock.nowMs
  const itemDesk = createItemDesk({
    ledger,
    settings,
    folders: settings.folders,
    book: await openRuleBook(ledger, definitionOf(settings), 'ada', clock.nowMs),
    log: silent,
    readsAgain: false,
    actor: () => Promise.resolve('ada'),
    now,
    keepRules: never,
    onItemsChanged: () => undefined,
    onRulesProgress: () => undefined,
  })
  const desk: DecisionDesk = {
    ...itemDesk,
    ledger,
    lane: { kick: () => undefined },
    unknowns: {
      lookUp: never,
      lookUpLater: ({ id }) => {
        lookedFor.push(id)
      },
    },
    entities: { lookUpNow: never },
  }
  return {
    ledger,
    desk,
    clock,
    inbox,
    lookedFor,
    as: (actor, sendsAfterMs = null) => ({ desk, actor, sendsAfterMs, now }),
    row(itemId) {
      const connection = openConnection(file, { readonly: true })
      try {
        const found = connection.prepare<[number], object>('SELECT * FROM items WHERE id = ?').get(itemId)
        return { ...found, revision: null, changed_at_ms: null }
      } finally {
        connection.close()
      }
    },
  }
}

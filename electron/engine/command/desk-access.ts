import { IntrayError } from '../../shared/error-codes.ts'
import { definitionOf } from '../../shared/rules.ts'
import type { RulesDefinition } from '../../shared/rules.ts'
import { folderSchema } from '../../shared/settings/folder.ts'
import type { FolderSettings } from '../../shared/settings/folder.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { DecisionContext } from '../decision-desk.ts'
import { createItemDesk } from '../item-desk.ts'
import type { ItemDesk } from '../item-desk.ts'
import { folderPaths, itemLocation } from '../item-location.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openLog } from '../log.ts'
import type { Log } from '../log.ts'
import type { RepairDesk } from '../repair-desk.ts'
import { openRepairParts } from '../repair-parts.ts'
import { closedRuleBook, openRuleBook, readRuleBook } from '../rule-book.ts'
import type { RuleBook } from '../rule-book.ts'
import { createRulesDesk } from '../rules-desk.ts'
import type { RulesDesk } from '../rules-desk.ts'
import { loadSettings, saveSettings } from '../settings-file.ts'
import type { Invocation } from './invocation.ts'
import { withLedger, withWritableLedger } from './ledger-access.ts'

/**
 * Opens the ledger for a person's decisions. Nothing is sent and no folder is looked at: an engine that is at work
 * notices the change by itself, and otherwise the next run sees it.
 */
export async function withDecisionDesk<Result>(
  invocation: Invocation,
  work: (context: DecisionContext) => Promise<Result>,
): Promise<Result> {
  return withItemDesk(
    invocation,
    fixedBook,
    ({ identifier, slips, pages, readingAgain, policies }, ledger, actor) => {
      const onlyRunning = (): Promise<never> =>
        Promise.reject(new IntrayError('engine_unavailable', 'Only a running engine can look.'))
      const desk = {
        ledger,
        identifier,
        slips,
        pages,
        policies,
        readingAgain,
        lane: { kick: () => undefined },
        unknowns: { lookUp: onlyRunning, lookUpLater: () => undefined },
        entities: { lookUpNow: onlyRunning },
      }
      // Whoever typed a command sees at once what it did, and has no button beside it: nothing is held back.
      return work({ desk, actor, sendsAfterMs: null, now: invocation.host.now })
    },
  )
}

/** Opens the ledger for making pictures smaller, which happens in this process. */
export async function withRepairDesk<Result>(
  invocation: Invocation,
  work: (repairs: RepairDesk, ledger: Ledger, actor: string) => Promise<Result>,
): Promise<Result> {
  const settings = await invocation.settings()
  const ledgerFile = await invocation.ledgerFile()
  const folders = watchedFolders(settings, invocation)
  return withItemDesk(invocation, fixedBook, async ({ identifier, readingAgain }, ledger, actor, log) => {
    const parts = openRepairParts({
      ledger,
      ledgerFile,
      identifier,
      readingAgain,
      settings,
      folders,
      pictureWorker: invocation.host.previewWorker,
      log,
      now: invocation.host.now,
      locate: itemLocation(folderPaths(ledger, folders)),
      onItemsChanged: () => undefined,
    })
    try {
      return await work(parts.repairs, ledger, actor)
    } finally {
      await parts.stop()
    }
  })
}

/** Opens what a person does with rules, for looking alone: nothing in ledger or settings changes. */
export async function withRulesReading<Result>(
  invocation: Invocation,
  work: (desk: RulesDesk) => Promise<Result>,
): Promise<Result> {
  const definition = definitionOf(await invocation.settings())
  return withLedger(invocation, async (ledger) => {
    const desk = createRulesDesk({
      ledger,
      book: closedRuleBook(await readRuleBook(ledger, definition)),
      actor: invocation.operator,
      now: invocation.host.now,
      keep: refuseChange,
      readAgain: refuseChange,
    })
    return work(desk)
  })
}

/** The same for changing rules. Waiting files are read again by the engine that runs, or by the next run. */
export async function withRulesChange<Result>(
  invocation: Invocation,
  work: (desk: RulesDesk) => Promise<Result>,
): Promise<Result> {
  const openBook: OpenBook = (ledger, definition, actor) =>
    openRuleBook(ledger, definition, actor, invocation.host.now())
  return withItemDesk(invocation, openBook, ({ rules }) => work(rules))
}

type OpenBook = (ledger: Ledger, definition: RulesDefinition, actor: string) => Promise<RuleBook>

const fixedBook: OpenBook = async (ledger, definition) =>
  closedRuleBook(await readRuleBook(ledger, definition))

function refuseChange(): Promise<never> {
  return Promise.reject(new Error('rules were to be changed by a command that only looks at them'))
}

async function withItemDesk<Result>(
  invocation: Invocation,
  openBook: OpenBook,
  work: (desk: ItemDesk, ledger: Ledger, actor: string, log: Log) => Promise<Result>,
): Promise<Result> {
  const { host, data } = invocation
  const settings = await invocation.settings()
  const actor = await invocation.operator()
  return withWritableLedger(invocation, async (ledger) => {
    const log = openLog(data.logFolder, 'command', host.now())
    try {
      const desk = createItemDesk({
        ledger,
        settings,
        folders: watchedFolders(settings, invocation),
        book: await openBook(ledger, definitionOf(settings), actor),
        log,
        readsAgain: false,
        actor: () => Promise.resolve(actor),
        now: host.now,
        keepRules: (definition) => keepRules(data.settingsFile, definition),
        onItemsChanged: () => undefined,
        onRulesProgress: () => undefined,
      })
      return await work(desk, ledger, actor, log)
    } finally {
      log.close()
    }
  })
}

/** The settings as the file has them: mode and operator of the command line are for one call only. */
async function keepRules(settingsFile: string, definition: RulesDefinition): Promise<void> {
  const { settings } = await loadSettings(settingsFile)
  await saveSettings(settingsFile, { ...settings, ...definition })
}

/** The folder that practice mode watches in place of the settings'. */
export const practiceFolderId = 'practice'

/** The folders whose files the ledger of this mode holds. */
export function watchedFolders({ mode, folders }: Settings, { data }: Invocation): readonly FolderSettings[] {
  if (mode === 'live') return folders
  return [folderSchema.parse({ id: practiceFolderId, path: data.practiceScans })]
}

import { maxBulkItems } from '../shared/calls/review-calls.ts'
import type { Handlers } from '../shared/contract.ts'
import type { EventName, Events } from '../shared/contract.ts'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'
import type { Status } from '../shared/status.ts'
import { createAnnouncer } from './announcer.ts'
import type { DataFolder } from './data-folder.ts'
import { folderCalls } from './folder-calls.ts'
import { createEvidenceDesk } from './evidence-desk.ts'
import { tryWriting } from './ledger/connection.ts'
import type { Examine } from './ledger/examination.ts'
import { createLedgerPause } from './ledger-pause.ts'
import type { Log } from './log.ts'
import type { LookPlan } from './look-series.ts'
import type { BlankCheck } from './media/blank-check.ts'
import type { Previews } from './media/previews.ts'
import { createSystemNetwork, readSystemAuthorities } from './network-way.ts'
import { guardActs } from './operator-acts.ts'
import { createOperators } from './operators.ts'
import { createProgressTeller } from './progress-teller.ts'
import { createReviewDesk } from './review-desk.ts'
import { repairCalls } from './repair-calls.ts'
import { openSession } from './session.ts'
import type { Session } from './session.ts'
import { createSettingsDesk } from './settings-desk.ts'
import { defaultSettings, loadSettings, saveSettings } from './settings-file.ts'
import { findSettingsProblems } from './settings-problems.ts'
import { startStatusFile } from './status-file.ts'
import type { ReconstructionPace } from './reconstruction.ts'
import { buildStatus } from './status-report.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import { createTrashRequests } from './trash-requests.ts'

export interface EngineOptions {
  readonly data: DataFolder
  /** Where the shipped practice scans are. */
  readonly resourcesDir: string
  readonly version: string
  /** Who decides, where the settings name nobody: the system account. */
  readonly operator: string
  readonly nativeBinding?: string | undefined
  readonly log: Log
  readonly watch: boolean
  /** How long a file must be quiet that seems unfinished. Default: intake's own. */
  readonly secondLookMs?: ((quietMs: number) => number) | undefined
  /** Whether a desktop application listens, which alone can use the system's trash. */
  readonly hasShell?: boolean | undefined
  /** Makes pictures of scans; absent where nobody looks, as in the `intray` command. */
  readonly previews?: Previews | undefined
  /** Measures pictures that may be blank. */
  readonly blankCheck?: BlankCheck | undefined
  /** The built or plain file of `preview-worker.ts`, in which pictures are made smaller. */
  readonly pictureWorker?: URL | string | undefined
  /** When unknown uploads are looked for, in place of the plan that Intray has. */
  readonly lookPlan?: LookPlan | undefined
  /** How long the endpoint is given after a restore; the tests take less. */
  readonly reconstructionPace?: ReconstructionPace | undefined
  /** How the ledger's file and its backups are examined. Default: in this thread. */
  readonly examineLedger?: Examine | undefined
  /** Settings in place of the file's, for a single run. */
  readonly settings?: Settings | undefined
  readonly key: string | null
  now(): number
  announce<Name extends EventName>(name: Name, payload: Events[Name]): void
}

type EngineHandlers = Handlers<'engine' | 'engine_private'>

export interface Engine {
  readonly handlers: EngineHandlers
  /** What runs now. Changes when settings are saved. */
  session(): Promise<Session>
  stop(): Promise<void>
}

/** Starts the engine on the settings file. Throws IntrayError when the ledger cannot be used. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { data, log, now } = options
  /** By profile, as the shell keeps them. */
  let keys: Readonly<Record<string, string>> | null = null
  let operator = options.operator
  let problems: readonly SettingsProblem[] = []
  const operators = createOperators({
    account: () => operator,
    record: async (kind, name) => (await current).ledger.recordEvent(kind, name, {}, now()),
    onChanged: () => {
      announcer.statusChanged()
    },
    monotonicMs: () => systemClock.monotonicMs(),
    log,
  })
  /** Whoever is signed in; while nobody is, what happens by itself is told by the account's name. */
  const actor = (): Promise<string> => Promise.resolve(operators.present() ?? operator)
  let stopped: Promise<void> | null = null
  const network = createSystemNetwork({ environment: process.env, readAuthorities: readSystemAuthorities })
  const trash =
    options.hasShell === true
      ? createTrashRequests((wanted) => {
          options.announce('files.trashWanted', wanted)
        })
      : null
  const progress = createProgressTeller((payload) => {
    options.announce('upload.progressed', payload)
  })
  /** A key that was given at the start is that of the profile which is in use then, until the shell gives others. */
  const keyOf = (profileId: string): string | null =>
    keys === null ? (profileId === first.profile.id ? options.key : null) : (keys[profileId] ?? null)
  let isOpen = false
  const pause = createLedgerPause({
    timers: systemTimers,
    log,
    random: Math.random,
    suspend: async () => (await current).suspend(),
    tryWriting: () => {
      tryWriting(ledgerFile, { nativeBinding: options.nativeBinding })
    },
    reopen: (distrusts) => reopen(distrusts),
    onChanged: () => {
      announcer.statusChanged()
    },
  })
  const announcer = createAnnouncer(options.announce, () => {
    status().then(
      (present) => {
        options.announce('status.changed', present)
      },
      (error: unknown) => {
        if (stopped === null) log.error('status_failed', error)
      },
    )
  })

  const open = (settings: Settings, distrustsLedger = false): Promise<Session> => {
    operator = settings.operator === '' ? options.operator : settings.operator
    operators.use(settings.operators)
    ledgerFile = data.ledgerFile(settings.mode, settings.profile.id)
    return openSession({
      settings,
      data,
      resourcesDir: options.resourcesDir,
      nativeBinding: options.nativeBinding,
      log,
      announcer,
      watch: options.watch,
      secondLookMs: options.secondLookMs,
      network,
      trash,
      distrustsLedger,
      reconstructionPace: options.reconstructionPace,
      examineLedger: options.examineLedger,
      onLedgerFailure: (failure) => {
        if (isOpen) pause.begin(failure)
      },
      liveKey: () => keyOf(settings.profile.id),
      now,
      blankCheck: options.blankCheck,
      pictureWorker: options.pictureWorker,
      lookPlan: options.lookPlan,
      actor,
      keepRules,
      onRulesProgress: (payload) => {
        options.announce('rules.changed', payload)
      },
      onProgress: (itemId, sentBytes, totalBytes) => {
        progress.tell({ itemId, sentBytes, totalBytes })
      },
    })
  }
  /** Rules are a part of the settings file. One with mistakes is not written over: a person mends it first. */
  const keepRules = async (definition: RulesDefinition): Promise<void> => {
    if (options.settings !== undefined) return
    if (problems.length > 0) throw new IntrayError('settings_unwritable', 'The settings file has mistakes.')
    await saveSettings(data.settingsFile, { ...(await current).settings, ...definition })
  }

  const load = async (): Promise<Settings> => {
    if (options.settings !== undefined) return options.settings
    const loaded = await loadSettings(data.settingsFile)
    problems = loaded.problems.length > 0 ? loaded.problems : await findSettingsProblems(loaded.settings)
    // Nothing is sent on settings that are half right: practice, until somebody has mended them.
    return problems.length === 0 ? loaded.settings : defaultSettings()
  }
  const first = await load()
  let ledgerFile = data.ledgerFile(first.mode, first.profile.id)
  let current: Promise<Session> = open(first)
  await current
  isOpen = true

  const status = async (): Promise<Status> =>
    buildStatus(await current, {
      version: options.version,
      operator: operators.present() ?? '',
      problems,
      ledgerPause: pause.failure(),
    })

  /** One after the other: a pause of the ledger may end in the moment in which settings are saved. */
  let lastTurn: Promise<unknown> = Promise.resolve()
  const inTurn = (replace: () => Promise<void>): Promise<void> => {
    const turn = lastTurn.then(replace)
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  /** Ends what runs and starts it on other settings; on a failure what ran before runs again. */
  const replaceSession = (settings: Settings): Promise<void> =>
    inTurn(async () => {
      const before = await current
      const replaced = before.stop().then(() => open(settings))
      current = replaced.catch(() => open(before.settings))
      // Not even what ran before: Intray tries again by itself, as after every failure of the ledger.
      current.catch((error: unknown) => {
        pause.begin(toFailure(error))
      })
      await replaced
      announcer.everythingChanged()
    })

  const stopStatusFile = startStatusFile({ data, log, now, status })

  /** Starts everything anew on the ledger, after it could not be written. */
  const reopen = (distrustsLedger: boolean): Promise<void> =>
    inTurn(async () => {
      const before = await current.catch(() => null)
      await before?.stop()
      current = open(before?.settings ?? (await load()), distrustsLedger)
      await current
      announcer.everythingChanged()
    })

  const settingsDesk = createSettingsDesk({
    data,
    session: () => current,
    problems: () => problems,
    onMended: () => {
      problems = []
    },
    replaceSession,
    keyOf,
    actor,
    now,
  })
  const reviewDesk = createReviewDesk({
    session: () => current,
    actor,
    now,
    onItemsChanged: itemsDecided,
  })
  const handlers: EngineHandlers = {
    'status.get': () => status(),
    'items.list': async (input) => (await current).ledger.list(input),
    'items.count': async ({ atMost, ...selection }) => (await current).ledger.count(selection, atMost),
    'items.revisions': async (input) => (await current).ledger.revisions(input, maxBulkItems),
    'items.causes': async (input) => ({ causes: await (await current).ledger.causes(input) }),
    'items.known': async ({ field, prefix, limit }) => ({
      values: await (await current).ledger.knownValues(field, prefix, limit),
    }),
    'items.get': async ({ itemId }) => (await current).ledger.getDetail(itemId),
    ...reviewDesk,
    ...operators.handlers,
    'rules.get': async (input) => (await current).rules['rules.get'](input),
    'rules.try': async (input) => (await current).rules['rules.try'](input),
    'rules.explain': async (input) => (await current).rules['rules.explain'](input),
    'rules.save': async (input) => (await current).rules['rules.save'](input),
    'rules.undo': async (input) => (await current).rules['rules.undo'](input),
    'rules.checkEntityId': async (input) => (await current).rules['rules.checkEntityId'](input),
    'rules.propose': async (input) => (await current).rules['rules.propose'](input),
    'rules.export': async (input) => (await current).rules['rules.export'](input),
    'rules.import': async (input) => (await current).rules['rules.import'](input),
    'index.list': async () => (await current).listIndexes(),
    'index.rows': async (input) => (await current).ledger.listIndexRows(input),
    'uploads.pause': async () => {
      await (await current).lane.pause(await actor())
      return null
    },
    'uploads.resume': async () => {
      await (await current).lane.resume(await actor())
      return null
    },
    ...folderCalls(() => current),
    ...settingsDesk,
    ...createEvidenceDesk({ version: options.version, session: () => current, actor, now }),
    'ledger.verify': async () => (await current).ledger.verify(),
    'ledger.backUp': async () => (await current).care.backUp(),
    'ledger.backups': async () => ({ backups: await (await current).ledger.listBackups() }),
    'network.provide': async (input) => {
      network.provide(input)
      const session = await current
      session.lane.kick()
      session.entities.tryAgain()
      return null
    },
    'files.trashed': async ({ itemId, failure }) => {
      trash?.answered(itemId, failure)
      return Promise.resolve(null)
    },
    'secrets.provide': async (input) => {
      keys = input.keys
      const session = await current
      session.lane.keyChanged()
      session.unknowns.keyChanged()
      session.entities.tryAgain()
      announcer.statusChanged()
      return null
    },
    'items.locate': async ({ itemId }) => {
      const session = await current
      return { path: await session.locate(await session.ledger.getItem(itemId)) }
    },
    ...repairCalls({ previews: options.previews, session: () => current, actor, changed }),
    'engine.stop': async () => {
      await stop()
      return null
    },
  }

  function changed<Changed extends { readonly id: number }>(item: Changed): Changed {
    itemsDecided([item.id])
    return item
  }

  /** Tells of items that a person changed; some of them may now be put away. */
  function itemsDecided(itemIds: readonly number[]): void {
    announcer.itemsChanged(itemIds)
    void current.then(
      ({ archiving }) => archiving.kick(itemIds),
      () => undefined,
    )
  }

  function stop(): Promise<void> {
    stopped ??= (async () => {
      announcer.stop()
      progress.stop()
      trash?.stop()
      await stopStatusFile()
      await pause.stop()
      await options.previews?.stop()
      await current.then(
        (session) => session.stop(),
        () => undefined,
      )
      await options.blankCheck?.stop()
    })()
    return stopped
  }

  const guarded = guardActs(handlers, () => {
    operators.needed()
  })
  return { handlers: guarded, session: () => current, stop }
}

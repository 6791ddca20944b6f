import type { Handlers } from '../shared/contract.ts'
import { toFailure } from '../shared/error-codes.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Status } from '../shared/status.ts'
import { createAnnouncer } from './announcer.ts'
import { createBundleCheck } from './bundle-check.ts'
import { folderCalls } from './calls/folder-calls.ts'
import { itemCalls } from './calls/item-calls.ts'
import { ledgerCalls } from './calls/ledger-calls.ts'
import { repairCalls } from './calls/repair-calls.ts'
import { rulesCalls } from './calls/rules-calls.ts'
import { shellCalls } from './calls/shell-calls.ts'
import { uploadCalls } from './calls/upload-calls.ts'
import type { EngineOptions } from './engine-options.ts'
import { createEvidenceDesk } from './evidence-desk.ts'
import { createLedgerPause } from './ledger-pause.ts'
import { tryWriting } from './ledger/connection.ts'
import { createSystemNetwork, readSystemAuthorities } from './network-way.ts'
import { guardActs } from './operator-acts.ts'
import { createOperators } from './operators.ts'
import { createProfileKeys } from './profile-keys.ts'
import { createProgressTeller } from './progress-teller.ts'
import { createReviewDesk } from './review-desk.ts'
import { startSessionTurns } from './session-turns.ts'
import { openSession } from './session.ts'
import type { Session } from './session.ts'
import { createSettingsDesk } from './settings-desk.ts'
import { createSettingsInForce } from './settings-in-force.ts'
import { startStatusFile } from './status-file.ts'
import { buildStatus } from './status-report.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import { createTrashRequests } from './trash-requests.ts'

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
  const inForce = createSettingsInForce({ data, fixed: options.settings })
  const first = await inForce.load()
  const keys = createProfileKeys({ profileId: first.profile.id, key: options.key })
  const network = createSystemNetwork({ environment: process.env, readAuthorities: readSystemAuthorities })
  const bundleCheck = createBundleCheck(
    (share) => {
      options.announce('evidence.checkProgressed', { share })
    },
    () => systemClock.monotonicMs(),
  )
  const trash =
    options.hasShell === true
      ? createTrashRequests((wanted) => {
          options.announce('files.trashWanted', wanted)
        })
      : null
  const progress = createProgressTeller((payload) => {
    options.announce('upload.progressed', payload)
  })
  const session = (): Promise<Session> => turns.current()
  const statusChanged = (): void => {
    announcer.statusChanged()
  }
  let operator = options.operator
  const operators = createOperators({
    account: () => operator,
    record: async (kind, name) => (await session()).ledger.recordEvent(kind, name, {}, now()),
    onChanged: statusChanged,
    monotonicMs: () => systemClock.monotonicMs(),
    log,
  })
  /** Whoever is signed in; while nobody is, what happens by itself is told by the account's name. */
  const actor = (): Promise<string> => Promise.resolve(operators.present() ?? operator)
  let ledgerFile = data.ledgerFile(first.mode, first.profile.id)
  const pause = createLedgerPause({
    timers: systemTimers,
    log,
    random: Math.random,
    suspend: async () => (await session()).suspend(),
    tryWriting: () => {
      tryWriting(ledgerFile, { nativeBinding: options.nativeBinding })
    },
    reopen: (distrusts) => turns.reopen(distrusts),
    onChanged: statusChanged,
  })
  const status = async (): Promise<Status> =>
    buildStatus(await session(), {
      version: options.version,
      operator: operators.present() ?? '',
      problems: inForce.problems(),
      ledgerPause: pause.failure(),
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

  const open = (settings: Settings, distrustsLedger: boolean): Promise<Session> => {
    operator = settings.operator === '' ? options.operator : settings.operator
    operators.use(settings.operators)
    ledgerFile = data.ledgerFile(settings.mode, settings.profile.id)
    return openSession({
      ...options,
      settings,
      announcer,
      network,
      trash,
      distrustsLedger,
      onLedgerFailure: (failure) => {
        if (isOpen) pause.begin(failure)
      },
      liveKey: () => keys.of(settings.profile.id),
      actor,
      keepRules: (definition) => inForce.keepRules(definition),
      onRulesProgress: (payload) => {
        options.announce('rules.changed', payload)
      },
      onProgress: (itemId, sentBytes, totalBytes) => {
        progress.tell({ itemId, sentBytes, totalBytes })
      },
    })
  }
  let isOpen = false
  let stopped: Promise<void> | null = null
  const turns = startSessionTurns<Session>({
    first,
    open,
    load: () => inForce.load(),
    onReplaced: () => {
      announcer.everythingChanged()
    },
    // Intray tries again by itself, as after every failure of the ledger.
    onNothingRuns: (error) => {
      pause.begin(toFailure(error))
    },
  })
  await session()
  isOpen = true
  const stopStatusFile = startStatusFile({ data, log, now, status })

  /** Tells of items that a person changed; some of them may now be put away. */
  const onItemsChanged = (itemIds: readonly number[]): void => {
    announcer.itemsChanged(itemIds)
    void session().then(
      ({ archiving }) => archiving.kick(itemIds),
      () => undefined,
    )
  }
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      announcer.stop()
      progress.stop()
      bundleCheck.cancel()
      trash?.stop()
      await stopStatusFile()
      await pause.stop()
      await options.previews?.stop()
      await turns.stop()
      await options.blankCheck?.stop()
    })()
    return stopped
  }

  const handlers: EngineHandlers = {
    'status.get': () => status(),
    'engine.stop': async () => {
      await stop()
      return null
    },
    ...itemCalls(session),
    ...createReviewDesk({ session, actor, now, onItemsChanged }),
    ...operators.handlers,
    ...rulesCalls(session),
    ...uploadCalls({ session, actor }),
    ...folderCalls(session),
    ...createSettingsDesk({
      data,
      session,
      problems: () => inForce.problems(),
      isReplaced: (running) => inForce.isReplaced(running),
      onMended: () => {
        inForce.mended()
      },
      replaceSession: (settings) => turns.replace(settings),
      keyOf: (profileId) => keys.of(profileId),
      actor,
      now,
    }),
    ...createEvidenceDesk({ version: options.version, session, actor, now, bundleCheck }),
    ...ledgerCalls(session),
    ...shellCalls({ network, trash, keys, session, actor, now, onStatusChanged: statusChanged }),
    ...repairCalls({ previews: options.previews, session, actor, onItemsChanged }),
  }
  const guarded = guardActs(handlers, () => {
    operators.needed()
  })
  return { handlers: guarded, session, stop }
}

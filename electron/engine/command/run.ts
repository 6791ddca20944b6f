import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { startEngine } from '../engine.ts'
import type { Engine } from '../engine.ts'
import { sumCounts } from '../ledger/queries.ts'
import { openLog } from '../log.ts'
import { createBlankCheck } from '../media/blank-check.ts'
import { readKeyFile } from './api-key-file.ts'
import { readCount } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { listenForInterruption } from './interruption.ts'
import type { Interruption } from './interruption.ts'
import { nonEmpty } from './invocation.ts'
import type { Invocation } from './invocation.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { exitCodeOfRun } from './run-end.ts'
import type { RunEnd } from './run-end.ts'
import { createRunProgress } from './run-progress.ts'
import { describeSummary, reportSummary, summarise } from './run-summary.ts'
import { runOnce } from './single-run.ts'

interface RunOptions {
  readonly once?: true
  readonly approveReady?: true
  readonly timeout?: number
  readonly keyFile?: string
}

/** `intray run`: watches the folders and sends what is approved, for ever or once. */
export function addRun(program: Command, perform: Perform): void {
  program
    .command('run')
    .description('Watch the folders and upload what is approved: for ever, or once.')
    .option('--once', 'take in what is there, wait for the uploads, and end with a summary')
    .option('--timeout <seconds>', 'with --once: wait no longer than this; else until all is done', readCount)
    .option('--approve-ready', 'with --once in practice mode: approve files without any warning, unattended')
    .option('--key-file <file>', 'the API key is alone in this file (or in INTRAY_API_KEY)')
    .addHelpText(
      'after',
      helpAfter({
        examples: [
          'run',
          'run --once --practice --approve-ready',
          'run --once --live --timeout 600 --key-file /etc/intray/key',
        ],
        exits: {
          0: 'everything that could be sent was sent, and nothing needs a person\n(in practice mode files are held by design: they count as done)',
          1: 'something needs a person: held, refused, awaiting review, missing',
          75: 'work is left: uploads stopped, the time was over, a folder cannot be read,\nor a file waits for its index row or its other side',
          130: 'stopped by Ctrl-C, 143 by a signal to end',
        },
      }),
    )
    .action((options: RunOptions, command: Command) =>
      perform(command, (invocation) => run(invocation, options)),
    )
}

async function run(invocation: Invocation, options: RunOptions): Promise<number> {
  const { host, terminal } = invocation
  const settings = settingsOfRun(await invocation.settings(), await invocation.operator(), options)
  refuseMisuse(settings, options)
  const key = await readKey(invocation, options.keyFile)
  const interruption = listenForInterruption()
  const startedAtMs = host.now()
  const log = openLog(invocation.data.logFolder, 'command', startedAtMs)
  try {
    const engine = await startEngine({
      data: invocation.data,
      resourcesDir: host.resourcesDir,
      version: host.version,
      operator: await invocation.operator(),
      nativeBinding: host.nativeBinding,
      log,
      watch: options.once !== true,
      settings,
      key,
      pictureWorker: host.previewWorker,
      blankCheck: createBlankCheck({
        workerFile: host.previewWorker,
        onFailure: (refusal) => {
          log.warn('blank_check_failed', { refusal })
        },
      }),
      now: host.now,
      announce: () => undefined,
    })
    let end: Omit<RunEnd, 'counts'> | null = null
    try {
      if (!terminal.json) await introduce(invocation, engine)
      end = await work(invocation, engine, options, interruption)
      if (interruption.signal.aborted && !terminal.json) {
        terminal.tell('Stopping: what is being sent may end first. Once more ends at once.')
      }
    } finally {
      await engine.stop()
    }
    const signalled = interruption.exitCode()
    if (signalled !== null || end === null) return signalled ?? exitCodes.done
    return await finish(invocation, end, startedAtMs)
  } finally {
    interruption.end()
    log.close()
  }
}

/**
 * A run has no window: nobody signs in, and what it approves itself by `--approve-ready` nobody could take back.
 * Approvals made in the window keep their time.
 */
function settingsOfRun(settings: Settings, operator: string, { approveReady }: RunOptions): Settings {
  const review = approveReady === true ? { ...settings.review, graceMs: 0 } : settings.review
  return { ...settings, operator, operators: [], review }
}

function refuseMisuse({ mode }: Settings, { once, timeout, approveReady }: RunOptions): void {
  if (once === undefined && (timeout !== undefined || approveReady !== undefined)) {
    throw new IntrayError('command_invalid', '--timeout and --approve-ready need --once.')
  }
  if (approveReady === true && mode === 'live') {
    const words =
      'In live mode a person approves, or the folder’s policy does: --approve-ready is for practice.'
    throw new IntrayError('command_invalid', words)
  }
}

async function readKey({ host }: Invocation, keyFile: string | undefined): Promise<string | null> {
  if (keyFile !== undefined) return readKeyFile(keyFile, host.platform)
  return nonEmpty(host.environment['INTRAY_API_KEY'])?.trim() ?? null
}

async function introduce({ terminal, data }: Invocation, engine: Engine): Promise<void> {
  const { settings, folders, connection } = await engine.session()
  const lines = [
    settings.mode === 'practice'
      ? 'Practice mode: uploads go to the simulator inside Intray.'
      : `Live mode: uploads go to ${connection.baseUrl}, organisation ${connection.organisation}.`,
    ...folders.map(({ path }) => `Folder: ${path}`),
    ...(folders.length === 0 ? [`No folder is watched: add one to "folders" in ${data.settingsFile}.`] : []),
  ]
  terminal.tell(lines.join('\n'))
}

/** Null when it ended without a summary: it was watching, and was stopped. */
async function work(
  { terminal, host }: Invocation,
  engine: Engine,
  { once, timeout, approveReady }: RunOptions,
  interruption: Interruption,
): Promise<Omit<RunEnd, 'counts'> | null> {
  const session = await engine.session()
  const progress = createRunProgress(terminal, session, host.now)
  if (once === true) {
    const timeOver = timeout === undefined ? [] : [AbortSignal.timeout(timeout * 1_000)]
    const signal = AbortSignal.any([interruption.signal, ...timeOver])
    const end = await runOnce({ engine, approveReady: approveReady === true, progress, signal })
    if (terminal.watched) terminal.showProgress('')
    return end
  }
  while (!interruption.signal.aborted) {
    progress.show(sumCounts(await session.ledger.countsByFolder()))
    await wait(showIntervalMs, undefined, { signal: interruption.signal }).catch(() => undefined)
  }
  return null
}

const showIntervalMs = 500

/** Reads the ledger once more after everything has stopped: only then are all ends in it. */
async function finish(
  invocation: Invocation,
  end: Omit<RunEnd, 'counts'>,
  startedAtMs: number,
): Promise<number> {
  const { terminal, sameLedgerOptions } = invocation
  const ledgerFile = await invocation.ledgerFile()
  const summary = await withLedger(invocation, (ledger) => summarise(ledger, end, ledgerFile, startedAtMs))
  const exitCode = exitCodeOfRun(summary)
  if (terminal.json) await terminal.printJson(reportSummary(summary, exitCode))
  else await terminal.print(describeSummary(summary, sameLedgerOptions))
  return exitCode
}

import { Command, CommanderError, Option } from 'commander'
import { IntrayError, toFailure } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import { openLog } from '../log.ts'
import { addAnchor } from './anchor.ts'
import { addApprove } from './approve.ts'
import { addBackup } from './backup.ts'
import { addBackups } from './backups.ts'
import { addEdit } from './edit.ts'
import { addErase } from './erase.ts'
import { addExplain } from './explain/explain.ts'
import { exitCodeOfFailure, exitCodes } from './exit-codes.ts'
import { addExport } from './export.ts'
import { failureLines, reportFailure } from './failure-words.ts'
import { addFolders } from './folders/folders.ts'
import { helpAfter } from './help.ts'
import { openInvocation } from './invocation.ts'
import type { Host, Invocation } from './invocation.ts'
import { addList } from './list.ts'
import type { Perform } from './perform.ts'
import { addRebuildSearch } from './rebuild-search.ts'
import { addReject } from './reject.ts'
import { addRepair } from './repair.ts'
import { addReopen } from './reopen.ts'
import { addReport } from './report.ts'
import { addRescan } from './rescan.ts'
import { addRestore } from './restore.ts'
import { addRetry } from './retry.ts'
import { addRun } from './run.ts'
import { addRules } from './rules/rules-group.ts'
import { addSandbox } from './sandbox.ts'
import { addSettings } from './settings.ts'
import { addSettle } from './settle.ts'
import { addShow } from './show.ts'
import { openTerminal } from './terminal.ts'
import { addUndo } from './undo.ts'
import { addVerify } from './verify.ts'

/** Runs the command that `words` spell and resolves with its exit code. Never rejects. */
export async function runCommandLine(words: readonly string[], host: Host): Promise<number> {
  let exitCode: number = exitCodes.done
  const perform: Perform = async (command, work) => {
    const invocation = openInvocation(host, command.optsWithGlobals())
    try {
      exitCode = await work(invocation)
    } catch (error) {
      exitCode = tellFailure(invocation, error)
    }
  }
  try {
    await buildProgram(host, perform).parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return tellUsage(words, host, error)
    throw error
  }
}

function buildProgram(host: Host, perform: Perform): Command {
  const program = new Command('intray')
    .description(
      'Reviews scans of identity documents and uploads them, with a ledger of everything that happened.',
    )
    .version(host.version)
    .option('--data-dir <folder>', 'where ledger, logs and settings are (or INTRAY_DATA_DIR)')
    .option('--settings <file>', 'another settings file than the data folder’s')
    .option('--json', 'results and errors as JSON, lists as JSON Lines')
    .addOption(new Option('--practice', 'work in practice mode, whatever the settings say').conflicts('live'))
    .addOption(new Option('--live', 'work in live mode, whatever the settings say').conflicts('practice'))
    .option('--profile <id>', 'work on another profile of the settings, with its own folders, key and ledger')
    .option('--operator <name>', 'who decides, for the ledger; else the settings’, else the system account')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      // Said by tellUsage, in the form that was asked for.
      outputError: () => undefined,
    })
    .exitOverride()
    .addHelpText('after', helpAfter({ examples: ['run --once --practice', 'list --state awaiting_review'] }))
  for (const add of [
    addRun,
    addList,
    addShow,
    addApprove,
    addEdit,
    addReject,
    addRepair,
    addRescan,
    addRetry,
    addReopen,
    addUndo,
    addSettle,
    addFolders,
    addVerify,
    addBackup,
    addBackups,
    addRestore,
    addRebuildSearch,
    addExport,
    addReport,
    addAnchor,
    addErase,
    addRules,
    addExplain,
    addSettings,
    addSandbox,
  ])
    add(program, perform)
  return program
}

function tellFailure(invocation: Invocation, error: unknown): number {
  const failure = toFailure(error)
  if (error instanceof IntrayError) showFailure(invocation.terminal, failure)
  else showFailure(invocation.terminal, { ...failure, detail: logUnexpected(invocation, error) })
  return exitCodeOfFailure(failure.code)
}

/** Writes the error with its stack to the log, and answers where that is. */
function logUnexpected({ data, host }: Invocation, error: unknown): string {
  const log = openLog(data.logFolder, 'command', host.now())
  log.error('command_failed', error)
  log.close()
  return `The log is in ${data.logFolder}.`
}

/** Help and version arrive as errors too, with exit code 0. A bare `intray` is shown the help. */
function tellUsage(words: readonly string[], host: Host, error: CommanderError): number {
  if (error.exitCode === 0) return exitCodes.done
  const isHelp = error.code === 'commander.help'
  const detail = error.message.replace(/^error: /, '')
  const terminal = openTerminal(host, words.includes('--json'))
  if (!isHelp) showFailure(terminal, { code: 'command_invalid', detail })
  return exitCodes.usage
}

function showFailure(terminal: Invocation['terminal'], failure: Failure): void {
  terminal.tell(
    terminal.json ? JSON.stringify({ error: reportFailure(failure) }) : failureLines(failure).join('\n'),
  )
}

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { SandboxOptions } from '../sandbox/options.ts'
import type { RequestRecord } from '../sandbox/request-log.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { readPort } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { listenForInterruption, untilAborted } from './interruption.ts'
import type { Perform } from './perform.ts'
import { readSandboxConfig } from './sandbox-config.ts'
import { localTime, printable } from './terminal.ts'
import type { Terminal } from './terminal.ts'

interface SandboxCommandOptions {
  readonly port?: number
  readonly config?: string
  readonly store?: string
}

/** `intray sandbox`: the simulator of the endpoint, alone, until it is stopped. */
export function addSandbox(program: Command, perform: Perform): void {
  program
    .command('sandbox')
    .description('Run the simulator of the endpoint on this computer, until Ctrl-C.')
    .option('--port <number>', 'the port on 127.0.0.1; else the config’s, else any free one', readPort)
    .option('--config <file>', 'options of the simulator, JSON or JSON with comments')
    .option('--store <file>', 'remember what was uploaded in this file')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['sandbox --port 8021', 'sandbox --config sandbox.json --store uploaded.jsonl --json'],
        exits: {
          130: 'stopped by Ctrl-C, 143 by a signal to end',
          73: 'the port or the store file cannot be had',
        },
      }),
    )
    .action((options: SandboxCommandOptions, command: Command) =>
      perform(command, async ({ terminal }) => {
        const config = await readSandboxConfig(options.config)
        const interruption = listenForInterruption()
        const sandbox = await start({
          ...config,
          ...(options.port === undefined ? {} : { port: options.port }),
          ...(options.store === undefined ? {} : { storeFile: resolve(options.store) }),
        })
        try {
          await introduce(terminal, sandbox)
          sandbox.watchRequests(({ stage, record }) => {
            if (stage === 'settled') void describe(terminal, record)
          })
          await untilAborted(interruption.signal)
          return interruption.exitCode() ?? exitCodes.done
        } finally {
          await sandbox.stop()
          interruption.end()
        }
      }),
    )
}

async function start(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await startSandbox(options)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new IntrayError('simulator_not_started', String(error.code), { cause: error })
  }
}

async function introduce(
  terminal: Terminal,
  { baseUrl, options, damagedStoreLines }: Sandbox,
): Promise<void> {
  const { organisation } = options
  const key = options.keys[0]?.key ?? ''
  if (terminal.json) await terminal.printJson({ baseUrl, organisation, key })
  else await terminal.print(`Base URL:     ${baseUrl}\nOrganisation: ${organisation}\nAPI key:      ${key}`)
  if (damagedStoreLines > 0) {
    terminal.tell(
      `${String(damagedStoreLines)} lines of the store file cannot be read; they stay where they are.`,
    )
  }
}

function describe(terminal: Terminal, record: Readonly<RequestRecord>): Promise<void> {
  if (terminal.json) return terminal.printJson(record)
  const { arrivedAtMs, method, target, status, outcome, bodyBytes, storedMedia, fault } = record
  const words = [
    localTime(arrivedAtMs),
    method,
    target,
    status === null ? outcome : String(status),
    `${String(bodyBytes)} bytes`,
    ...(storedMedia > 0 ? [`stored ${String(storedMedia)}`] : []),
    ...(fault === null ? [] : [`fault: ${fault}`]),
  ]
  return terminal.print(printable(words.join('  ')))
}

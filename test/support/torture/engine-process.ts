import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CallInput, CallName, CallOutput } from '../../../electron/shared/contract.ts'
import type { Failure } from '../../../electron/shared/error-codes.ts'
import { errorCatalogue } from '../../../electron/shared/error-codes.ts'
import type { TorturePlace } from './torture-place.ts'

const source = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const preload = (name: string): string[] => ['--import', new URL(`child/${name}.ts`, import.meta.url).href]

/** The engine as a process of its own, which can be killed like any other. */
export interface EngineProcess {
  readonly pid: number
  /** Rejects with a RefusedCall where the engine refuses, and with another error where it is gone. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  /** Sets the engine's clock to the real time and so many milliseconds. Resolves once it is done. */
  turnClock(offsetMs: number): Promise<void>
  /** Makes operations of the ledger or on files fail from now on, or with null no longer. */
  breakDisk(fault: DiskFault | null): Promise<number>
  /** After a collection of garbage. */
  memory(): Promise<MemoryUse>
  /** SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>
  /** Ends it in the ordinary way. */
  stop(): Promise<void>
}

export interface DiskFault {
  readonly where: 'ledger' | 'files'
  readonly code: 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS'
  /** Which operations: every one, or only the nth from now. */
  readonly nth: number | null
  /** Files are struck below this path only. */
  readonly below: string
}

export interface MemoryUse {
  readonly rssBytes: number
  readonly heapUsedBytes: number
  readonly resources: number
}

/** A call that the engine refused, with its code. */
export class RefusedCall extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(`${failure.code}: ${errorCatalogue[failure.code].happened} ${failure.detail}`)
    this.failure = failure
  }
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), failure: z.custom<Failure>() }),
  z.object({
    kind: z.literal('answer'),
    callId: z.number(),
    answer: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), failure: z.custom<Failure>() }),
    ]),
  }),
  z.object({ kind: z.literal('event') }),
])

/** Starts an engine on the place. Rejects with a RefusedCall where the engine cannot start. */
export async function startEngineProcess(place: TorturePlace): Promise<EngineProcess> {
  const argument = JSON.stringify({
    dataDir: place.data.root,
    resourcesDir: source('resources'),
  })
  const child = fork(new URL('child/engine-entry.ts', import.meta.url), [argument], {
    execArgv: ['--expose-gc', ...preload('turned-clock'), ...preload('disk-faults')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
  })
  const link = linkTo(child)
  try {
    await link.ready
    await link.request('secrets.provide', { keys: { main: place.key } })
  } catch (error) {
    child.kill('SIGKILL')
    await link.gone
    throw error
  }
  return {
    pid: child.pid ?? 0,
    // What the contract says of a call's answer is what its handler gives; the compiler cannot follow it by name.
    call: (name, input) => link.request(name, input) as Promise<CallOutput<typeof name>>,
    turnClock: async (offsetMs) => {
      await link.request('torture.turnClock', { offsetMs })
    },
    breakDisk: async (fault) => z.number().parse(await link.request('torture.breakDisk', { fault })),
    memory: async () =>
      z
        .object({ rssBytes: z.number(), heapUsedBytes: z.number(), resources: z.number() })
        .parse(await link.request('torture.memory', {})),
    kill: async () => {
      child.kill('SIGKILL')
      await link.gone
    },
    stop: async () => {
      await link.request('engine.stop', {}).catch(() => undefined)
      await link.gone
    },
  }
}

interface Link {
  readonly ready: Promise<void>
  readonly gone: Promise<void>
  request(name: string, input: unknown): Promise<unknown>
}

function linkTo(child: ChildProcess): Link {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ready = Promise.withResolvers<undefined>()
  const gone = Promise.withResolvers<undefined>()
  let complaints = ''
  let calls = 0
  let isGone = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4_000)
  })
  child.on('message', (data) => {
    const message = messageSchema.parse(data)
    if (message.kind === 'ready') ready.resolve(undefined)
    if (message.kind === 'failed') ready.reject(new RefusedCall(message.failure))
    if (message.kind !== 'answer') return
    const call = waiting.get(message.callId)
    waiting.delete(message.callId)
    if (message.answer.ok) call?.resolve(message.answer.value)
    else call?.reject(new RefusedCall(message.answer.failure))
  })
  child.on('exit', (code, signal) => {
    isGone = true
    const error = new Error(`the engine ended with ${String(code ?? signal)}\n${complaints}`)
    ready.reject(error)
    for (const call of waiting.values()) call.reject(error)
    waiting.clear()
    gone.resolve(undefined)
  })
  // Whoever waits for it hears of it; nobody need wait.
  ready.promise.catch(() => undefined)

  return {
    ready: ready.promise,
    gone: gone.promise,
    request: (name, input) =>
      new Promise((resolve, reject) => {
        if (isGone) {
          reject(new Error('the engine is gone'))
          return
        }
        calls += 1
        waiting.set(calls, { resolve, reject })
        child.send({ kind: 'call', callId: calls, name, input }, (error) => {
          if (error !== null) reject(error)
        })
      }),
  }
}

export interface CommandEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

export interface CommandProcess {
  readonly ended: Promise<CommandEnd>
  kill(): void
}

/** Starts `intray` on the place, with the key in its environment; `crashPoints` is read by the preload of that name. */
export function startCommand(
  place: TorturePlace,
  words: readonly string[],
  crashPoints?: { readonly at: number | null; readonly reportFile: string },
): CommandProcess {
  const here = ['--data-dir', place.data.root, '--settings', place.data.settingsFile]
  const child = spawn(
    process.execPath,
    [
      ...(crashPoints === undefined ? [] : preload('crash-points')),
      source('electron/engine/intray.ts'),
      ...words,
      ...here,
    ],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: '/nonexistent',
        INTRAY_API_KEY: place.key,
        ...(crashPoints === undefined ? {} : { INTRAY_CRASH_POINTS: JSON.stringify(crashPoints) }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4_000)
  })
  return {
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => {
        resolve({ code, signal, stderr })
      })
    }),
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

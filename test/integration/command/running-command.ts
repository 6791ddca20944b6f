import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../../electron/engine/command/program.ts'
import { compileCache } from '../../support/compile-cache.ts'

const entry = fileURLToPath(new URL('../../../electron/engine/intray.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly process: ChildProcess
  /** Resolves when the text has appeared on one of the two streams. */
  appeared(text: string): Promise<void>
  /** The first line of its result. */
  firstLine(): Promise<string>
  ended: Promise<Ended>
}

/** Starts the real command on its source, with `input` to read. It is killed when the test ends, should it still run. */
export function startIntray(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  input?: string,
): Running {
  const child = spawn(process.execPath, [entry, ...words], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...compileCache, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A command that does not read may end before it is written to.
  child.stdin.on('error', () => undefined).end(input)
  let stdout = ''
  let stderr = ''
  let onText: () => void = () => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onText()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    onText()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const appeared = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      onText = () => {
        if (stdout.includes(text) || stderr.includes(text)) resolve()
      }
      onText()
      void ended.then(() => reject(new Error(`ended without "${text}":\n${stdout}\n${stderr}`)))
    })
  return {
    process: child,
    ended,
    appeared,
    async firstLine() {
      await appeared('\n')
      return stdout.slice(0, stdout.indexOf('\n'))
    },
  }
}

/** Runs the real command to its end. */
export function intray(words: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Ended> {
  return startIntray(words, environment).ended
}

/** Runs the command with `--json` and reads its one document. */
export async function intrayJson(
  words: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<Ended & { readonly value: unknown }> {
  const ended = await intray([...words, '--json'], environment)
  return { ...ended, value: ended.stdout === '' ? undefined : JSON.parse(ended.stdout) }
}

/** The same command within this process, for what needs no process of its own and is asked often. */
export async function intrayInside(words: readonly string[]): Promise<Ended> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const texts = Promise.all([textOf(stdout), textOf(stderr)])
  const code = await runCommandLine(words, {
    stdout,
    stderr,
    environment: {},
    platform: process.platform,
    resourcesDir: fileURLToPath(new URL('../../../resources', import.meta.url)),
    previewWorker: new URL('../../../electron/engine/media/preview-worker.ts', import.meta.url),
    version: '0.0.0',
    nativeBinding: undefined,
    now: Date.now,
  })
  stdout.end()
  stderr.end()
  const [printed, told] = await texts
  return { code, stdout: printed, stderr: told }
}

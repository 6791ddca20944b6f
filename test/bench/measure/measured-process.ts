import { spawn } from 'node:child_process'
import { followPeakRss } from './peak-memory.ts'

export interface ProcessStart {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes that are no failure. */
  readonly expected?: readonly number[]
}

export interface MeasuredProcess {
  readonly durationMs: number
  readonly peakRssBytes: number | null
  readonly stdout: string
}

/** Runs a process from its start to its end. Throws with what it wrote when it ends with another exit code. */
export async function measureProcess(start: ProcessStart): Promise<MeasuredProcess> {
  const { command, args, cwd, env, expected = [0] } = start
  const startedAt = performance.now()
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stopFollowing = followPeakRss(child.pid ?? 0)
  let stdout = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (complaints = (complaints + text).slice(-4_000)))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(stopFollowing)
  const durationMs = performance.now() - startedAt
  const peakRssBytes = stopFollowing()
  if (exitCode === null || !expected.includes(exitCode)) {
    throw new Error(`${command} ${args.slice(0, 5).join(' ')} ended with ${exitCode}:\n${complaints}`)
  }
  return { durationMs, peakRssBytes, stdout }
}

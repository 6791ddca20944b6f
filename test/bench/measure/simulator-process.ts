import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { SandboxOptionsInput } from '../../../electron/engine/sandbox/options.ts'
import { intrayCommand } from './intray-run.ts'

const introductionSchema = z.object({ baseUrl: z.string(), organisation: z.string(), key: z.string() })

export type SimulatorProcess = z.infer<typeof introductionSchema> & { stop(): Promise<void> }

/** Starts `intray sandbox` in a process of its own, with its files in `folder`, and waits until it listens. */
export async function startSimulatorProcess(
  folder: string,
  options: SandboxOptionsInput,
): Promise<SimulatorProcess> {
  const config = join(folder, 'simulator.json')
  await writeFile(config, JSON.stringify(options))
  const args = [
    intrayCommand,
    'sandbox',
    '--json',
    '--config',
    config,
    '--data-dir',
    join(folder, 'simulator'),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const introduction = await new Promise<string>((resolve, reject) => {
    // What follows it, a line for each request, is read and forgotten: the simulator must not wait for a reader.
    lines.once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`The simulator ended with ${code}.`))
    })
  })
  return {
    ...introductionSchema.parse(JSON.parse(introduction)),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

import { utilityProcess } from 'electron'
import type { EngineMessage } from '../shared/contract.ts'
import type { EngineProcess, EngineProcessListener } from './engine-link.ts'

/** What the engine's process is told at its start, as JSON in its only argument. */
export interface EngineArguments {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly version: string
  /** Who decides here: the name of the person's account. */
  readonly operator: string
  /** A native SQLite file in place of the package's own. */
  readonly nativeBinding?: string
}

/** Starts the engine in a process of its own. Its output is shown only while Intray is being developed. */
export function startEngineProcess(
  file: string,
  args: EngineArguments,
  showsOutput: boolean,
  listener: EngineProcessListener,
): EngineProcess {
  const child = utilityProcess.fork(file, [JSON.stringify(args)], {
    serviceName: 'Intray engine',
    stdio: showsOutput ? 'pipe' : 'ignore',
  })
  child.stdout?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  // The engine is built from the same sources as this; its messages have the contract's shape.
  child.on('message', (message: EngineMessage) => listener.message(message))
  child.on('exit', () => listener.ended())
  return {
    post: (request) => child.postMessage(request),
    kill: () => void child.kill(),
  }
}

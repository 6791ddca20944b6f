import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import type { Answer, Handlers } from '../shared/contract.ts'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { EngineLink } from './engine-link.ts'
import type { ErrorLog } from './error-log.ts'
import { parseWindowCall } from './window-call.ts'
import type { WindowCall } from './window-call.ts'

const callChannel = 'intray:call'

export interface IpcRelayOptions {
  /** Whether a message comes from the window's own page, and from its main frame. */
  isOwnFrame(event: IpcMainInvokeEvent): boolean
  readonly engine: Pick<EngineLink, 'call'>
  readonly shell: Handlers<'main'>
  readonly log: ErrorLog
}

/** Answers the window's calls: checked here, then passed to the engine or the shell. Returns its stop. */
export function startIpcRelay({ isOwnFrame, engine, shell, log }: IpcRelayOptions): () => void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    try {
      if (!isOwnFrame(event)) throw new IntrayError('input_invalid', 'This page may not call.')
      return await answer(parseWindowCall(name, input))
    } catch (error) {
      if (!(error instanceof IntrayError)) log.write('call_failed', error)
      return { ok: false, failure: toFailure(error) }
    }
  })

  async function answer({ name, owner, input }: WindowCall): Promise<Answer<unknown>> {
    if (owner === 'engine') return engine.call(name as Parameters<EngineLink['call']>[0], input)
    // The input was parsed by this name's own schema.
    const handler = shell[name as keyof typeof shell] as (input: unknown) => Promise<unknown>
    return { ok: true, value: await handler(input) }
  }

  return () => ipcMain.removeHandler(callChannel)
}

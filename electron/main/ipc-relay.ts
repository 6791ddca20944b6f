import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { writeAnswer } from '../shared/answer.ts'
import type { Answer } from '../shared/answer.ts'
import type { CallInput, Handlers } from '../shared/contract.ts'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Language } from '../shared/preferences.ts'
import type { DropResult } from '../shared/records.ts'
import type { EngineCallName, EngineLink } from './engine-link.ts'
import type { ErrorLog } from './error-log.ts'
import { parseWindowCall } from './window-call.ts'
import type { WindowCall } from './window-call.ts'

const callChannel = 'intray:call'
/** Apart from the calls: its paths come from files that a person dragged, and from nowhere else. */
const dropChannel = 'intray:drop'
/** Answered at once, before the page has drawn a word. */
const languageChannel = 'intray:language'

export interface IpcRelayOptions {
  /** Whether a message comes from the window's own page, and from its main frame. */
  isOwnFrame(event: IpcMainInvokeEvent | IpcMainEvent): boolean
  readonly engine: Pick<EngineLink, 'call'>
  readonly shell: Handlers<'main'>
  /** Copies what was dragged onto the window. Checks its input by itself. */
  drop(folderId: unknown, files: unknown): Promise<Answer<DropResult>>
  language(): Language
  readonly log: ErrorLog
}

/** Answers the window's calls: checked here, then passed to the engine or the shell. Returns its stop. */
export function startIpcRelay(options: IpcRelayOptions): () => void {
  const { isOwnFrame, engine, shell, log } = options
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) =>
    writeAnswer(await answerTo(event, () => answer(parseWindowCall(name, input)))),
  )
  ipcMain.handle(dropChannel, (event, folderId: unknown, files: unknown) =>
    answerTo(event, () => options.drop(folderId, files)),
  )
  ipcMain.on(languageChannel, (event) => {
    event.returnValue = isOwnFrame(event) ? options.language() : 'en'
  })

  async function answerTo(
    event: IpcMainInvokeEvent,
    work: () => Promise<Answer<unknown>>,
  ): Promise<Answer<unknown>> {
    try {
      if (!isOwnFrame(event)) throw new IntrayError('input_invalid', 'This page may not call.')
      return await work()
    } catch (error) {
      if (!(error instanceof IntrayError)) log.write('call_failed', error)
      return { ok: false, failure: toFailure(error) }
    }
  }

  async function answer({ name, owner, input }: WindowCall): Promise<Answer<unknown>> {
    // The input was parsed by this name's own schema.
    if (owner === 'engine') return engine.call(name as EngineCallName, input as CallInput<EngineCallName>)
    const handler = shell[name as keyof typeof shell] as (input: unknown) => Promise<unknown>
    return { ok: true, value: await handler(input) }
  }

  return () => {
    ipcMain.removeHandler(callChannel)
    ipcMain.removeHandler(dropChannel)
    ipcMain.removeAllListeners(languageChannel)
  }
}

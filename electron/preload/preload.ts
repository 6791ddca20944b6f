import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Answer, AnswerText } from '../shared/answer.ts'
import type { CallOutput, EventName, Events, WindowBridge } from '../shared/contract.ts'
import type { Language } from '../shared/preferences.ts'
import type { DropResult } from '../shared/records.ts'

type Listener = (payload: never) => void

const listeners = new Map<EventName, Set<Listener>>()

ipcRenderer.on('intray:event', (_event, message: { name: EventName; payload: never }) => {
  for (const listener of listeners.get(message.name) ?? []) listener(message.payload)
})

/** Only a shell that is going down does not answer. */
const noShell: Answer<never> = { ok: false, failure: { code: 'engine_unavailable', detail: '' } }

/** The window's only way out. It passes on plain data; Electron's own objects stay on this side. */
const bridge: WindowBridge = {
  async invoke(name, input) {
    try {
      // The shell answers from the same contract.
      return (await ipcRenderer.invoke('intray:call', name, input)) as AnswerText<CallOutput<typeof name>>
    } catch {
      return JSON.stringify(noShell)
    }
  },
  async dropFiles(folderId, files) {
    // The page has files and no paths; only what a person dragged or chose has one.
    const placed = Array.from(files, (file) => ({ name: file.name, path: webUtils.getPathForFile(file) }))
    try {
      return (await ipcRenderer.invoke('intray:drop', folderId, placed)) as Answer<DropResult>
    } catch {
      return noShell
    }
  },
  // The shell answers with one of the contract's languages.
  language: ipcRenderer.sendSync('intray:language') as Language,
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) {
    if (typeof listener !== 'function') throw new TypeError('a listener must be a function')
    const ofName = listeners.get(name) ?? new Set()
    listeners.set(name, ofName.add(listener))
    return () => void ofName.delete(listener)
  },
}

contextBridge.exposeInMainWorld('intray', bridge)

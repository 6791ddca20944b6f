import { contextBridge, ipcRenderer } from 'electron'
import type { Answer, CallOutput, EventName, Events, WindowBridge } from '../shared/contract.ts'

type Listener = (payload: never) => void

const listeners = new Map<EventName, Set<Listener>>()

ipcRenderer.on('intray:event', (_event, message: { name: EventName; payload: never }) => {
  for (const listener of listeners.get(message.name) ?? []) listener(message.payload)
})

/** The window's only way out. It passes on plain data; Electron's own objects stay on this side. */
const bridge: WindowBridge = {
  async invoke(name, input) {
    try {
      // The shell answers from the same contract.
      return (await ipcRenderer.invoke('intray:call', name, input)) as Answer<CallOutput<typeof name>>
    } catch {
      // Only a shell that is going down does not answer.
      return { ok: false, failure: { code: 'engine_unavailable', detail: '' } }
    }
  },
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) {
    if (typeof listener !== 'function') throw new TypeError('a listener must be a function')
    const ofName = listeners.get(name) ?? new Set()
    listeners.set(name, ofName.add(listener))
    return () => void ofName.delete(listener)
  },
}

contextBridge.exposeInMainWorld('intray', bridge)

import { dialog, shell } from 'electron'
import type { BrowserWindow } from 'electron'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Answer, Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { familyOfExtension } from '../shared/file-families.ts'
import type { EngineLink } from './engine-link.ts'
import type { KeyStore } from './key-store.ts'
import { openText, saveText } from './text-file.ts'

export interface ShellCallOptions {
  readonly engine: EngineLink
  readonly keys: KeyStore
  /** The window that dialogs belong to. */
  window(): BrowserWindow | undefined
}

/** The calls that only Electron can answer. */
export function createShellCalls({ engine, keys, window }: ShellCallOptions): Handlers<'main'> {
  async function locateItem(itemId: number): Promise<string> {
    return pathOf(await engine.call('items.locate', { itemId }))
  }

  return {
    'connection.setKey': async ({ key }) => {
      const kept = await keys.keep(key)
      // An engine that is not running gets the key when it starts.
      await engine.call('secrets.provide', { key })
      return { kept }
    },
    'connection.forgetKey': async () => {
      await keys.forget()
      await engine.call('secrets.provide', { key: null })
      return null
    },
    'shell.engineState': async () => engine.state(),
    'shell.openItem': async ({ itemId }) => {
      await openScan(await locateItem(itemId))
      return null
    },
    'shell.showItem': async ({ itemId }) => {
      shell.showItemInFolder(await locateItem(itemId))
      return null
    },
    'shell.showFolder': async ({ folderId }) => {
      await openPath(pathOf(await engine.call('folders.locate', { folderId })), 'folder_unreachable')
      return null
    },
    'shell.pickFolder': async () => {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
      const parent = window()
      const { filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options))
      return { path: filePaths[0] ?? null }
    },
    'shell.saveText': async ({ suggestedName, text }) => ({
      saved: await saveText(window(), suggestedName, text),
    }),
    'shell.openText': async () => ({ file: await openText(window()) }),
  }
}

function pathOf(answer: Answer<{ path: string }>): string {
  if (answer.ok) return answer.value.path
  throw new IntrayError(answer.failure.code, answer.failure.detail)
}

/** Opens a scan with the system's program. A name whose kind Intray does not know might be a program itself. */
async function openScan(path: string): Promise<void> {
  if (familyOfExtension(extname(path).slice(1)) === undefined) {
    throw new IntrayError('preview_unavailable', 'Intray does not open files of this kind.')
  }
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) throw new IntrayError('file_missing')
  if (!facts.isFile()) throw new IntrayError('preview_unavailable', 'It is not a regular file.')
  await openPath(path, 'preview_unavailable')
}

async function openPath(path: string, code: 'preview_unavailable' | 'folder_unreachable'): Promise<void> {
  // Electron tells of a failure by words in the system's language.
  const words = await shell.openPath(path)
  if (words !== '') throw new IntrayError(code, words)
}

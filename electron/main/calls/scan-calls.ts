import { shell } from 'electron'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Handlers } from '../../shared/contract.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import { familyOfExtension } from '../../shared/file-families.ts'
import { say } from '../../shared/sentences/say.ts'
import { valueOf } from './shell-call-options.ts'
import type { ShellCallOptions } from './shell-call-options.ts'

type ScanCalls = Pick<Handlers<'main'>, 'shell.openItem' | 'shell.showItem' | 'shell.showFolder'>

/** Shows scans and folders in the system's own programs. */
export function createScanCalls({ engine }: ShellCallOptions): ScanCalls {
  async function locateItem(itemId: number): Promise<string> {
    return valueOf(await engine.call('items.locate', { itemId })).path
  }

  return {
    'shell.openItem': async ({ itemId }) => {
      await openScan(await locateItem(itemId))
      return null
    },
    'shell.showItem': async ({ itemId }) => {
      const path = await locateItem(itemId)
      // Electron does not tell that there is nothing to show.
      if ((await stat(path).catch(() => undefined)) === undefined) throw new IntrayError('file_missing')
      shell.showItemInFolder(path)
      return null
    },
    'shell.showFolder': async ({ folderId }) => {
      const { path } = valueOf(await engine.call('folders.locate', { folderId }))
      await openPath(path, 'folder_unreachable')
      return null
    },
  }
}

/** Opens a scan with the system's program. A name whose kind Intray does not know might be a program itself. */
async function openScan(path: string): Promise<void> {
  if (familyOfExtension(extname(path).slice(1)) === undefined) {
    throw new IntrayError('preview_unavailable', say('kind_not_opened'))
  }
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) throw new IntrayError('file_missing')
  if (!facts.isFile()) throw new IntrayError('preview_unavailable', say('not_regular_file'))
  await openPath(path, 'preview_unavailable')
}

async function openPath(path: string, code: 'preview_unavailable' | 'folder_unreachable'): Promise<void> {
  // Electron tells of a failure by words in the system's language.
  const words = await shell.openPath(path)
  if (words !== '') throw new IntrayError(code, words)
}

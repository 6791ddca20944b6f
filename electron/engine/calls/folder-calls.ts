import type { Handlers } from '../../shared/contract.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import type { FolderSettings } from '../../shared/settings/folder.ts'
import { dropIntoFolder } from '../folder-drop.ts'
import type { Session } from '../session.ts'
import { say } from '../../shared/sentences/say.ts'

type FolderCall = 'folders.compare' | 'folders.account' | 'folders.locate' | 'folders.drop'

/** What can be asked about watched folders, and put into them. */
export function folderCalls(
  session: () => Promise<Session>,
): Pick<Handlers<'engine' | 'engine_private'>, FolderCall> {
  return {
    'folders.compare': async () => {
      await Promise.all((await session()).intakes.map((intake) => intake.compareNow()))
      return null
    },
    'folders.account': async ({ folderId, days }) => (await session()).ledger.account(folderId ?? null, days),
    'folders.locate': async ({ folderId }) => ({ path: watchedFolder(await session(), folderId).path }),
    'folders.drop': async ({ folderId, paths }) => {
      const running = await session()
      const { path } = watchedFolder(running, folderId)
      const result = await dropIntoFolder({
        folder: path,
        paths,
        ledgerId: running.ledger.id,
        ignore: running.settings.intake.ignore,
      })
      const intake = running.intakes.find(({ folder }) => folder.id === folderId)
      // Where no events come, the person would wait for the next comparison.
      if (result.copied.length > 0 && intake?.status().delivery === 'comparison_only')
        void intake.compareNow()
      return result
    },
  }
}

function watchedFolder({ folders }: Session, folderId: string): FolderSettings {
  const folder = folders.find(({ id }) => id === folderId)
  if (folder === undefined) throw new IntrayError('folder_unreachable', say('folder_not_watched'))
  return folder
}

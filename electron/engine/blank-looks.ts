import { finding } from '../shared/finding-codes.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Identifier, InspectedFile } from './identification.ts'
import { looksBlank } from './identify/blank-candidate.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { BlankCheck } from './media/blank-check.ts'

export interface BlankLooksOptions {
  readonly ledger: Pick<Ledger, 'findItem' | 'recordReadAgain'>
  readonly identifier: Pick<Identifier, 'readAgain'>
  readonly blankCheck: BlankCheck
  readonly log: Log
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

/**
 * Looks by and by whether pictures are blank that a person will see anyway: decoding one takes as long as taking in
 * hundreds, and nobody should wait for it. Looks that a restart cuts off are not made up for.
 */
export interface BlankLooks {
  /** `locate` gives the absolute path of a file of the folder. */
  want(folder: FolderSettings, files: readonly InspectedFile[], locate: (path: string) => string): void
  stop(): Promise<void>
}

/** More pictures than these wait for a person alone. */
const maxWanted = 10_000

/** Undefined where nothing can decode pictures. */
export function openBlankLooks(
  options: Omit<BlankLooksOptions, 'blankCheck'> & { readonly blankCheck: BlankCheck | undefined },
): BlankLooks | undefined {
  const { blankCheck } = options
  return blankCheck === undefined ? undefined : createBlankLooks({ ...options, blankCheck })
}

function createBlankLooks(options: BlankLooksOptions): BlankLooks {
  const wanted: (() => Promise<void>)[] = []
  let running: Promise<void> | null = null
  let stopped = false

  const look = async (folder: FolderSettings, file: InspectedFile, absolutePath: string): Promise<void> => {
    const { family, sizeBytes, picture, sha256 } = file.inspection
    if (family === null || picture === null) return
    const { widthPx, heightPx } = picture
    const measured = await options.blankCheck.isBlank(absolutePath, family, sizeBytes, widthPx, heightPx)
    if (measured?.blank !== true) return
    const item = await options.ledger.findItem(folder.id, file.path)
    if (item?.sha256 !== sha256) return
    const [reading] = await options.identifier.readAgain(
      folder,
      [item],
      [finding('picture_blank', measured.seen)],
    )
    if (reading === undefined) return
    const again = { ...reading, itemId: item.id, revision: item.revision }
    options.onItemsChanged(await options.ledger.recordReadAgain([again], options.now()))
  }

  const run = async (): Promise<void> => {
    for (let next = wanted.shift(); next !== undefined && !stopped; next = wanted.shift()) {
      await next().catch((error: unknown) => {
        options.log.error('blank_look_failed', error)
      })
    }
    // In one step with the last look at what is wanted: nothing that comes later is left lying.
    running = null
  }

  return {
    want(folder, files, locate) {
      for (const file of files) {
        if (wanted.length >= maxWanted || !looksBlank(file.inspection)) continue
        wanted.push(() => look(folder, file, locate(file.path)))
      }
      if (wanted.length > 0) running ??= run()
    },
    async stop() {
      stopped = true
      await running
    },
  }
}

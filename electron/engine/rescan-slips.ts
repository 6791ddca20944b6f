import { lstat, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { rescanFolder } from './review/rescan-slip.ts'
import type { RescanSlip } from './review/rescan-slip.ts'
import { say } from '../shared/sentences/say.ts'

export interface RescanSlipsOptions {
  readonly ledger: Pick<Ledger, 'recordSlip' | 'slipsToWrite'>
  readonly log: Log
  /** Where a watched folder is; null when it is not known any more. */
  folderPath(folderId: string): Promise<string | null>
  /** What stands on an item's slip. */
  slipFor(item: Item): Promise<RescanSlip>
  now(): number
}

export interface RescanSlips {
  /** Writes the slip of an item whose new scan was asked for. Throws `rescan_slip_unwritable`. */
  write(item: Item): Promise<Item>
  /** Writes the slips that a crash or a full disk left unwritten. Never rejects for a folder's sake. */
  writeOutstanding(): Promise<void>
  /** Takes a slip away once its new scan has come. A slip that is gone already is no failure. */
  remove(folderId: string, slipPath: string): Promise<void>
}

/** Slips that ask the person at the scanner for a new scan. The ledger knows of each before it is written. */
export function createRescanSlips(options: RescanSlipsOptions): RescanSlips {
  const { ledger, log } = options

  const write = async (item: Item): Promise<Item> => {
    const folder = await options.folderPath(item.folderId)
    if (folder === null) throw new IntrayError('rescan_slip_unwritable', say('its_folder_not_watched'))
    const { name, text } = await options.slipFor(item)
    try {
      await mkdir(join(folder, rescanFolder), { recursive: true })
      await refuseLink(join(folder, rescanFolder))
      await writeNew(join(folder, rescanFolder, name), text)
    } catch (error) {
      if (error instanceof IntrayError) throw error
      throw new IntrayError('rescan_slip_unwritable', codeOf(error), { cause: error })
    }
    return ledger.recordSlip(item.id, `${rescanFolder}/${name}`, options.now())
  }

  return {
    write,
    async writeOutstanding() {
      for (const item of await ledger.slipsToWrite()) {
        try {
          await write(item)
        } catch (error) {
          if (!(error instanceof IntrayError)) throw error
          log.warn('rescan_slip_failed', { itemId: item.id, code: error.code })
        }
      }
    },
    async remove(folderId, slipPath) {
      const folder = await options.folderPath(folderId)
      if (folder === null || !slipPath.startsWith(`${rescanFolder}/`)) return
      await rm(join(folder, ...slipPath.split('/')), { force: true }).catch((error: unknown) => {
        log.warn('rescan_slip_kept', { folder: folderId, code: codeOf(error) })
      })
    },
  }
}

/** A link that somebody put in the sub-folder's place could lead the slip anywhere. */
async function refuseLink(folder: string): Promise<void> {
  const facts = await lstat(folder)
  if (!facts.isDirectory())
    throw new IntrayError('rescan_slip_unwritable', say('is_no_folder', { name: rescanFolder }))
}

/** The name holds the item's number, so a slip that is there already is this item's own, of an earlier request. */
async function writeNew(path: string, text: string): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
